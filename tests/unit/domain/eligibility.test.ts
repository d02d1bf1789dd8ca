/** Who may be called, and when: rules-nl.md L1-L5, L10, L14, L15, contact pressure, household. */
import { describe, expect, it } from 'vitest';
import { instantAt, type CalendarDay } from '../../../domain/calendar/day.ts';
import { bestPartOf } from '../../../domain/calling-hours/best-part.ts';
import { DEFAULT_CALLING_HOURS } from '../../../domain/calling-hours/calling-hours.ts';
import { mayDialAt } from '../../../domain/calling-hours/may-dial.ts';
import { buildCallList } from '../../../domain/call-list/call-list.ts';
import type { ListContext } from '../../../domain/call-list/evaluate.ts';
import type { Consent, DonorFacts } from '../../../domain/donor-facts.ts';
import { givingOn } from '../../../domain/giving.ts';
import { legalBasisOf, writeLegalBasis } from '../../../domain/legal-basis.ts';
import { DEFAULT_SETTINGS, type ProgrammeSettings } from '../../../domain/programmes/settings.ts';
import { call, callback, context, donor, gift, mandate, TODAY } from '../../support/build-donor.ts';

const consent = (day: CalendarDay, words = 'ja hoor, bel gerust'): Consent => ({
  id: 7,
  day,
  at: instantAt(day, '12:00'),
  words,
  source: 'telefoon',
});
const withLimits = (limits: Partial<ProgrammeSettings['limits']>): ProgrammeSettings => ({
  ...DEFAULT_SETTINGS,
  limits: { ...DEFAULT_SETTINGS.limits, ...limits },
});
const suppressionsOf = (
  facts: DonorFacts,
  overrides: Partial<ListContext> = {},
  today = TODAY,
): readonly string[] | null => {
  const list = buildCallList([facts], context(today, overrides));
  return list.items.length > 0 ? [] : (list.suppressed[0]?.suppressions.map(({ id }) => id) ?? null);
};
const NEW = gift('2026-11-07');

