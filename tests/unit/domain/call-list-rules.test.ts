/** A case for every line of call-list-rules.md about who is on the list and in which order, named after it. Today is 2026-11-21, a Saturday. */
import { describe, expect, it } from 'vitest';
import { buildCallList, ofLane } from '../../../domain/call-list/call-list.ts';
import { givingOn } from '../../../domain/giving.ts';
import { call, callback, context, donor, gift, judge, mandate, TODAY } from '../../support/build-donor.ts';

const NEW = gift('2026-11-07');

describe('Gifts', () => {
  it('a gift in the future is ignored until its day', () => {
    const facts = donor({ gifts: [gift('2026-11-22')] });
    expect(judge(facts).programme).toBeNull();
    expect(judge(facts, '2026-12-06').programme).toBe('thank-you-call');
  });

  it.each([0, -2_500])('an amount of %i never counts as a gift', (amount) => {
    expect(judge(donor({ gifts: [gift('2026-11-07', { amount })] })).programme).toBeNull();
  });
});

describe('Day 0', () => {
  const dayZero = (facts: Pick<ReturnType<typeof donor>, 'gifts' | 'mandates'>): string | null =>
    givingOn(TODAY, facts.gifts, facts.mandates).dayZero;

  it('is the date of the first received one-off gift', () => {
    expect(dayZero(donor({ gifts: [gift('2026-11-10'), gift('2026-11-07')] }))).toBe('2026-11-07');
  });

  it.each(['announced', 'failed', 'cancelled', 'reversed'] as const)(
    'is not the date of a one-off gift that is %s',
    (status) => {
      expect(dayZero(donor({ gifts: [gift('2026-11-07', { status })] }))).toBeNull();
    },
  );

  it.each(['received', 'announced'] as const)('is the date of a %s gift that belongs to a mandate', (status) => {
    expect(dayZero(donor({ gifts: [gift('2026-11-07', { status, mandateId: 1 })] }))).toBe('2026-11-07');
  });

  it('is the start of a mandate when that comes first', () => {
    const running = mandate('2026-11-03');
    expect(dayZero(donor({ mandates: [running], gifts: [gift('2026-11-07', { mandateId: running.id })] }))).toBe(
      '2026-11-03',
    );
  });

  it('is not the start of a mandate that was cancelled before its first debit', () => {
    const cancelled = mandate('2026-11-03', { status: 'cancelled' });
    const announcement = gift('2026-11-05', { status: 'cancelled', mandateId: cancelled.id });
    expect(dayZero(donor({ mandates: [cancelled], gifts: [announcement] }))).toBeNull();
    const known = { ...cancelled, cancelledDay: '2026-11-04' } as const;
    const debit = gift('2026-11-06', { status: 'failed', mandateId: cancelled.id });
    expect(dayZero(donor({ mandates: [known], gifts: [debit] }))).toBeNull();
  });

  it('is the start of a mandate that was cancelled after its first debit', () => {
    const cancelled = mandate('2026-11-03', { status: 'cancelled' });
    const debit = gift('2026-11-06', { status: 'failed', mandateId: cancelled.id });
    expect(dayZero(donor({ mandates: [cancelled], gifts: [debit] }))).toBe('2026-11-03');
    expect(dayZero(donor({ mandates: [{ ...cancelled, cancelledDay: '2026-11-06' }], gifts: [debit] }))).toBe(
      '2026-11-03',
    );
  });

  it('does not exist for a donor without any of these: no journey', () => {
    expect(judge(donor()).programme).toBeNull();
  });
});

describe('thank-you-call', () => {
  it.each([
    ['2026-11-08', 13, false],
    ['2026-11-07', 14, true],
    ['2026-10-24', 28, true],
    ['2026-10-23', 29, false],
  ] as const)('gift on %s, day %i: on the list %s', (day, _, isOn) => {
    expect(judge(donor({ gifts: [gift(day)] })).programme).toBe(isOn ? 'thank-you-call' : null);
  });

  it('is due on day 14', () => {
    expect(judge(donor({ gifts: [gift('2026-11-03')] })).due).toBe('2026-11-17');
  });

  it('is for new donors only: a later gift begins no new journey', () => {
    expect(judge(donor({ gifts: [gift('2024-06-04'), gift('2026-11-07')] })).programme).toBeNull();
  });
});

