/** Claims to the second, the division as other workstations work it out, and doubles in order. */
import { describe, expect, it } from 'vitest';
import { endOfClaim, firstOfCrossing, isAboutToEnd, isCurrent } from '../../../domain/claims/claim.ts';
import { ownPart } from '../../../domain/claims/division.ts';
import { findDoubles, type RecordedCall } from '../../../domain/claims/double.ts';

const NOW = '2026-11-21T13:00:00.700Z';

describe('a claim', () => {
  it('holds for half an hour, in whole seconds', () => {
    expect(endOfClaim(NOW)).toBe('2026-11-21T13:30:00.000Z');
  });

  it('is over at its end, not before', () => {
    expect(isCurrent({ endsAt: '2026-11-21T13:00:00.701Z' }, NOW)).toBe(true);
    expect(isCurrent({ endsAt: NOW }, NOW)).toBe(false);
    // Of a workstation whose clock is a few hours off, and of one that is ten years ahead.
    expect(isCurrent({ endsAt: '2026-11-21T17:00:00.000Z' }, NOW)).toBe(true);
    expect(isCurrent({ endsAt: '2036-11-21T13:30:00.000Z' }, NOW)).toBe(false);
    expect(isCurrent({ endsAt: '2026-11-21T12:59:59.000Z' }, NOW)).toBe(false);
  });

  it('ends after twelve and a half hours at the most: half an hour, and a clock that is half a day off', () => {
    expect(isCurrent({ endsAt: '2026-11-22T01:30:00.700Z' }, NOW)).toBe(true);
    expect(isCurrent({ endsAt: '2026-11-22T01:30:00.701Z' }, NOW)).toBe(false);
  });

  it('is extended with less than twenty minutes left', () => {
    expect(isAboutToEnd({ endsAt: '2026-11-21T13:20:00.700Z' }, NOW)).toBe(false);
    expect(isAboutToEnd({ endsAt: '2026-11-21T13:20:00.699Z' }, NOW)).toBe(true);
    expect(isAboutToEnd({ endsAt: '2026-11-21T12:00:00.000Z' }, NOW)).toBe(true);
  });

  it('that crosses others is decided by the lowest number, whatever the order', () => {
    expect(firstOfCrossing([{ crmId: 12 }, { crmId: 7 }, { crmId: 9 }])).toEqual({ crmId: 7 });
    expect(firstOfCrossing([])).toBeNull();
  });
});

describe('the division', () => {
  const donors = Array.from({ length: 24 }, (_, index) => ({ crmId: 2_000 + index * 37 }));
  const part = (me: number): readonly number[] => ownPart(donors, me, new Set([4, 6, 31])).map(({ crmId }) => crmId);

  /** Other versions of the program are on other laptops: these parts never change. */
  it('is the same in every version', () => {
    expect([4, 6, 31].map(part)).toEqual([
      [2074, 2222, 2259, 2444, 2518, 2629, 2740],
      [2000, 2333, 2370, 2481, 2555, 2851],
      [2037, 2111, 2148, 2185, 2296, 2407, 2592, 2666, 2703, 2777, 2814],
    ]);
  });

  it('gives each donor to one caller, in whatever order the callers are known', () => {
    const whole = [4, 6, 31].flatMap(part).toSorted((a, b) => a - b);
    expect(whole).toEqual(donors.map(({ crmId }) => crmId));
    expect(ownPart(donors, 6, new Set([31, 6, 4])).map(({ crmId }) => crmId)).toEqual(part(6));
    expect(ownPart(donors, 6, new Set([31, 4])).map(({ crmId }) => crmId)).toEqual(part(6));
  });

  it('does not give neighbours in the CRM to one caller', () => {
    const pairs = Array.from({ length: 40 }, (_, index) => [3_000 + 2 * index, 3_001 + 2 * index]);
    const mine = new Set(
      ownPart(
        pairs.flat().map((crmId) => ({ crmId })),
        4,
        new Set([6]),
      ).map(({ crmId }) => crmId),
    );
    expect(pairs.some(([one = 0, other = 0]) => mine.has(one) !== mine.has(other))).toBe(true);
  });

  it('keeps a donor from a file, and everybody when nobody is known', () => {
    expect(ownPart([{ crmId: null }], 4, new Set([6]))).toEqual([{ crmId: null }]);
    expect(ownPart(donors, null, new Set([6]))).toEqual(donors);
    expect(ownPart(donors, 4, new Set())).toEqual(donors);
  });
});

describe('doubles', () => {
  const call = (at: string, callerCrmId: number | null, more: Partial<RecordedCall> = {}): RecordedCall => ({
    operationId: `${at} ${callerCrmId}`,
    donorId: 1,
    day: '2026-11-21',
    at: `2026-11-21T${at}:00.000Z`,
    programme: 'thank-you-call',
    keptPromise: false,
    outcome: 'no-answer',
    callerCrmId,
    isMine: false,
    ...more,
  });

  it('come newest day first, then by donor, their calls by time and then by number', () => {
    const both = (donorId: number, day: RecordedCall['day']): readonly RecordedCall[] => [
      call('12:00', 7, { donorId, day }),
      call('10:00', 6, { donorId, day }),
      call('10:00', 5, { donorId, day }),
    ];
    const found = findDoubles([...both(9, '2026-11-20'), ...both(8, '2026-11-21'), ...both(3, '2026-11-21')]);
    expect(found.map(({ day, donorId }) => [day, donorId])).toEqual([
      ['2026-11-21', 3],
      ['2026-11-21', 8],
      ['2026-11-20', 9],
    ]);
    for (const { calls } of found) {
      expect(calls.map(({ operationId }) => operationId)).toEqual(['10:00 5', '10:00 6', '12:00 7']);
    }
  });

  it('are of one programme, one day and one donor', () => {
    const first = call('10:00', 6);
    for (const other of [{ programme: 'service-call' as const }, { day: '2026-11-20' as const }, { donorId: 2 }]) {
      expect(findDoubles([first, call('11:00', 7, other)])).toEqual([]);
    }
  });

  it('are not made by callers whom the CRM does not name, unless one of them is me', () => {
    expect(findDoubles([call('10:00', null), call('11:00', null)])).toEqual([]);
    expect(findDoubles([call('10:00', null), call('11:00', 6)])).toEqual([]);
    expect(findDoubles([call('10:00', null), call('11:00', null, { isMine: true })])).toHaveLength(1);
  });

  it('count a promise that was kept before it was made', () => {
    const promise = call('15:00', 4, { outcome: 'callback' });
    expect(findDoubles([call('14:00', 6, { keptPromise: true }), promise])).toHaveLength(1);
    expect(findDoubles([call('15:00', 6, { keptPromise: true }), promise])).toHaveLength(1);
    expect(findDoubles([call('15:01', 6, { keptPromise: true }), promise])).toEqual([]);
    expect(findDoubles([call('15:01', 6), promise])).toHaveLength(1);
  });
});