describe('the legal basis', () => {
  const basisOf = (facts: Partial<DonorFacts>, sourceDeclaresOffer = true) => {
    const all = donor(facts);
    return legalBasisOf(all, givingOn(TODAY, all.gifts, all.mandates), TODAY, { sourceDeclaresOffer });
  };
  const volunteer = { id: 3, day: '2026-05-01', kind: 'volunteer' } as const;
  const event = { id: 4, day: '2026-04-01', kind: 'event' } as const;

  it('L1: a gift of any status but cancelled, the first one', () => {
    const gifts = [
      gift('2026-01-01', { status: 'cancelled' }),
      gift('2026-02-01', { id: 55, status: 'failed' }),
      gift('2026-03-01'),
    ];
    expect(basisOf({ gifts })).toEqual({
      kind: 'gift',
      day: '2026-02-01',
      record: { kind: 'gift', id: 55 },
      words: null,
    });
  });

  it('L1: or a mandate', () => {
    expect(basisOf({ mandates: [mandate('2026-02-01', { id: 8, status: 'cancelled' })] })).toMatchObject({
      kind: 'gift',
      record: { kind: 'mandate', id: 8 },
    });
  });

  it('L2: volunteering, then an event, up to today', () => {
    expect(basisOf({ involvements: [event, volunteer] })).toMatchObject({
      kind: 'volunteer',
      day: '2026-05-01',
      record: { kind: 'moment', id: 3 },
    });
    expect(basisOf({ involvements: [event] })).toMatchObject({ kind: 'event' });
    expect(basisOf({ involvements: [{ ...event, day: '2026-11-22' }] })).toBeNull();
  });

  it('L3: consent with its words, the newest', () => {
    const consents = [consent('2026-01-01', 'oud'), { ...consent('2026-03-01', 'nieuw'), id: 9 }];
    expect(basisOf({ consents })).toEqual({
      kind: 'consent',
      day: '2026-03-01',
      record: { kind: 'consent', id: 9 },
      words: 'nieuw',
    });
    expect(basisOf({ consents: [consent('2026-11-22')] })).toBeNull();
  });

  it('L4: none that can be shown is on no list', () => {
    expect(suppressionsOf(donor({ callbacks: [callback(TODAY)] }))).toEqual(['no-legal-basis']);
    expect(suppressionsOf(donor({ callbacks: [callback(TODAY)], involvements: [volunteer] }))).toEqual([]);
    expect(suppressionsOf(donor({ callbacks: [callback(TODAY)], consents: [consent('2026-01-01')] }))).toEqual([]);
  });

  it('L5: without the declaration that objecting was offered, only consent is one', () => {
    expect(basisOf({ gifts: [NEW], involvements: [volunteer] }, false)).toBeNull();
    expect(basisOf({ gifts: [NEW], consents: [consent('2026-03-01')] }, false)).toMatchObject({ kind: 'consent' });
    const settings = { ...DEFAULT_SETTINGS, legal: { sourceDeclaresOffer: false } };
    expect(suppressionsOf(donor({ gifts: [NEW] }), { settings })).toEqual(['no-legal-basis']);
  });

  it('is stamped on the item', () => {
    const [item] = buildCallList([donor({ gifts: [NEW] })], context()).items;
    expect(item?.legalBasis).toMatchObject({ kind: 'gift', day: '2026-11-07' });
  });

  it.each([
    [{ gifts: [NEW] }, 'Gaf het nummer bij de gift van 7 november', 'Gave the number with the gift of 7 November'],
    [{ mandates: [mandate('2026-02-01')] }, 'Gaf het nummer bij de machtiging', 'Gave the number with the mandate'],
    [{ involvements: [volunteer] }, 'Gaf het nummer als vrijwilliger, 1 mei', 'Gave the number as a volunteer, 1 May'],
    [
      { involvements: [event] },
      'Gaf het nummer bij een evenement op 1 april',
      'Gave the number at an event on 1 April',
    ],
    [
      { consents: [consent('2026-03-02')] },
      'Gaf op 2 maart toestemming: “ja hoor, bel gerust”',
      'Gave consent on 2 March: “ja hoor, bel gerust”',
    ],
    [{}, 'Geen grond bekend', 'No basis known'],
  ] as const)('is written: %j', (facts, nl, en) => {
    expect(writeLegalBasis(basisOf(facts as Partial<DonorFacts>), TODAY)).toEqual({ nl, en });
  });
});

describe('L10: the relation', () => {
  const old = { gifts: [gift('2023-11-21'), gift('2026-11-10', { status: 'failed' })] };
  it.each([
    ['2023-11-22', []],
    ['2023-11-21', ['relation-ended']],
    ['2026-11-22', ['relation-ended']],
  ] as const)('goes on by volunteering or an event on %s: %j', (day, expected) => {
    expect(suppressionsOf(donor({ ...old, involvements: [{ id: 1, day, kind: 'event' }] }))).toEqual(expected);
  });
});

