/** Each step of the journey by itself: the days on which it changes, what counts as done, and what does not. */
import { describe, expect, it } from 'vitest';
import type { CalendarDay } from '../../../domain/calendar/day.ts';
import type { ContactMoment } from '../../../domain/donor-facts.ts';
import { givingOn } from '../../../domain/giving.ts';
import { journeyOf, stepOfProgramme, type JourneyQuestion } from '../../../domain/journey/journey.ts';
import { PROGRAMME_IDS } from '../../../domain/programmes/programme-id.ts';
import { DEFAULT_SETTINGS } from '../../../domain/programmes/settings.ts';
import { call, donor as buildDonor, gift, mandate } from '../../support/build-donor.ts';

const ZERO: CalendarDay = '2026-11-01';

function ask(
  today: CalendarDay,
  donor: Parameters<typeof buildDonor>[0],
  change: Partial<Pick<JourneyQuestion, 'emotions' | 'settings'>> = {},
) {
  const built = buildDonor({ gifts: [gift(ZERO)], ...donor });
  const giving = givingOn(today, built.gifts, built.mandates);
  const steps = journeyOf({ today, donor: built, giving, settings: DEFAULT_SETTINGS, emotions: [], ...change });
  return Object.fromEntries(steps.map((step) => [step.id, step]));
}

const moment = (day: CalendarDay, change: Partial<ContactMoment> = {}): ContactMoment => ({
  id: 1,
  day,
  channel: 'email',
  isOutgoing: true,
  isThanks: true,
  ...change,
});

it('a donor who gave nothing has no journey', () => {
  expect(ask('2026-11-21', { gifts: [] })).toEqual({});
});

describe('a step that has its time', () => {
  it.each([
    ['2026-11-07', 'later'],
    ['2026-11-08', 'due'],
    ['2026-12-13', 'due'],
    ['2026-12-14', 'missed'],
  ] as const)('of day 7 to 42 is on %s %s', (today, state) => {
    expect(ask(today, {})['post']).toEqual({ id: 'post', state, day: null, due: '2026-11-08', emotion: null });
  });
});

describe('the thank-you e-mail', () => {
  const step = (moments: readonly ContactMoment[], change: object = {}) =>
    ask('2026-11-21', { moments, ...change })['thanks-email'];

  it.each([
    ['on day 0', [moment(ZERO)], ZERO],
    ['today', [moment('2026-11-21')], '2026-11-21'],
    ['first, of two, whatever their order', [moment('2026-11-05'), moment('2026-11-03', { id: 2 })], '2026-11-03'],
  ] as const)('was sent %s', (_, moments, day) => {
    expect(step(moments)).toMatchObject({ state: 'done', day });
  });

  it.each([
    ['what came before day 0', moment('2026-10-31')],
    ['what comes tomorrow', moment('2026-11-22')],
    ['what the donor sent', moment(ZERO, { isOutgoing: false })],
    ['what thanks nobody', moment(ZERO, { isThanks: false })],
    ['a letter', moment(ZERO, { channel: 'post' })],
  ])('is not %s', (_, sent) => {
    expect(step([sent])?.state).toBe('missed');
  });

  it('is done as well when a coordinator ticked it off, whichever came first', () => {
    const ticked = (day: CalendarDay) => ({ steps: [{ programme: 'missing-thanks', day }] });
    expect(step([], ticked('2026-11-04'))?.day).toBe('2026-11-04');
    expect(step([moment('2026-11-03')], ticked('2026-11-04'))?.day).toBe('2026-11-03');
    expect(step([moment('2026-11-05')], ticked('2026-11-04'))?.day).toBe('2026-11-04');
    expect(step([], ticked(ZERO))?.day).toBe(ZERO);
    expect(step([], ticked('2026-11-21'))?.day).toBe('2026-11-21');
    expect(step([], ticked('2026-10-31'))?.state).toBe('missed');
    expect(step([], ticked('2026-11-22'))?.state).toBe('missed');
    expect(step([], { steps: [{ programme: 'post', day: ZERO }] })?.state).toBe('missed');
    const twice = [
      { programme: 'missing-thanks', day: '2026-11-06' },
      { programme: 'missing-thanks', day: '2026-11-04' },
    ];
    expect(step([], { steps: twice })?.day).toBe('2026-11-04');
  });
});