describe('major-call', () => {
  it.each([
    [100_000, '2026-11-21', true],
    [100_000, '2026-10-22', true],
    [100_000, '2026-10-21', false],
    [99_999, '2026-11-18', false],
  ] as const)('a gift of %i on %s: %s', (amount, day, isOn) => {
    const old = gift('2020-01-01');
    expect(judge(donor({ gifts: [old, gift(day, { amount })] })).programme).toBe(isOn ? 'major-call' : null);
  });

  it('or the gifts of 365 days together, with one in the last 30', () => {
    const old = gift('2020-01-01', { amount: 1_000_000 });
    const spread = ['2025-11-21', '2026-03-01', '2026-11-01'] as const;
    const amounts = spread.map((day) => gift(day, { amount: 84_000 }));
    expect(judge(donor({ gifts: [old, ...amounts] })).programme).toBe('major-call');
    expect(judge(donor({ gifts: [old, ...amounts] }), '2026-11-22').programme).toBeNull();
    expect(
      judge(
        donor({
          gifts: [
            old,
            gift('2026-03-01', { amount: 90_000 }),
            gift('2026-10-01', { amount: 90_000 }),
            gift('2026-10-20', { amount: 90_000 }),
          ],
        }),
      ).programme,
    ).toBeNull();
  });

  it('counts received gifts only', () => {
    const reversed = gift('2026-11-18', { amount: 500_000, status: 'reversed' });
    expect(judge(donor({ gifts: [gift('2020-01-01'), reversed] })).programme).toBe('service-call');
    expect(
      judge(donor({ gifts: [gift('2020-01-01'), gift('2026-11-18', { amount: 500_000, status: 'announced' })] }))
        .programme,
    ).toBeNull();
  });

  it('is due 7 days after the newest gift that alone reaches the limit, else the newest gift', () => {
    const gifts = [
      gift('2026-11-01', { amount: 150_000 }),
      gift('2026-11-05', { amount: 120_000 }),
      gift('2026-11-15', { amount: 5_000 }),
    ];
    expect(judge(donor({ gifts })).due).toBe('2026-11-12');
    const small = [
      gift('2026-08-01', { amount: 240_000 }),
      gift('2026-11-10', { amount: 9_000 }),
      gift('2026-11-12', { amount: 9_000 }),
    ];
    expect(judge(donor({ gifts: small })).due).toBe('2026-11-19');
  });

  it('is for the director', () => {
    const list = buildCallList([donor({ gifts: [gift('2026-11-18', { amount: 100_000 })] })], context());
    expect(ofLane(list, 'director').items).toHaveLength(1);
    expect(ofLane(list, 'caller').items).toHaveLength(0);
  });
});

describe('service-call', () => {
  it.each([
    ['2026-11-21', false],
    ['2026-11-20', true],
    ['2026-10-24', true],
    ['2026-10-23', false],
  ] as const)('a gift that failed on %s: %s', (day, isOn) => {
    const facts = donor({ gifts: [gift('2020-01-01'), gift(day, { status: 'failed' })] });
    expect(judge(facts).programme).toBe(isOn ? 'service-call' : null);
  });

  it('is due 3 days after it', () => {
    expect(judge(donor({ gifts: [gift('2026-11-10', { status: 'reversed' })] })).due).toBe('2026-11-13');
  });

  it('only when it is the newest gift', () => {
    expect(
      judge(donor({ gifts: [gift('2020-01-01'), gift('2026-11-10', { status: 'failed' }), gift('2026-11-12')] }))
        .programme,
    ).toBeNull();
  });
});

describe('callback', () => {
  it('is on the list from the promised day on', () => {
    const promised = donor({
      gifts: [gift('2020-01-01')],
      mandates: [mandate('2020-01-01')],
      callbacks: [callback('2026-11-21')],
    });
    expect(judge(promised, '2026-11-20').programme).toBeNull();
    expect(judge(promised).programme).toBe('callback');
    expect(judge(promised, '2026-11-25').programme).toBe('callback');
  });

  it('is in the lane in which it was promised', () => {
    const promised = donor({
      mandates: [mandate('2020-01-01')],
      callbacks: [callback('2026-11-21', { lane: 'director' })],
    });
    expect(ofLane(buildCallList([promised], context()), 'director').items).toHaveLength(1);
  });
});