describe('contact pressure over all channels', () => {
  const mail = (day: CalendarDay, channel: 'email' | 'post' | 'phone' = 'email', isOutgoing = true) => ({
    id: 1,
    day,
    channel,
    isOutgoing,
    isThanks: false,
  });
  const pressed = (facts: Partial<DonorFacts>, limits = { contactsIn30Days: 2 }) =>
    suppressionsOf(donor({ gifts: [NEW], ...facts }), { settings: withLimits(limits) });

  it('is off by default', () => {
    const moments = Array.from({ length: 60 }, () => mail('2026-11-20'));
    expect(suppressionsOf(donor({ gifts: [NEW], moments }))).toEqual([]);
  });

  it('counts what reached the donor: mail, post, voicemail and letters ticked off here', () => {
    expect(pressed({ moments: [mail('2026-11-01'), mail('2026-11-02', 'post')] })).toEqual(['contact-pressure']);
    expect(pressed({ moments: [mail('2026-11-01')] })).toEqual([]);
    expect(pressed({ moments: [mail('2026-11-01')], steps: [{ programme: 'post', day: '2026-11-14' }] })).toEqual([
      'contact-pressure',
    ]);
    expect(pressed({ moments: [mail('2026-11-01')], steps: [{ programme: 'verify', day: '2026-11-14' }] })).toEqual([]);
    expect(
      pressed({
        moments: [mail('2026-11-01')],
        calls: [call('2026-11-05', 'voicemail-left', { programme: 'service-call' })],
      }),
    ).toEqual(['contact-pressure']);
  });

  it('does not count what the donor sent, calls that only rang, or a call twice', () => {
    expect(pressed({ moments: [mail('2026-11-01'), mail('2026-11-02', 'email', false)] })).toEqual([]);
    expect(
      pressed({ moments: [mail('2026-11-01')], calls: [call('2026-11-05', 'attempt', { programme: 'service-call' })] }),
    ).toEqual([]);
    const talk = call('2026-11-05', 'voicemail-left', { programme: 'service-call' });
    expect(pressed({ moments: [mail('2026-11-05', 'phone')], calls: [talk] })).toEqual([]);
  });

  it.each([
    ['2026-10-22', []],
    ['2026-10-23', ['contact-pressure']],
  ] as const)('looks 30 days back: %s', (day, expected) => {
    expect(pressed({ moments: [mail(day), mail('2026-11-20')] })).toEqual(expected);
  });

  it.each([
    ['2025-11-21', []],
    ['2025-11-22', ['contact-pressure']],
  ] as const)('and 365 days: %s', (day, expected) => {
    const settings = withLimits({ contactsIn365Days: 2 });
    expect(suppressionsOf(donor({ gifts: [NEW], moments: [mail(day), mail('2026-09-20')] }), { settings })).toEqual(
      expected,
    );
  });

  it('keeps promises, and tells of a payment that failed', () => {
    const moments = [mail('2026-11-01'), mail('2026-11-02')];
    expect(pressed({ moments, callbacks: [callback(TODAY)] })).toEqual([]);
    expect(pressed({ moments, gifts: [gift('2026-11-15', { status: 'failed' })] })).toEqual([]);
  });
});

describe('household-pause', () => {
  const settings = withLimits({ householdPauseDays: 2 });
  it.each([
    ['2026-11-21', ['household-pause']],
    ['2026-11-20', ['household-pause']],
    ['2026-11-19', []],
    ['2026-11-22', []],
  ] as const)('somebody else on the same number was called on %s: %j', (day, expected) => {
    expect(suppressionsOf(donor({ gifts: [NEW], householdCallDays: [day] }), { settings })).toEqual(expected);
  });

  it('is off by default, and keeps promises', () => {
    expect(suppressionsOf(donor({ gifts: [NEW], householdCallDays: [TODAY] }))).toEqual([]);
    expect(
      suppressionsOf(donor({ gifts: [NEW], householdCallDays: [TODAY], callbacks: [callback(TODAY)] }), { settings }),
    ).toEqual([]);
  });
});

describe('hours between two attempts', () => {
  const settings = { ...DEFAULT_SETTINGS, thankYouCall: { ...DEFAULT_SETTINGS.thankYouCall, hoursBetween: 48 } };
  const tried = donor({ gifts: [NEW], calls: [call('2026-11-19', 'attempt', { programme: 'thank-you-call' })] });
  it.each([
    ['18:59', ['attempt-pause']],
    ['19:00', []],
  ] as const)('48 hours after 19:00 on the 19th, at %s on the 21st: %j', (time, expected) => {
    expect(suppressionsOf(tried, { settings, now: instantAt(TODAY, time) })).toEqual(expected);
  });

  it('on a day that is planned, whoever may be called by its end is on the list', () => {
    expect(suppressionsOf(tried, { settings })).toEqual([]);
    expect(suppressionsOf(tried, { settings, now: '2026-11-19T19:00:00.000Z' })).toEqual([]);
    const long = { ...settings, thankYouCall: { ...settings.thankYouCall, hoursBetween: 52 } };
    expect(suppressionsOf(tried, { settings: long })).toEqual(['attempt-pause']);
  });
});

