/** The summary of giving that is carried on by later gifts is the one that all gifts together give. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../domain/calendar/day.ts';
import { extendSummary, givingDayByDay, givingOn, summariseGiving } from '../../domain/giving.ts';
import { arbitraryDonor } from '../support/arbitrary-donor.ts';
import { gift, TODAY } from '../support/build-donor.ts';

describe('givingDayByDay', () => {
  it('is on every day what is made of all gifts and mandates for that day', () => {
    const days = Array.from({ length: 80 }, (_, index) => addDays(TODAY, index - 70));
    fc.assert(
      fc.property(arbitraryDonor, fc.subarray(days), ({ gifts, mandates }, asked) => {
        const givingOnDay = givingDayByDay(gifts, mandates);
        for (const day of asked) expect(givingOnDay(day)).toEqual(givingOn(day, gifts, mandates));
      }),
    );
  });
});

describe('extendSummary', () => {
  it('says nothing, or what all gifts and mandates come to', () => {
    let carriedOn = 0;
    fc.assert(
      fc.property(arbitraryDonor, fc.nat(), ({ gifts, mandates }, cut) => {
        const byDay = gifts.toSorted((a, b) => (a.day < b.day ? -1 : 1));
        const known = byDay.slice(0, cut % (byDay.length + 1));
        const added = byDay.slice(known.length);
        const cancelled = new Set(mandates.flatMap(({ id, status }) => (status === 'cancelled' ? [id] : [])));
        const isDebitOfCancelled = added.some(({ mandateId }) => mandateId !== null && cancelled.has(mandateId));
        const extended = extendSummary(summariseGiving(known, mandates), added, isDebitOfCancelled);
        if (extended === null) return;
        carriedOn += 1;
        expect(extended).toEqual(summariseGiving(gifts, mandates));
      }),
      { numRuns: 1_000 },
    );
    expect(carriedOn).toBeGreaterThan(100);
  });

  it('says nothing about gifts that may have been the first, or of a cancelled mandate', () => {
    const summary = summariseGiving([gift('2026-03-01')], []);
    expect(extendSummary(summary, [gift('2026-03-01')], false)).toBeNull();
    expect(extendSummary(summary, [gift('2026-02-28')], false)).toBeNull();
    expect(extendSummary(summary, [gift('2026-03-02')], true)).toBeNull();
    expect(extendSummary(summariseGiving([], []), [gift('2026-03-02')], false)).toBeNull();
    expect(extendSummary(summary, [gift('2026-03-02')], false)).toMatchObject({ receivedCount: 2 });
  });

  it('does not count an amount of zero or less', () => {
    const summary = summariseGiving([gift('2026-03-01')], []);
    expect(extendSummary(summary, [gift('2026-01-01', { amount: -2_500 })], true)).toEqual(summary);
  });
});
