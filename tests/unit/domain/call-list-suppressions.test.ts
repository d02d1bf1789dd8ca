/** A case for every suppression of call-list-rules.md, named after it. Today is 2026-11-21, a Saturday. */
import { describe, expect, it } from 'vitest';
import { buildCallList, countSuppressed, ofLane } from '../../../domain/call-list/call-list.ts';
import { call, callback, context, donor, gift, judge, mandate, phone, TODAY } from '../../support/build-donor.ts';

const NEW = gift('2026-11-07');

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
