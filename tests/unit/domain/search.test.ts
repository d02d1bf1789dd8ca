/** Names, numbers and addresses brought to words, and what somebody means by what she types. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../domain/search/search-question.ts';
import { searchWordsOf, wordsOf, type SearchableDonor } from '../../../domain/search/search-words.ts';

const KNAAP: SearchableDonor = {
  firstName: 'Zoë-Loïs',
  prefix: 'van der',
  surname: 'Knaap',
  displayName: 'Zoë-Loïs van der Knaap',
  externalId: 'D-0042',
  crmId: 77,
  emails: ['Zoe.vd.Knaap@example.org'],
  addresses: [{ street: 'Wilgenhof 41 B', postcode: '8031 xd' }],
  otherPhones: ['06-123 (werk)'],
};

describe('the words of a donor', () => {
  it('are without accents, capitals and punctuation', () => {
    expect(wordsOf("Van 't Hooft-d’Ancona, Łukasz Groß Øst")).toEqual([
      'van',
      't',
      'hooft',
      'd',
      'ancona',
      'lukasz',
      'gross',
      'ost',
    ]);
  });

  it('are names, initials, prefix and surname as one, numbers, e-mail, postcode and house', () => {
    expect(searchWordsOf(KNAAP)).toEqual([
      'zoe',
      'lois',
      'van',
      'der',
      'knaap',
      'zl',
      'vanderknaap',
      'd',
      '0042',
      'd0042',
      '77',
      'vd',
      'zoevdknaap',
      '8031xd',
      '8031xd41b',
      '06123',
    ]);
  });

  it('are each there once, and are what they are brought to', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (firstName, surname) => {
        const words = searchWordsOf({ ...KNAAP, firstName, surname });
        expect(new Set(words).size).toBe(words.length);
        for (const word of words) expect(wordsOf(word)).toEqual([word]);
      }),
    );
  });
});

describe('what is typed', () => {
  it.each([
    ['  Knaap ', { words: ['knaap'], number: null, email: null }],
    [
      'knaap, zoë van der',
      { words: ['knaap', 'zoe', 'vander'], typedWords: ['knaap', 'zoe', 'van', 'der'], number: null, email: null },
    ],
    [
      "Van 't Hooft-d’An",
      { words: ['vanthooft', 'd', 'an'], typedWords: ['van', 't', 'hooft', 'd', 'an'], number: null, email: null },
    ],
    [
      'Z.L. van der Kn',
      { words: ['zl', 'vanderkn'], typedWords: ['z', 'l', 'van', 'der', 'kn'], number: null, email: null },
    ],
    ['D. Vries', { words: ['d', 'vries'], number: null, email: null }],
    ['06 12 34', { words: ['061234'], number: '+3161234', email: null }],
    ['(038) 12-34', { words: ['0381234'], number: '+31381234', email: null }],
    ['0031 6 12345678', { words: ['0031612345678'], number: '+31612345678', email: null }],
    ['+31 (0)6 1234', { words: [], number: '+3161234', email: null }],
    ['+32 475 12', { words: [], number: '+3247512', email: null }],
    ['31612345678', { words: ['31612345678'], number: '+31612345678', email: null }],
    ['00815', { words: ['00815'], number: '+815', email: null }],
    ['0612', { words: ['0612'], number: null, email: null }],
    ['8031 XD 41 b', { words: ['8031xd41b'], number: null, email: null }],
    ['8031xd41', { words: ['8031xd41'], number: null, email: null }],
    ['knaap 8031XD', { words: ['8031xd', 'knaap'], number: null, email: null }],
    ['D-0042', { words: ['d', '0042'], number: null, email: null }],
    ['Zoe@Example', { words: [], number: null, email: 'zoe@example' }],
    ['', { words: [], number: null, email: null }],
    ['*" OR (', { words: ['or'], number: null, email: null }],
  ])('%j', (text, question) => {
    expect(readQuestion(text)).toEqual({ typedWords: question.words, ...question });
  });

  it('never has a sign in it that a query could trip over', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const { words, typedWords, number } = readQuestion(text);
        for (const word of [...words, ...typedWords]) expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
        expect(number ?? '+0').toMatch(/^\+\d+$/);
      }),
    );
  });
});
