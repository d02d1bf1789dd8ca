/** Orders in time: whatever comes first comes first whatever the input's order, and numbers decide between equals. */
import { describe, expect, it } from 'vitest';
import type { CalendarDay } from '../../../domain/calendar/day.ts';
import { callsUpTo } from '../../../domain/call-list/programme-record.ts';
import { urgencyOf } from '../../../domain/call-list/order.ts';
import { findDoubles, type RecordedCall } from '../../../domain/claims/double.ts';
import { comparePhones, firstNumberOf } from '../../../domain/donor-facts.ts';
import { compareGifts } from '../../../domain/gift.ts';
import { legalBasisOf } from '../../../domain/legal-basis.ts';
import { compareMandates } from '../../../domain/mandate.ts';
import { askFeedback } from '../../../domain/programmes/ask-feedback.ts';
import { ambassadorCall } from '../../../domain/programmes/ambassador-call.ts';
import { compareCallbacks } from '../../../domain/programmes/callback.ts';
import { DEFAULT_SETTINGS } from '../../../domain/programmes/settings.ts';
import { compareTasks } from '../../../domain/tasks/task-list.ts';
import { givingOn } from '../../../domain/giving.ts';
import { buildCallList } from '../../../domain/call-list/call-list.ts';
import { call, callback, context, donor, gift, mandate, phone, TODAY } from '../../support/build-donor.ts';

/** All orders of some things. */
function permutations<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((first, at) =>
    permutations(items.filter((_, index) => index !== at)).map((rest) => [first, ...rest]),
  );
}

/** What an order makes of things that are given sorted: pairs that it sees otherwise, and orders in which it leaves them. */
function misplaced<Item>(compare: (a: Item, b: Item) => number, sorted: readonly Item[]): readonly unknown[] {
  const orders = permutations(sorted).map((mixed) => mixed.toSorted(compare));
  const pairs = sorted.flatMap((later, at) => [
    { later, sooner: later, isRight: compare(later, later) === 0 },
    ...sorted.slice(0, at).map((sooner) => ({ later, sooner, isRight: compare(later, sooner) > 0 })),
  ]);
  return [
    ...orders.filter((order) => order.some((item, at) => item !== sorted[at])),
    ...pairs.filter(({ isRight }) => !isRight),
  ];
}

