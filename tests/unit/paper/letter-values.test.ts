/** What stands in the place of a placeholder, with a gift, a mandate, a story, or without any of them. */
import { describe, expect, it } from 'vitest';
import { fillParagraphs } from '../../../domain/paper/fill-text.ts';
import { EXAMPLE_LETTER } from '../../../domain/paper/example-donor.ts';
import { letterValues, writeLetterDay, type LetterFacts } from '../../../domain/paper/letter-values.ts';
import { mandate } from '../../support/build-donor.ts';

const FACTS: LetterFacts = {
  name: EXAMPLE_LETTER.name,
  language: 'nl',
  gift: EXAMPLE_LETTER.gift,
  mandate: null,
  story: null,
  charityName: 'Elk Kind Zwemt',
  phone: '038 123 45 67',
  today: '2026-11-21',
};
const STORY = {
  project: 'Zwemles in Lira',
  does: { nl: 'Een kind leert zwemmen.', en: 'A child learns to swim.' },
  now: { nl: 'Er komt een bad bij.', en: 'There will be another pool.' },
  picture: null,
  pictureText: { nl: '', en: '' },
};
const values = (change: Partial<LetterFacts>) => letterValues({ ...FACTS, ...change });

describe('the values of a letter', () => {
  it('speak of the gift, with its day; without a story of the work', () => {
    expect(values({})).toEqual({
      salutation: 'Geachte mevrouw Van der Voorbeeld',
      name: 'Hanneke van der Voorbeeld',
      gift: 'uw gift van € 25,00 op 7 november',
      amount: '€ 25,00',
      project: 'ons werk',
      story: '',
      now: '',
      charity: 'Elk Kind Zwemt',
      phone: '038 123 45 67',
      today: '21 november 2026',
    });
  });

  it('are in the language of the donor', () => {
    expect(values({ language: 'en', story: STORY })).toMatchObject({
      gift: 'your gift of €25.00 on 7 November',
      amount: '€25.00',
      project: 'Zwemles in Lira',
      story: 'A child learns to swim.',
      now: 'There will be another pool.',
      today: '21 November 2026',
    });
    expect(values({ language: 'en' }).project).toBe('our work');
  });

  it('speak of the mandate before the gift', () => {
    expect(values({ mandate: mandate('2026-11-01') })).toMatchObject({
      gift: 'uw machtiging van € 10,00 per maand',
      amount: '€ 10,00 per maand',
    });
    expect(values({ mandate: mandate('2026-11-01'), gift: null, language: 'en' })).toMatchObject({
      gift: 'your mandate of €10.00 a month',
      amount: '€10.00 a month',
    });
  });

  it('speak of support when there is neither', () => {
    expect(values({ gift: null })).toMatchObject({ gift: 'uw steun', amount: 'uw steun', project: 'ons werk' });
    expect(values({ gift: null, language: 'en' })).toMatchObject({ gift: 'your support', amount: 'your support' });
  });

  it('have the project of the gift when no story names one', () => {
    const gift = { ...EXAMPLE_LETTER.gift, project: 'Reddingsbrigade' };
    expect(values({ gift, story: { ...STORY, project: null } }).project).toBe('Reddingsbrigade');
    expect(values({ gift, story: STORY }).project).toBe('Zwemles in Lira');
  });

  it('have the year in the day of the letter, and in that of a gift of another year', () => {
    expect(writeLetterDay('2026-01-02', 'nl')).toBe('2 januari 2026');
    expect(values({ today: '2027-01-02' }).gift).toBe('uw gift van € 25,00 op 7 november 2026');
  });
});

describe('paragraphs', () => {
  it('stand apart by an empty line, are filled in, and go when nothing is left of them', () => {
    const text = '{aanhef},\r\n\r\nDank voor {gift}.\nTot ziens.\n \t\n\n{verhaal}\n\n  {organisatie}  ';
    expect(fillParagraphs(text, values({}))).toEqual([
      'Geachte mevrouw Van der Voorbeeld,',
      'Dank voor uw gift van €\u00A025,00 op 7 november.\nTot ziens.',
      'Elk Kind Zwemt',
    ]);
  });
});

it('the donor of the example gave once, € 25, for nothing in particular, and is nobody in the records', () => {
  expect(EXAMPLE_LETTER.gift).toMatchObject({ id: 0, amount: 2_500, mandateId: null, project: null });
});