describe('the first debit', () => {
  const mandates = [mandate(ZERO, { id: 7 })];
  const debit = (day: CalendarDay, status: 'received' | 'failed' | 'announced' | 'reversed', mandateId = 7) =>
    gift(day, { mandateId, status });
  const step = (gifts: ReturnType<typeof gift>[], today: CalendarDay = '2026-11-21') =>
    ask(today, { gifts, mandates })['first-debit'];

  it('is due on the day for which it is announced', () => {
    expect(step([debit('2026-11-20', 'announced')])).toMatchObject({ state: 'later', day: null, due: '2026-11-20' });
  });

  it('is the first that came in; one that failed is told only as long as none came in', () => {
    const two = [debit('2026-11-10', 'received'), debit('2026-11-12', 'received')];
    expect(step(two)).toMatchObject({ state: 'done', day: '2026-11-10', due: null });
    const failedTwice = [debit('2026-11-10', 'failed'), debit('2026-11-12', 'reversed')];
    expect(step(failedTwice)).toMatchObject({ state: 'failed', day: '2026-11-10' });
  });

  it('is one of this mandate, on day 0 at the earliest and today at the latest', () => {
    expect(step([debit('2026-11-10', 'received', 8)])?.state).toBe('later');
    expect(step([debit('2026-11-22', 'received')])?.state).toBe('later');
    expect(step([debit('2026-11-21', 'received')])).toMatchObject({ state: 'done', day: '2026-11-21' });
    expect(step([debit(ZERO, 'received')])).toMatchObject({ state: 'done', day: ZERO });
    // It was given before the mandate was signed and began nothing.
    expect(step([debit('2026-10-20', 'failed'), debit('2026-11-12', 'received')])).toMatchObject({ day: '2026-11-12' });
  });

  it('belongs to the mandate of the gift of day 0 as well', () => {
    expect(ask('2026-11-21', { gifts: [debit(ZERO, 'received')] })['first-debit']).toMatchObject({ state: 'done' });
  });

  it('sounded as it did in the call about it', () => {
    const emotions = [{ day: '2026-11-12', programme: 'service-call', emotion: 'angry' }] as const;
    expect(ask('2026-11-21', { gifts: [], mandates }, { emotions })['first-debit']?.emotion).toBe('angry');
  });
});

describe('the card or letter', () => {
  const small = {
    ...DEFAULT_SETTINGS,
    post: { ...DEFAULT_SETTINGS.post, letterFromGift: 10_000, cardFromGift: 20_000 },
  };
  const off = { ...DEFAULT_SETTINGS, post: { ...DEFAULT_SETTINGS.post, isOn: false } };

  it('is no step below the least amount, or when it is switched off', () => {
    expect(ask('2026-11-21', {}, { settings: small })['post']).toBeUndefined();
    expect(ask('2026-11-21', {}, { settings: off })['post']).toBeUndefined();
  });

  it('is one all the same when it was sent', () => {
    const moments = [moment('2026-11-09', { channel: 'post', isThanks: false })];
    expect(ask('2026-11-21', { moments }, { settings: small })['post']?.day).toBe('2026-11-09');
    expect(ask('2026-11-21', { moments }, { settings: off })['post']?.day).toBe('2026-11-09');
    const steps = [{ programme: 'post' as const, day: '2026-11-08' as const }];
    expect(ask('2026-11-21', { steps }, { settings: off })['post']?.day).toBe('2026-11-08');
    expect(ask('2026-11-21', { moments, steps })['post']?.day).toBe('2026-11-08');
  });

  it('is the first thing that went by post', () => {
    const moments = [moment('2026-11-09', { channel: 'post' }), moment('2026-11-12', { channel: 'post', id: 2 })];
    expect(ask('2026-11-21', { moments })['post']?.day).toBe('2026-11-09');
  });
});

