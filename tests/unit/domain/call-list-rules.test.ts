/** A case for every line of call-list-rules.md, named after it. Today is 2026-11-21, a Saturday. */
import { describe, expect, it } from 'vitest';
import { buildCallList, countSuppressed, ofLane } from '../../../domain/call-list/call-list.ts';
import { givingOn } from '../../../domain/giving.ts';
import { call, callback, context, donor, gift, judge, mandate, phone, TODAY } from '../../support/build-donor.ts';

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

describe('Suppressions', () => {
  const suppressed = (facts: Parameters<typeof donor>[0], day = TODAY): readonly string[] =>
    judge(donor({ gifts: [NEW], ...facts }), day).suppressions;

  it('an ordinary new donor has none', () => {
    expect(suppressed({})).toEqual([]);
  });

  it('deceased', () => expect(suppressed({ isDeceased: true })).toEqual(['deceased']));
  it('removed', () => expect(suppressed({ isRemoved: true })).toEqual(['removed']));
  it('objection', () => expect(suppressed({ hasObjected: true })).toEqual(['objection']));
  it('no-phone', () => expect(suppressed({ phones: [] })).toEqual(['no-phone']));
  it('no-phone for an empty number', () => expect(suppressed({ phones: [phone('  ')] })).toEqual(['no-phone']));
  it('bad-phone', () => expect(suppressed({ phones: [phone('06-1234')] })).toEqual(['bad-phone']));

  it('bad-phone when the number was recorded as wrong, unless there is another', () => {
    const wrong = phone('0612345678', { isRecordedWrong: true });
    expect(suppressed({ phones: [wrong] })).toEqual(['bad-phone']);
    expect(suppressed({ phones: [wrong, phone('0612345679', { isPrimary: false })] })).toEqual([]);
  });

  it('text around a number is allowed', () => {
    expect(suppressed({ phones: [phone('via dochter (Anja) 0612 345 678')] })).toEqual([]);
  });

  it('no-legal-basis', () => {
    const facts = donor({ gifts: [gift('2026-11-07', { status: 'cancelled' })], callbacks: [callback(TODAY)] });
    expect(judge(facts).suppressions).toEqual(['no-legal-basis']);
    expect(judge({ ...facts, gifts: [gift('2026-11-07', { status: 'failed' })] }).suppressions).toEqual([]);
    expect(judge({ ...facts, mandates: [mandate('2026-01-01', { status: 'cancelled' })] }).suppressions).toEqual([]);
  });

  it.each([
    ['2023-11-22', []],
    ['2023-11-21', ['relation-ended']],
  ] as const)('relation-ended: newest received gift on %s (1,095 days is the last)', (day, expected) => {
    const facts = donor({ gifts: [gift(day), gift('2026-11-10', { status: 'failed' })] });
    expect(judge(facts, '2026-11-21').suppressions).toEqual(expected);
  });

  it('relation-ended does not hold with a running mandate, nor without any received gift', () => {
    const old = gift('2020-01-01');
    const failed = gift('2026-11-10', { status: 'failed' });
    expect(judge(donor({ gifts: [old, failed], mandates: [mandate('2020-01-01')] })).suppressions).toEqual([]);
    expect(
      judge(donor({ gifts: [old, failed], mandates: [mandate('2020-01-01', { status: 'ended' })] })).suppressions,
    ).toEqual(['relation-ended']);
    expect(judge(donor({ gifts: [failed] })).suppressions).toEqual([]);
  });

  it('complaint', () => expect(suppressed({ hasOpenComplaint: true })).toEqual(['complaint']));

  it('reversed: the newest gift in the journey failed and the service call is over', () => {
    const gifts = [NEW, gift('2026-11-10', { status: 'failed' })];
    const done = call('2026-11-12', 'closed', { programme: 'service-call' });
    expect(judge(donor({ gifts, calls: [done] }))).toMatchObject({
      programme: 'thank-you-call',
      suppressions: ['reversed'],
    });
    expect(judge(donor({ gifts: [NEW, gift(TODAY, { status: 'failed' })] }))).toMatchObject({
      programme: 'thank-you-call',
      suppressions: ['reversed'],
    });
  });

  it.each([
    ['2026-08-24', ['cool-down']],
    ['2026-08-23', []],
  ] as const)('cool-down: a conversation on %s (89 days ago is the last)', (day, expected) => {
    expect(suppressed({ calls: [call(day, 'conversation')] })).toEqual(expected);
  });

  it('cool-down: callbacks are exempt', () => {
    expect(
      suppressed({
        calls: [call('2026-11-01', 'conversation', { programme: 'service-call' })],
        callbacks: [callback(TODAY)],
      }),
    ).toEqual([]);
  });

  it('attempt-today; callbacks are exempt', () => {
    const tried = call(TODAY, 'attempt', { programme: 'service-call', at: '2026-11-21T09:00:00.000Z' });
    expect(suppressed({ calls: [tried] })).toEqual(['attempt-today']);
    expect(suppressed({ calls: [tried], callbacks: [callback(TODAY)] })).toEqual([]);
  });

  it.each([
    ['2026-11-20', 'attempt', ['attempt-pause']],
    ['2026-11-19', 'attempt', []],
    ['2026-11-18', 'voicemail-left', ['attempt-pause']],
    ['2026-11-17', 'voicemail-left', []],
  ] as const)('attempt-pause: on %s, %s', (day, result, expected) => {
    expect(suppressed({ calls: [call(day, result, { programme: 'service-call' })] })).toEqual(expected);
  });

  it('attempt-pause: the attempt in which a callback was promised does not pause it, a later one does', () => {
    const promised = callback(TODAY, { madeAt: '2026-11-20T18:05:00.000Z' });
    const before = call('2026-11-20', 'attempt', { at: '2026-11-20T18:00:00.000Z', programme: 'thank-you-call' });
    const after = call('2026-11-20', 'attempt', { at: '2026-11-20T19:00:00.000Z', programme: 'callback' });
    expect(suppressed({ calls: [before], callbacks: [promised] })).toEqual([]);
    expect(suppressed({ calls: [before, after], callbacks: [promised] })).toEqual(['attempt-pause']);
  });

  it('attempts-used: 3 attempts in this programme', () => {
    const gifts = [gift('2026-10-30')];
    const tried = ['2026-11-14', '2026-11-16', '2026-11-18'] as const;
    const calls = tried.map((day) => call(day, 'attempt', { programme: 'thank-you-call' }));
    expect(judge(donor({ gifts, calls })).suppressions).toEqual(['attempts-used']);
    expect(judge(donor({ gifts, calls: calls.slice(1) })).suppressions).toEqual([]);
  });

  it('attempts-used: or the first of them 10 or more days ago', () => {
    const gifts = [gift('2026-10-25')];
    expect(
      judge(donor({ gifts, calls: [call('2026-11-11', 'attempt', { programme: 'thank-you-call' })] })).suppressions,
    ).toEqual(['attempts-used']);
    expect(
      judge(donor({ gifts, calls: [call('2026-11-12', 'attempt', { programme: 'thank-you-call' })] })).suppressions,
    ).toEqual([]);
  });

  it('attempts-used: an attempt that only the CRM knows counts from the day the donor came on this list', () => {
    const gifts = [gift('2026-10-25')];
    expect(judge(donor({ gifts, calls: [call('2026-11-08', 'attempt')] })).suppressions).toEqual(['attempts-used']);
    expect(judge(donor({ gifts, calls: [call('2026-11-07', 'attempt')] })).suppressions).toEqual([]);
  });

  it('promised', () => expect(suppressed({ callbacks: [callback('2026-11-25')] })).toEqual(['promised']));

  it('scheduled: for today or later, by somebody else or nobody in particular', () => {
    expect(suppressed({ scheduledCalls: [{ day: TODAY, assignees: [] }] })).toEqual(['scheduled']);
    expect(suppressed({ scheduledCalls: [{ day: '2026-12-01', assignees: [9] }] })).toEqual(['scheduled']);
    expect(suppressed({ scheduledCalls: [{ day: TODAY, assignees: [6] }] })).toEqual([]);
    expect(suppressed({ scheduledCalls: [{ day: '2026-11-20', assignees: [] }] })).toEqual([]);
  });

  it('the first is the reason shown, all are kept', () => {
    const facts = donor({ gifts: [NEW], hasObjected: true, isDeceased: true, phones: [], hasOpenComplaint: true });
    const list = buildCallList([facts], context());
    expect(list.suppressed[0]?.suppressions.map(({ id }) => id)).toEqual([
      'deceased',
      'objection',
      'no-phone',
      'complaint',
    ]);
    expect(countSuppressed(list)).toEqual({ deceased: 1 });
  });
});