describe('one donor, one list', () => {
  it('the lowest priority number wins, the others are named as also', () => {
    const facts = donor({ gifts: [gift('2026-11-07', { amount: 150_000 })] });
    const [item] = buildCallList([facts], context()).items;
    expect(item?.match.programme).toBe('major-call');
    expect(item?.also).toEqual(['thank-you-call']);
  });

  it('the winner is chosen before the suppressions: a suppressed one does not hand over', () => {
    const appointment = { day: TODAY, assignees: [] };
    const facts = donor({ gifts: [gift('2026-11-07', { amount: 150_000 })], scheduledCalls: [appointment] });
    expect(judge(facts)).toMatchObject({ programme: 'major-call', suppressions: ['scheduled'] });
  });
});

describe('done', () => {
  it('by a conversation in it on or after the day it came on the list', () => {
    const facts = donor({ gifts: [NEW], calls: [call('2026-11-21', 'conversation', { programme: 'thank-you-call' })] });
    expect(judge(facts).programme).toBeNull();
  });

  it('by a completed call that only the CRM knows, on or after that day', () => {
    expect(
      judge(donor({ gifts: [gift('2026-11-03')], calls: [call('2026-11-17', 'conversation')] })).programme,
    ).toBeNull();
    expect(
      judge(donor({ gifts: [gift('2026-11-03')], calls: [call('2026-11-16', 'conversation')] })).suppressions,
    ).toEqual(['cool-down']);
  });

  it('a conversation in major-call also does the thank-you-call', () => {
    const facts = donor({
      gifts: [gift('2026-11-07', { amount: 150_000 })],
      calls: [call('2026-11-10', 'conversation', { programme: 'major-call' })],
    });
    expect(judge(facts).programme).toBeNull();
  });

  it('a conversation in another programme does not: it starts a cool-down', () => {
    const facts = donor({ gifts: [NEW], calls: [call('2026-11-21', 'conversation', { programme: 'service-call' })] });
    expect(judge(facts)).toMatchObject({ programme: 'thank-you-call', suppressions: ['cool-down', 'attempt-today'] });
  });

  it('a donor who does not want to talk is not tried again in this programme', () => {
    const facts = donor({ gifts: [NEW], calls: [call('2026-11-21', 'closed', { programme: 'thank-you-call' })] });
    expect(judge(facts).programme).toBeNull();
  });

  it('a conversation in a callback does the programme in which it was promised', () => {
    const facts = donor({
      gifts: [NEW],
      calls: [call('2026-11-21', 'conversation', { programme: 'callback', promisedIn: 'thank-you-call' })],
    });
    expect(judge(facts).programme).toBeNull();
  });
});

describe('Order', () => {
  const order = (...donors: readonly ReturnType<typeof donor>[]): readonly number[] =>
    buildCallList(donors, context()).items.map(({ donorId }) => donorId);

  it('callbacks, then priority', () => {
    const thank = donor({ gifts: [NEW] });
    const service = donor({ gifts: [gift('2026-11-20', { status: 'failed' })] });
    const promised = donor({ mandates: [mandate('2020-01-01')], callbacks: [callback(TODAY)] });
    expect(order(thank, service, promised)).toEqual([promised.donorId, service.donorId, thank.donorId]);
  });

  it('overdue before due today before early', () => {
    const early = donor({ gifts: [gift('2026-11-20', { status: 'failed', amount: 9_000 })] });
    const today = donor({ gifts: [gift('2026-11-18', { status: 'failed', amount: 5_000 })] });
    const overdue = donor({ gifts: [gift('2026-11-10', { status: 'failed', amount: 1_000 })] });
    expect(order(early, today, overdue)).toEqual([overdue.donorId, today.donorId, early.donorId]);
  });

  it("then the larger amount, then the CRM's id as a number", () => {
    const small = donor({ crmId: 9, gifts: [gift('2026-11-07', { amount: 1_000 })] });
    const large = donor({ crmId: 100, gifts: [gift('2026-11-07', { amount: 9_000 })] });
    const same = donor({ crmId: 10, gifts: [gift('2026-11-07', { amount: 1_000 })] });
    expect(order(same, small, large)).toEqual([large.donorId, small.donorId, same.donorId]);
  });

  it('the amount of a thank-you-call is the earliest gift received or announced, else the earliest mandate', () => {
    const running = mandate('2026-11-01', { amount: 1_500 });
    const [item] = buildCallList([donor({ mandates: [running] })], context()).items;
    expect(item?.match.amount).toBe(1_500);
    const announced = gift('2026-11-04', { status: 'announced', mandateId: running.id, amount: 700 });
    const [other] = buildCallList(
      [donor({ mandates: [running], gifts: [announced, gift('2026-11-06', { amount: 50_000 })] })],
      context(),
    ).items;
    expect(other?.match.amount).toBe(700);
  });
});