describe('in order of time, then of number', () => {
  it('stand gifts', () => {
    const on = (day: '2026-11-06' | '2026-11-07', id: number) => gift(day, { id });
    expect(misplaced(compareGifts, [on('2026-11-06', 9), on('2026-11-07', 2), on('2026-11-07', 3)])).toEqual([]);
  });

  it('stand mandates', () => {
    const on = (day: '2026-11-06' | '2026-11-07', id: number) => mandate(day, { id });
    expect(misplaced(compareMandates, [on('2026-11-06', 9), on('2026-11-07', 2), on('2026-11-07', 3)])).toEqual([]);
  });

  it('stand callbacks, by the promised moment', () => {
    const on = (day: '2026-11-20' | '2026-11-21', id: number) => callback(day, { id });
    expect(misplaced(compareCallbacks, [on('2026-11-20', 9), on('2026-11-21', 2), on('2026-11-21', 3)])).toEqual([]);
  });

  it('stand numbers of a donor, the primary one first', () => {
    const number = (id: number, isPrimary: boolean) => phone('0612345678', { id, isPrimary });
    expect(misplaced(comparePhones, [number(9, true), number(2, false), number(3, false)])).toEqual([]);
    const second = phone('0612345679', { id: 2, isPrimary: false });
    const first = phone('0612345678', { id: 3, isPrimary: false });
    expect(firstNumberOf([first, second])).toBe('+31612345679');
    expect(firstNumberOf([first, phone('0612345670', { id: 9, isPrimary: true }), second])).toBe('+31612345670');
  });

  it('stand calls, up to and including today', () => {
    const early = call('2026-11-20', 'attempt', { at: '2026-11-20T10:00:00.000Z' });
    const late = call('2026-11-20', 'attempt', { at: '2026-11-20T19:00:00.000Z' });
    const today = call('2026-11-21', 'attempt', { at: '2026-11-21T09:00:00.000Z' });
    const tomorrow = call('2026-11-22', 'attempt');
    for (const mixed of permutations([today, late, tomorrow, early])) {
      expect(callsUpTo(TODAY, mixed)).toEqual([early, late, today]);
    }
    // The day counts before the moment: a call just after midnight is kept with the day that the CRM gives it.
    const misdated = call('2026-11-19', 'attempt', { at: '2026-11-20T12:00:00.000Z' });
    expect(callsUpTo(TODAY, [early, misdated])).toEqual([misdated, early]);
  });

  it('stand the calls of a double, and doubles by day and donor', () => {
    const recorded = (change: Partial<RecordedCall>): RecordedCall => ({
      operationId: 'a',
      donorId: 1,
      day: '2026-11-21',
      at: '2026-11-21T10:00:00.000Z',
      programme: 'thank-you-call',
      keptPromise: false,
      outcome: 'no-answer',
      callerCrmId: 6,
      isMine: false,
      ...change,
    });
    const later = recorded({ at: '2026-11-21T12:00:00.000Z', callerCrmId: 7, operationId: '0' });
    const calls = [recorded({ operationId: 'a' }), recorded({ operationId: 'b', callerCrmId: 8 }), later];
    for (const mixed of permutations(calls)) expect(findDoubles(mixed)[0]?.calls).toEqual(calls);
    const of = (day: RecordedCall['day'], donorId: number): readonly RecordedCall[] =>
      calls.map((each) => ({ ...each, day, donorId }));
    for (const mixed of permutations([of('2026-11-21', 3), of('2026-11-21', 8), of('2026-11-20', 1)])) {
      expect(findDoubles(mixed.flat()).map(({ day, donorId }) => `${day} ${donorId}`)).toEqual([
        '2026-11-21 3',
        '2026-11-21 8',
        '2026-11-20 1',
      ]);
    }
  });
});

describe('tasks', () => {
  type Task = Parameters<typeof compareTasks>[0];
  const task = (tieBreaker: number, due: CalendarDay, priority: number, amount: number): Task => ({
    donorId: tieBreaker,
    tieBreaker,
    match: {
      programme: 'post',
      kind: 'card',
      lane: 'coordinator',
      occasion: due,
      from: due,
      until: null,
      due,
      priority,
      amount,
      reason: { nl: '', en: '' },
      points: [],
    },
    suppressions: [],
  });

  it('stand by day, then cards before letters, then by amount, then by number', () => {
    expect(
      misplaced(compareTasks, [
        task(9, '2026-11-20', 35, 100),
        task(8, '2026-11-21', 25, 100),
        task(7, '2026-11-21', 35, 500),
        task(5, '2026-11-21', 35, 100),
        task(6, '2026-11-21', 35, 100),
      ]),
    ).toEqual([]);
  });
});

describe('the list', () => {
  const names = (donors: readonly ReturnType<typeof donor>[]): readonly number[] =>
    buildCallList(donors, context()).items.map(({ donorId }) => donorId);

  it('has callbacks of one day by the promised moment, before their amounts are looked at', () => {
    const at = (time: string, amount: number, crmId: number) =>
      donor({
        crmId,
        callbacks: [callback(TODAY, { promisedAt: `2026-11-21T${time}:00.000Z`, amount })],
        gifts: [gift('2026-05-01')],
      });
    const [first, second, third] = [at('10:00', 100, 3), at('11:00', 900, 2), at('11:00', 100, 1)];
    for (const mixed of permutations([first, second, third])) {
      expect(names(mixed)).toEqual([first.donorId, second.donorId, third.donorId]);
    }
  });

  it('has who is late before who is due, and who is due before who is early', () => {
    const [item] = buildCallList(
      [donor({ callbacks: [callback(TODAY)], gifts: [gift('2026-05-01')] })],
      context(),
    ).items;
    if (item === undefined) throw new Error('a callback is on the list');
    expect(['2026-11-20', '2026-11-21', '2026-11-22'].map((day) => urgencyOf(item, day as CalendarDay))).toEqual([
      2, 1, 0,
    ]);
  });
});