describe('the best part of the day', () => {
  const at = (day: CalendarDay, time: string, result: 'attempt' | 'conversation' | 'closed') =>
    call(day, result, { at: instantAt(day, time) });
  it.each([
    ['nothing known', null, [], 'evening', 'most people are reached then'],
    ['asked for the morning', 'morning', [], 'morning', 'prefers to be called then'],
    [
      'answered in the afternoon before',
      null,
      [at('2026-05-01', '14:00', 'conversation')],
      'afternoon',
      'answered then before',
    ],
    [
      'did not want to talk in the morning',
      null,
      [at('2026-05-01', '11:59', 'closed')],
      'morning',
      'answered then before',
    ],
    [
      'missed in the evening',
      null,
      [at('2026-11-19', '18:00', 'attempt')],
      'afternoon',
      'another part of the day after a miss',
    ],
    [
      'missed in the evening and the afternoon',
      null,
      [at('2026-11-17', '19:00', 'attempt'), at('2026-11-19', '17:59', 'attempt')],
      'morning',
      'another part of the day after a miss',
    ],
    [
      'missed in all three',
      null,
      [
        at('2026-11-15', '10:00', 'attempt'),
        at('2026-11-17', '19:00', 'attempt'),
        at('2026-11-19', '14:00', 'attempt'),
      ],
      'evening',
      'most people are reached then',
    ],
    [
      'missed in the part that was asked for',
      'morning',
      [at('2026-11-19', '10:00', 'attempt')],
      'evening',
      'another part of the day after a miss',
    ],
    [
      'a miss before the last talk is forgotten',
      null,
      [at('2026-05-01', '19:00', 'attempt'), at('2026-05-02', '19:00', 'conversation')],
      'evening',
      'answered then before',
    ],
  ] as const)('%s', (_, preferredPart, calls, part, why) => {
    const best = bestPartOf(donor({ preferredPart, calls }), TODAY);
    expect([best.part, best.why.en]).toEqual([part, why]);
  });

  it('does not know the future', () => {
    expect(bestPartOf(donor({ calls: [at('2026-11-22', '19:00', 'attempt')] }), TODAY).part).toBe('evening');
  });
});

describe('dialling', () => {
  const promise = (time: string | null) => ({
    promisedAt: instantAt('2026-11-22', time ?? '10:00'),
    promisedTime: time,
  });
  const dial = (day: CalendarDay, time: string, requested: ReturnType<typeof promise> | null = null) => {
    const permission = mayDialAt(instantAt(day, time), DEFAULT_CALLING_HOURS, requested);
    return permission.mayDial ? permission.because : (permission.next?.day ?? null);
  };

  it('L14: within the hours, else it says when they open', () => {
    expect(dial('2026-11-21', '10:00')).toBe('open');
    expect(dial('2026-11-21', '16:00')).toBe('2026-11-23');
    expect(dial('2026-11-22', '12:00')).toBe('2026-11-23');
  });

  it.each([
    ['12:44', '2026-11-23'],
    ['12:45', 'requested'],
    ['13:00', 'requested'],
    ['15:00', 'requested'],
    ['15:01', '2026-11-23'],
  ] as const)('L15: on a Sunday at %s, asked for at 13:00: %s', (time, expected) => {
    expect(dial('2026-11-22', time, promise('13:00'))).toBe(expected);
  });

  it('L15: a promise for some time that day asks for no other hours', () => {
    expect(dial('2026-11-22', '10:00', promise(null))).toBe('2026-11-23');
  });

  it('keeps Dutch hours on the nights of the clock change, whatever the clock of the machine says', () => {
    expect(mayDialAt('2026-03-30T08:00:00.000Z', DEFAULT_CALLING_HOURS, null).mayDial).toBe(true);
    expect(mayDialAt('2026-03-30T07:59:59.000Z', DEFAULT_CALLING_HOURS, null).mayDial).toBe(false);
    expect(mayDialAt('2026-10-26T09:00:00.000Z', DEFAULT_CALLING_HOURS, null).mayDial).toBe(true);
    expect(mayDialAt('2026-10-26T08:59:59.000Z', DEFAULT_CALLING_HOURS, null).mayDial).toBe(false);
    expect(mayDialAt('2026-10-26T19:29:59.000Z', DEFAULT_CALLING_HOURS, null).mayDial).toBe(true);
    expect(mayDialAt('2026-10-26T19:30:00.000Z', DEFAULT_CALLING_HOURS, null).mayDial).toBe(false);
  });
});