describe('the call', () => {
  const step = (calls: readonly ReturnType<typeof call>[]) => ask('2026-11-21', { calls })['call'];

  it.each([
    ['in the thank-you call', { programme: 'thank-you-call' }],
    ['by the director', { programme: 'major-call' }],
    ['that only the CRM knows', { programme: null }],
    ['in a callback of it', { programme: 'callback', promisedIn: 'thank-you-call' }],
  ] as const)('is done by a conversation %s', (_, change) => {
    expect(step([call('2026-11-16', 'conversation', change)])).toMatchObject({ state: 'done', day: '2026-11-16' });
  });

  it.each([
    ['about a failed debit', call('2026-11-16', 'conversation', { programme: 'service-call' })],
    [
      'in a callback of such a call',
      call('2026-11-16', 'conversation', { programme: 'callback', promisedIn: 'service-call' }),
    ],
    ['before day 0', call('2026-10-31', 'conversation')],
    ['of tomorrow', call('2026-11-22', 'conversation')],
    ['in which nobody was reached', call('2026-11-16', 'attempt')],
  ])('is not done by one %s', (_, other) => {
    expect(step([other])?.state).toBe('due');
  });

  it('counts from day 0 up to today, and is the first of several', () => {
    expect(step([call(ZERO, 'conversation')])?.day).toBe(ZERO);
    expect(step([call('2026-11-21', 'conversation')])?.day).toBe('2026-11-21');
    expect(step([call('2026-11-18', 'conversation'), call('2026-11-16', 'conversation')])?.day).toBe('2026-11-16');
  });

  it('left the donor as the last call of this step did', () => {
    const emotion = (...emotions: JourneyQuestion['emotions']) =>
      ask('2026-11-21', {}, { emotions })['call']?.emotion ?? null;
    const happy = { day: '2026-11-16', programme: 'thank-you-call', emotion: 'happy' } as const;
    const angry = { day: '2026-11-14', programme: 'major-call', emotion: 'angry' } as const;
    expect(emotion(happy, angry)).toBe('happy');
    expect(emotion(angry, happy)).toBe('happy');
    expect(emotion({ ...happy, day: ZERO })).toBe('happy');
    expect(emotion({ ...happy, day: '2026-10-31' })).toBeNull();
    expect(emotion({ ...happy, programme: 'birthday' })).toBeNull();
  });
});

describe('the mailings', () => {
  const step = (...moments: readonly ContactMoment[]) => {
    const steps = ask('2026-12-21', { moments });
    return [steps['first-mailing']?.day, steps['second-mailing']?.day];
  };
  const news = (day: CalendarDay, change: Partial<ContactMoment> = {}) => moment(day, { isThanks: false, ...change });

  it('are what went out by e-mail or post, in order, and have no day before that', () => {
    expect(step(news('2026-12-05', { id: 2 }), news('2026-11-20'))).toEqual(['2026-11-20', '2026-12-05']);
    expect(step(news('2026-11-20', { id: 3 }), news('2026-11-20', { id: 2, channel: 'phone' }))).toEqual([
      '2026-11-20',
      null,
    ]);
    expect(ask('2026-12-21', {})['first-mailing']).toEqual({
      id: 'first-mailing',
      state: 'later',
      day: null,
      due: null,
      emotion: null,
    });
  });

  it('are neither the card nor what thanks', () => {
    const card = news('2026-11-09', { channel: 'post' });
    const letter = news('2026-12-09', { channel: 'post', id: 2 });
    expect(step(card, letter, moment('2026-12-10', { id: 3 }))).toEqual(['2026-12-09', null]);
  });

  it('of one day come in the order of their numbers', () => {
    const card = news('2026-11-09', { channel: 'post', id: 4 });
    const magazine = news('2026-11-09', { channel: 'post', id: 5, isThanks: true });
    expect(step(magazine, card)).toEqual([undefined, undefined].map(() => null));
    expect(step(card, { ...magazine, id: 3 })).toEqual(['2026-11-09', null]);
  });
});

it('calls outside the journey belong to no step of it', () => {
  expect(PROGRAMME_IDS.map((id) => [id, stepOfProgramme(id)]).filter(([, step]) => step !== null)).toEqual(
    expect.arrayContaining([
      ['thank-you-call', 'call'],
      ['major-call', 'call'],
      ['service-call', 'first-debit'],
    ]),
  );
  expect(PROGRAMME_IDS.filter((id) => stepOfProgramme(id) !== null)).toHaveLength(3);
});
