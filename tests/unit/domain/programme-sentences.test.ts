/** What the list says of every programme, in both languages, and by which amount a donor is placed in it. */
import { describe, expect, it } from 'vitest';
import type { CalendarDay } from '../../../domain/calendar/day.ts';
import type { DonorFacts } from '../../../domain/donor-facts.ts';
import { givingOn } from '../../../domain/giving.ts';
import { writeLegalBasis, legalBasisOf } from '../../../domain/legal-basis.ts';
import { LOYALTY_LEVELS } from '../../../domain/loyalty/level.ts';
import { PROGRAMMES } from '../../../domain/programmes/index.ts';
import type { ProgrammeMatch } from '../../../domain/programmes/programme.ts';
import type { ProgrammeId } from '../../../domain/programmes/programme-id.ts';
import { DEFAULT_SETTINGS, SECTION_OF, type ProgrammeSettings } from '../../../domain/programmes/settings.ts';
import { writeFrequency } from '../../../domain/programmes/thank-you-call.ts';
import { missingThanks } from '../../../domain/tasks/missing-thanks.ts';
import { post } from '../../../domain/tasks/post.ts';
import { call, callback, donor, gift, mandate, TODAY } from '../../support/build-donor.ts';

function matchOf(programme: ProgrammeId, facts: Partial<DonorFacts>, changes: object = {}): ProgrammeMatch {
  const all = donor(facts);
  const section = SECTION_OF[programme];
  const settings: ProgrammeSettings = {
    ...DEFAULT_SETTINGS,
    [section]: { ...DEFAULT_SETTINGS[section], isOn: true, levels: LOYALTY_LEVELS, ...changes },
  };
  const giving = givingOn(TODAY, all.gifts, all.mandates);
  const { match } = PROGRAMMES[programme].judge({ today: TODAY, donor: all, giving, settings });
  if (match === null) throw new Error(`${programme} does not match`);
  return match;
}
const reasonOf = (...question: Parameters<typeof matchOf>): readonly string[] => {
  const { nl, en } = matchOf(...question).reason;
  return [nl, en];
};

describe('the reason of', () => {
  it('a callback names the day, the hour if there is one, and when it was agreed', () => {
    const promise = callback('2026-11-20', { promisedTime: '19:30', madeAt: '2026-11-13T19:00:00.000Z' });
    expect(reasonOf('callback', { callbacks: [promise] })).toEqual([
      'Beloofd terug te bellen op 20 november om 19:30; afgesproken op 13 november.',
      'Promised to call back on 20 November at 19:30; agreed on 13 November.',
    ]);
    expect(reasonOf('callback', { callbacks: [{ ...promise, promisedTime: null }] })).toEqual([
      'Beloofd terug te bellen op 20 november; afgesproken op 13 november.',
      'Promised to call back on 20 November; agreed on 13 November.',
    ]);
    expect(matchOf('callback', { callbacks: [promise] }).expectation('2027-01-01')).toEqual({
      nl: 'Beloofd terug te bellen op 20 november 2026.',
      en: 'Promised to call back on 20 November 2026.',
    });
  });

  it('a major gift names it, or the year that came to so much', () => {
    expect(reasonOf('major-call', { gifts: [gift('2026-11-14', { amount: 150_000 })] })).toEqual([
      'Gift van € 1.500 op 14 november: de directie bedankt persoonlijk, liefst uiterlijk 21 november.',
      'Gift of €1,500 on 14 November: the director thanks in person, preferably by 21 November.',
    ]);
    const gifts = [gift('2026-03-01', { amount: 90_000 }), gift('2026-11-14', { amount: 90_000 })];
    expect(reasonOf('major-call', { gifts }, { yearLimit: 180_000, giftLimit: 100_000 })).toEqual([
      'Samen € 1.800 in een jaar, het laatst € 900 op 14 november: de directie bedankt persoonlijk, liefst uiterlijk 21 november.',
      '€1,800 together in a year, most recently €900 on 14 November: the director thanks in person, preferably by 21 November.',
    ]);
  });

  it.each([
    ['failed', null, 'Gift van € 25 op 15 november is mislukt', 'Gift of €25 on 15 November failed'],
    ['reversed', null, 'Gift van € 25 op 15 november is teruggeboekt', 'Gift of €25 on 15 November was taken back'],
    ['failed', 7, 'Incasso van € 25 op 15 november is mislukt', 'Debit of €25 on 15 November failed'],
    ['reversed', 7, 'Incasso van € 25 op 15 november is gestorneerd', 'Debit of €25 on 15 November was taken back'],
  ] as const)('a service call about what was %s, under the mandate %j', (status, mandateId, nl, en) => {
    const [dutch, english] = reasonOf('service-call', { gifts: [gift('2026-11-15', { status, mandateId })] });
    expect(dutch).toMatch(new RegExp(`^${nl}: bel om te helpen, liefst uiterlijk `));
    expect(english).toMatch(new RegExp(`^${en}: call to help, preferably by `));
  });

  it('the thank-you call names what began the journey', () => {
    expect(reasonOf('thank-you-call', { gifts: [gift('2026-11-07')] })).toEqual([
      'Eerste gift van € 25 op 7 november; vandaag is dag 14: tijd voor het bedanktelefoontje.',
      'First gift of €25 on 7 November; today is day 14: time for the thank-you call.',
    ]);
    const { reason, expectation } = matchOf('thank-you-call', { mandates: [mandate('2026-11-01')] });
    expect(reason).toEqual({
      nl: 'Machtiging van € 10 per maand sinds 1 november; vandaag is dag 20: tijd voor het bedanktelefoontje.',
      en: 'Mandate of €10 a month since 1 November; today is day 20: time for the thank-you call.',
    });
    expect(expectation('2026-11-02')).toEqual({
      nl: 'Machtiging van € 10 per maand sinds 1 november; het bedanktelefoontje komt op 15 november.',
      en: 'Mandate of €10 a month since 1 November; the thank-you call comes on 15 November.',
    });
  });

  it('an ambassador’s call names what was done', () => {
    const action = (kind: 'own-action' | 'brought-others') => ({
      actions: [{ day: '2026-11-10' as const, kind, record: { kind: 'moment' as const, id: 1 } }],
    });
    expect(reasonOf('ambassador-call', action('own-action'))).toEqual([
      'Begon op 10 november een eigen actie: bedank en nodig uit.',
      'Started an action of their own on 10 November: thank and invite.',
    ]);
    expect(reasonOf('ambassador-call', action('brought-others'))).toEqual([
      'Bracht op 10 november anderen mee: bedank en nodig uit.',
      'Brought others in on 10 November: thank and invite.',
    ]);
  });

  it('an anniversary names the years, of the gift or of the mandate', () => {
    expect(reasonOf('anniversary-call', { gifts: [gift('2025-11-20')] })).toEqual([
      'Op 20 november is het 1 jaar geleden dat de eerste gift kwam: bedank voor de trouw.',
      'On 20 November it is 1 year since the first gift came: thank for the loyalty.',
    ]);
    expect(reasonOf('anniversary-call', { mandates: [mandate('2021-11-20')] })).toEqual([
      'Op 20 november is het 5 jaar geleden dat de machtiging begon: bedank voor de trouw.',
      'On 20 November it is 5 years since the mandate began: thank for the loyalty.',
    ]);
  });

  it('a call for feedback names the conversation', () => {
    const calls = [call('2026-08-03', 'conversation', { programme: 'thank-you-call' })];
    expect(reasonOf('ask-feedback', { calls })).toEqual([
      'Bedankgesprek op 3 augustus: vraag wat de donateur van het contact vond.',
      'Thanked in a conversation on 3 August: ask what the donor thought of the contact.',
    ]);
  });

  it('a birthday names the day', () => {
    expect(reasonOf('birthday', { birthday: '11-20' })).toEqual([
      'Jarig op 20 november: feliciteer.',
      'Birthday on 20 November: congratulate.',
    ]);
  });
});

