import { describe, expect, it } from 'vitest';
import { charactersOf, integerOf, isEmpty, looselyEqual, numberOf, textOf } from '../../../sync/practice/php.ts';
import { fold } from '../../../sync/practice/store/fold.ts';
import { ellipsify } from '../../../sync/practice/write/columns.ts';

describe('text as the server compares it', () => {
  it.each([
    ['Zoë', 'zoe'],
    ['ÖBERG', 'oberg'],
    ['Één', 'een'],
    ['straße', 'strasse'],
    ['Jansen  ', 'jansen'],
    ['  Jansen', '  jansen'],
    ["O'Neil", "o'neil"],
  ])('folds %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});

describe('a text that is too long for its column', () => {
  it('is cut and ends in dots', () => {
    expect(ellipsify('abcdefghij', 10)).toBe('abcdefghij');
    expect(ellipsify('abcdefghijk', 10)).toBe('abcdefg...');
  });

  it('counts an emoji as one character, and a bracket as the entity that it is kept as', () => {
    expect(ellipsify('😀'.repeat(10), 10)).toBe('😀'.repeat(10));
    expect(ellipsify('<b>', 8)).toBe('<b...');
    expect(charactersOf('a😀b')).toEqual(['a', '😀', 'b']);
  });
});

describe('the conversions of PHP', () => {
  it('reads a number from the beginning of a text', () => {
    expect(['7 min', '1e2', ' 5', 'x', '', true, null].map(numberOf)).toEqual([7, 100, 5, 0, 0, 1, 0]);
    expect(['7.6', '7 min', 2.5].map(integerOf)).toEqual([8, 7, 3]);
  });

  it('makes texts', () => {
    expect([true, false, null, 1.5, ['a']].map(textOf)).toEqual(['1', '', '', '1.5', 'Array']);
  });

  it('knows what is empty, and what is equal enough', () => {
    expect(['', '0', 0, null, false, [], {}].every(isEmpty)).toBe(true);
    expect([' ', '0.0', 1, true, [0]].some(isEmpty)).toBe(false);
    expect(looselyEqual('1', 1)).toBe(true);
    expect(looselyEqual('1.0', '1')).toBe(true);
    expect(looselyEqual('a', 'A')).toBe(false);
  });
});
