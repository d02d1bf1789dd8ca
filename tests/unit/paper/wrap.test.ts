/** Lines: where they break, what becomes of too many of them, and how far apart they stand. */
import { describe, expect, it } from 'vitest';
import { lineHeight, type Measure } from '../../../domain/paper/page.ts';
import { clip, stack, wrap } from '../../../domain/paper/wrap.ts';

/** Every character is one millimetre wide. */
const measure: Measure = (text) => text.length;
const STYLE = { font: 'voice', size: 10 } as const;
const wrapped = (text: string, width: number): readonly string[] => wrap(text, width, STYLE, measure);

describe('a text is broken', () => {
  it.each([
    ['when it fits exactly: not at all', 'een twee', 8, ['een twee']],
    ['when it fits exactly: not even two spaces', 'XD  ZWOLLE', 10, ['XD  ZWOLLE']],
    ['one character too wide: between words', 'een twee', 7, ['een', 'twee']],
    ['as late as it can be', 'een twee drie vier', 9, ['een twee', 'drie vier']],
    ['so that a line may be full to the last millimetre', 'een twee drie', 8, ['een twee', 'drie']],
    ['where its own line break stands', 'een\ntwee', 80, ['een', 'twee']],
    ['without the spaces around a line', '  een  \n  twee  ', 80, ['een', 'twee']],
    ['with an empty line where one was', 'een\n\ntwee', 80, ['een', '', 'twee']],
    ['not at a hard space', 'gaf €\u00A025', 5, ['gaf', '€\u00A025']],
    ['with one space for many', 'een    twee drie', 8, ['een twee', 'drie']],
    ['in a word that fits on no line', 'abcdefgh', 3, ['abc', 'def', 'gh']],
    [
      'in a word that fits on no line, whose end goes on with the next word',
      'op abcdefgh ij',
      5,
      ['op', 'abcde', 'fgh', 'ij'],
    ],
    ['in a word that fits on no line, with room behind it', 'abcdefgh ij k', 6, ['abcdef', 'gh ij', 'k']],
    ['in single characters at the least', 'abc', 0.5, ['a', 'b', 'c']],
    ['not at all when there is nothing', '', 10, ['']],
  ])('%s', (_, text, width, lines) => {
    expect(wrapped(text, width)).toEqual(lines);
  });
});

describe('of lines', () => {
  it.each([
    ['as many as there is room for stay as they are', ['een', 'twee'], 2, ['een', 'twee']],
    ['more than there is room for end in an ellipsis', ['een', 'twee', 'drie'], 2, ['een', 'twee …']],
    ['the last one loses its full stop for it', ['een', 'twee., ', 'drie'], 2, ['een', 'twee …']],
    ['one is left when there is room for one', ['een', 'twee'], 1, ['een …']],
    ['only the ellipsis is left when there is room for none', ['een', 'twee'], 0, [' …']],
  ])('%s', (_, lines, most, clipped) => {
    expect(clip(lines, most)).toEqual(clipped);
  });

  it('each stands one line height lower, the first on its baseline, and an empty one keeps its place', () => {
    const parts = stack(['een', '', 'drie'], { x: 20, y: 50, leading: 2 }, { font: 'voice', size: 36 });
    expect(parts).toEqual([
      { kind: 'text', font: 'voice', size: 36, x: 20, y: 50, text: 'een' },
      { kind: 'text', font: 'voice', size: 36, x: 20, y: 50 + 2 * 25.4, text: 'drie' },
    ]);
  });

  it('stand 1.4 times the size of their type apart when nothing else is asked', () => {
    const [, second] = stack(['een', 'twee'], { x: 0, y: 0 }, { font: 'ui', size: 72 });
    expect(second?.y).toBeCloseTo(1.4 * 25.4, 10);
  });
});

it('type of 72 points is an inch high', () => {
  expect(lineHeight(72, 1)).toBeCloseTo(25.4, 10);
  expect(lineHeight(36, 1.5)).toBeCloseTo(19.05, 10);
  expect(lineHeight(10)).toBeCloseTo((10 * 1.4 * 25.4) / 72, 10);
});