describe('same-number', () => {
  const shared = [phone('030-2345678')];

  it('of two donors with one number the upper one is called, in whatever notation', () => {
    const first = donor({ gifts: [gift('2026-11-06')], phones: shared });
    const second = donor({ gifts: [gift('2026-11-07')], phones: [phone('+31 30 2345678')] });
    const list = buildCallList([second, first], context());
    expect(list.items.map(({ donorId }) => donorId)).toEqual([first.donorId]);
    expect(list.suppressed.map(({ donorId, suppressions }) => [donorId, suppressions[0]?.id])).toEqual([
      [second.donorId, 'same-number'],
    ]);
  });

  it('over all calling lanes together', () => {
    const major = donor({ gifts: [gift('2026-11-18', { amount: 150_000 })], phones: shared });
    const caller = donor({ gifts: [gift('2026-11-07')], phones: shared });
    expect(ofLane(buildCallList([caller, major], context()), 'caller').items).toEqual([]);
  });

  it('counts the first valid number: primary first, then by id', () => {
    const one = donor({ gifts: [NEW], phones: [phone('0612345678', { id: 2, isPrimary: false }), ...shared] });
    const other = donor({ gifts: [NEW], phones: [phone('0612345678')] });
    expect(buildCallList([one, other], context()).items).toHaveLength(2);
  });

  it('a donor who is left out for another reason holds nobody back', () => {
    const husband = donor({ gifts: [gift('2026-11-06')], phones: shared, isDeceased: true });
    const widow = donor({ gifts: [gift('2026-11-07')], phones: shared });
    expect(buildCallList([husband, widow], context()).items.map(({ donorId }) => donorId)).toEqual([widow.donorId]);
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
