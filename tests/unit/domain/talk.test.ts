/** Ready answers are found by any of their words; benefits fit the donor's level and never make up for something. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benefitsFor, type Benefit } from '../../../domain/benefits/benefit.ts';
import { PRACTICE_TALK } from '../../../domain/talk/practice-talk.ts';
import { inLanguage, searchAnswers } from '../../../domain/talk/ready-answer.ts';
import { describeTalkChanges, NEW_TALK, refuseTalk, talkSchema } from '../../../domain/talk/talk.ts';

const ANSWERS = PRACTICE_TALK.answers;
const found = (typed: string): readonly string[] => searchAnswers(ANSWERS, typed).map(({ id }) => id);

describe('ready answers', () => {
  it('are all there when nothing is typed, in the coordinator’s order', () => {
    expect(found('  ')).toEqual(ANSWERS.map(({ id }) => id));
  });

  it('are found by words, parts of words, without accents and capitals, in either language', () => {
    expect(found('AFTREK')).toEqual(['deductible']);
    expect(found('één euro')).toEqual([]);
    expect(found('elke euro')).toEqual(['costs']);
    expect(found('mandate')).toEqual(['stop']);
    expect(found('zwembroek')).toEqual([]);
  });

  it('come first when the word is in the question', () => {
    expect(found('gift')).toEqual(['deductible', 'number']);
  });

  it('that are written in one language are said in that', () => {
    expect(inLanguage({ nl: 'Ja', en: '' }, 'en')).toBe('Ja');
    expect(inLanguage({ nl: 'Ja', en: 'Yes' }, 'en')).toBe('Yes');
  });

  it('never break on what is typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (typed) => {
        expect(searchAnswers(ANSWERS, typed).length).toBeLessThanOrEqual(ANSWERS.length);
      }),
    );
  });
});

describe('benefits', () => {
  const visit: Benefit = { id: 'visit', name: 'Kijkje', words: '', levels: ['loyal'], isOn: true };
  const donor = { level: 'loyal', wentWrong: false, hasOpenComplaint: false, recent: new Set<string>() } as const;

  it('are offered to their level, while they are on', () => {
    expect(benefitsFor([visit], donor)).toEqual([visit]);
    expect(benefitsFor([visit], { ...donor, level: 'again' })).toEqual([]);
    expect(benefitsFor([visit], { ...donor, level: null })).toEqual([]);
    expect(benefitsFor([{ ...visit, isOn: false }], donor)).toEqual([]);
  });

  it('not twice within a year, not after a failed payment, not while a complaint is open', () => {
    expect(benefitsFor([visit], { ...donor, recent: new Set(['visit']) })).toEqual([]);
    expect(benefitsFor([visit], { ...donor, wentWrong: true })).toEqual([]);
    expect(benefitsFor([visit], { ...donor, hasOpenComplaint: true })).toEqual([]);
  });
});

describe('the settings of the conversation', () => {
  it('hold as they come, for a new charity and for practice', () => {
    expect(talkSchema.parse(NEW_TALK)).toEqual(NEW_TALK);
    expect(talkSchema.parse(PRACTICE_TALK)).toEqual(PRACTICE_TALK);
  });

  it('are refused by where it stands, in words', () => {
    const bad = { ...NEW_TALK, topics: [{ id: 'a', name: { nl: '', en: 'x'.repeat(61) }, person: '', days: null }] };
    expect(refuseTalk(bad).map(({ field, sentence }) => `${field}: ${sentence.nl}`)).toEqual([
      'topics.0.name.nl: Vul dit in, of haal het weg.',
      'topics.0.name.en: Dit is te lang of te veel. Maak het korter.',
    ]);
    expect(refuseTalk(NEW_TALK)).toEqual([]);
  });

  it('say what was changed', () => {
    expect(describeTalkChanges(NEW_TALK, { ...NEW_TALK, addressForm: 'informal' })).toEqual([
      { nl: 'Aanspreekvorm veranderd.', en: 'Form of address changed.' },
    ]);
  });
});