describe('a condition is read in', () => {
  const conditionsOf = (programme: ProgrammeId, facts: Partial<DonorFacts>, changes: object = {}) => {
    const all = donor(facts);
    const section = SECTION_OF[programme];
    const settings = { ...DEFAULT_SETTINGS, [section]: { ...DEFAULT_SETTINGS[section], isOn: true, ...changes } };
    const giving = givingOn(TODAY, all.gifts, all.mandates);
    return PROGRAMMES[programme].judge({ today: TODAY, donor: all, giving, settings }).conditions;
  };

  it('the gift or the mandate of an anniversary', () => {
    const record = (facts: Partial<DonorFacts>) => conditionsOf('anniversary-call', facts)[1]?.record;
    expect(record({ gifts: [gift('2025-11-20', { id: 5 })] })).toEqual({ kind: 'gift', id: 5 });
    expect(record({ mandates: [mandate('2025-11-20', { id: 6 })] })).toEqual({ kind: 'mandate', id: 6 });
    expect(record({})).toBeNull();
  });

  it('the level of the donor, where not all take part', () => {
    const level = (facts: Partial<DonorFacts>) =>
      conditionsOf('thank-you-call', facts, { levels: ['first-gift'] }).at(-1);
    expect(level({ gifts: [gift('2026-11-07')] })).toMatchObject({ holds: true, value: { en: 'first own gift' } });
    expect(level({ mandates: [mandate('2026-11-07')] })).toMatchObject({
      holds: false,
      value: { en: 'regular donor' },
    });
    expect(level({})).toMatchObject({ holds: false, value: null });
  });
});

describe('how often a mandate is collected', () => {
  it.each([
    ['month', 1, 'per maand', 'a month'],
    ['month', 2, 'per 2 maanden', 'every 2 months'],
    ['month', 3, 'per kwartaal', 'a quarter'],
    ['month', 12, 'per jaar', 'a year'],
    ['year', 1, 'per jaar', 'a year'],
    ['year', 3, 'per 3 jaar', 'every 3 years'],
    ['year', 12, 'per 12 jaar', 'every 12 years'],
    ['week', 1, 'per week', 'a week'],
    ['week', 4, 'per 4 weken', 'every 4 weeks'],
    ['day', 1, 'per dag', 'a day'],
    ['day', 3, 'per 3 dagen', 'every 3 days'],
  ] as const)('every %s, %d: %s', (unit, interval, nl, en) => {
    expect(writeFrequency({ frequency: { unit, interval } }, 'nl')).toBe(nl);
    expect(writeFrequency({ frequency: { unit, interval } }, 'en')).toBe(en);
  });
});