describe('the newest counts', () => {
  const question = (facts: ReturnType<typeof donor>) => ({
    today: TODAY,
    donor: facts,
    giving: givingOn(TODAY, facts.gifts, facts.mandates),
    settings: {
      ...DEFAULT_SETTINGS,
      askFeedback: { ...DEFAULT_SETTINGS.askFeedback, isOn: true },
      ambassadorCall: { ...DEFAULT_SETTINGS.ambassadorCall, isOn: true },
    },
  });

  it('of the conversations that thanked', () => {
    const held = (day: '2026-10-01' | '2026-10-20' | '2026-11-05', programme: 'thank-you-call' | 'callback') =>
      call(day, 'conversation', { programme, promisedIn: programme === 'callback' ? 'thank-you-call' : null });
    const calls = [
      held('2026-10-01', 'thank-you-call'),
      held('2026-10-20', 'callback'),
      held('2026-11-05', 'callback'),
    ];
    for (const mixed of permutations(calls)) {
      const { conditions } = askFeedback.judge(question(donor({ gifts: [gift('2026-09-01')], calls: mixed })));
      expect(conditions[1]?.value).toBe('2026-11-05');
    }
  });

  it('of the conversations of today, but none of tomorrow, no attempt, and none of another programme', () => {
    const found = (
      facts: Parameters<typeof call>[2],
      day: '2026-11-21' | '2026-11-22',
      result: 'conversation' | 'attempt',
    ) => askFeedback.judge(question(donor({ calls: [call(day, result, facts)] }))).conditions[1]?.holds;
    const thanks = { programme: 'thank-you-call' } as const;
    expect(found(thanks, '2026-11-21', 'conversation')).toBe(true);
    expect(found(thanks, '2026-11-22', 'conversation')).toBe(false);
    expect(found(thanks, '2026-11-21', 'attempt')).toBe(false);
    expect(found({ programme: 'service-call' }, '2026-11-21', 'conversation')).toBe(false);
  });

  it('of the actions', () => {
    const action = (day: '2026-10-01' | '2026-11-05' | '2026-11-20', id: number) => ({
      day,
      kind: 'own-action' as const,
      record: { kind: 'moment' as const, id },
    });
    const actions = [action('2026-10-01', 1), action('2026-11-20', 2), action('2026-11-05', 3)];
    for (const mixed of permutations(actions)) {
      const { conditions } = ambassadorCall.judge(question(donor({ actions: mixed })));
      expect(conditions[1]?.value).toBe('2026-11-20');
    }
    // Of one day the one that is known first.
    const twice = [action('2026-11-20', 5), action('2026-11-20', 6)];
    expect(ambassadorCall.judge(question(donor({ actions: twice }))).conditions[1]?.record).toEqual({
      kind: 'moment',
      id: 5,
    });
  });

  it('of the consents, whose words are shown', () => {
    const consent = (id: number, day: '2026-10-01' | '2026-11-21' | '2026-11-22', words: string) => ({
      id,
      day,
      at: `${day}T10:00:00.000Z`,
      words,
      source: 'telefoon',
    });
    const consents = [
      consent(1, '2026-10-01', 'eerst'),
      consent(2, '2026-11-21', 'laatst'),
      consent(3, '2026-11-22', 'later'),
    ];
    for (const mixed of permutations(consents)) {
      const basis = legalBasisOf(donor({ consents: mixed }), givingOn(TODAY, [], []), TODAY, {
        sourceDeclaresOffer: true,
      });
      expect(basis?.words).toBe('laatst');
    }
  });
});