describe('a donor is placed by', () => {
  const mandates = [mandate('2026-11-01', { id: 1, amount: 1_000 }), mandate('2026-11-02', { id: 2, amount: 7_000 })];
  const gifts = [gift('2026-11-03', { amount: 3_000 }), gift('2026-11-04', { amount: 4_000 })];
  const occasion: Partial<DonorFacts> = {
    birthday: '11-20',
    actions: [{ day: '2026-11-10', kind: 'own-action', record: { kind: 'moment', id: 1 } }],
    calls: [call('2026-08-03', 'conversation', { programme: 'thank-you-call' })],
  };

  it.each([
    ['thank-you-call', 3_000],
    ['ask-feedback', 3_000],
    ['birthday', 4_000],
    ['ambassador-call', 4_000],
  ] as const)('a gift in %s, else by the first mandate', (programme, ofGifts) => {
    expect(matchOf(programme, { ...occasion, gifts, mandates }).amount).toBe(ofGifts);
    expect(matchOf(programme, { ...occasion, mandates }).amount).toBe(1_000);
  });

  it.each(['ask-feedback', 'birthday', 'ambassador-call'] as const)(
    'nothing in %s, when nothing was given',
    (programme) => {
      expect(matchOf(programme, occasion).amount).toBe(0);
    },
  );

  it.each([
    ['missing-thanks', missingThanks],
    ['post', post],
  ] as const)('the first gift in %s, else by the first mandate', (_, task) => {
    const amount = (facts: Partial<DonorFacts>): number | undefined => {
      const all = donor({ ...facts, hasAddress: true, hasEmail: true });
      const giving = givingOn('2026-11-09', all.gifts, all.mandates);
      return task.judge({ today: '2026-11-09', donor: all, giving, settings: DEFAULT_SETTINGS }).match?.amount;
    };
    expect(amount({ gifts, mandates })).toBe(3_000);
    expect(amount({ mandates })).toBe(1_000);
  });

  it('what it thanks for: the last gift since day 0, also of day 0 itself', () => {
    const [first, second] = gifts;
    expect(matchOf('thank-you-call', { gifts: [gift('2026-11-07')] }).thanksFor?.day).toBe('2026-11-07');
    expect(matchOf('thank-you-call', { gifts }).thanksFor).toEqual(second);
    expect(matchOf('thank-you-call', { gifts: first === undefined ? [] : [first] }).thanksFor).toEqual(first);
  });
});

describe('the basis for a call', () => {
  const basis = (facts: Partial<DonorFacts>) => {
    const all = donor(facts);
    return legalBasisOf(all, givingOn(TODAY, all.gifts, all.mandates), TODAY, { sourceDeclaresOffer: true });
  };
  const tookPart = (id: number, day: CalendarDay, kind: 'volunteer' | 'event') => ({ id, day, kind });

  it('is the first gift that was not cancelled', () => {
    const gifts = [
      gift('2026-11-01', { id: 5, status: 'cancelled' }),
      gift('2026-11-02', { id: 6 }),
      gift('2026-11-03'),
    ];
    expect(basis({ gifts })?.record).toEqual({ kind: 'gift', id: 6 });
  });

  it('is the first time that somebody volunteered or came, up to today', () => {
    const involvements = [
      tookPart(1, '2026-11-22', 'event'),
      tookPart(2, TODAY, 'event'),
      tookPart(3, '2026-05-01', 'event'),
    ];
    expect(basis({ involvements })).toMatchObject({ kind: 'event', record: { id: 2 } });
    const volunteer = tookPart(4, '2026-06-01', 'volunteer');
    expect(basis({ involvements: [...involvements, volunteer] })).toMatchObject({ kind: 'volunteer' });
  });

  it('is the newest consent, up to today', () => {
    const consent = (id: number, day: CalendarDay, time: string) => ({
      id,
      day,
      at: `${day}T${time}:00.000Z`,
      words: `woorden ${id}`,
      source: 'telefoon',
    });
    const consents = [consent(1, TODAY, '09:00'), consent(2, TODAY, '10:00'), consent(3, '2026-11-22', '09:00')];
    expect(basis({ consents })?.words).toBe('woorden 2');
    // Of two at the same moment the one that is known first.
    expect(basis({ consents: [consent(5, TODAY, '09:00'), consent(4, TODAY, '09:00')] })?.words).toBe('woorden 5');
    expect(writeLegalBasis(basis({ consents }), TODAY)).toEqual({
      nl: 'Gaf op 21 november toestemming: “woorden 2”',
      en: 'Gave consent on 21 November: “woorden 2”',
    });
  });
});
