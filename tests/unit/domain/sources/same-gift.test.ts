/** A gift that several places know counts once; two equal gifts at one place are two (docs/decisions/0052). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../../../domain/calendar/day.ts';
import { groupSightings, type Sighting } from '../../../../domain/sources/same-gift.ts';

const kentaa: Sighting = {
  place: 'kentaa:6',
  key: 'donation:1',
  isPlatform: true,
  day: '2026-11-10',
  amount: 2_500,
  transaction: null,
  isCounted: true,
};
const sheet: Sighting = { ...kentaa, place: 'file:a', key: 'row:1', isPlatform: false };
const other: Sighting = { ...sheet, place: 'file:b' };

describe('a gift at two places is one', () => {
  it.each<[string, Sighting, Sighting, boolean]>([
    ['of the same day and amount', kentaa, sheet, true],
    ['that was typed three weeks later', kentaa, { ...sheet, day: '2026-12-01' }, true],
    ['not that was typed later than that', kentaa, { ...sheet, day: '2026-12-02' }, false],
    ['not of long before the platform saw it', kentaa, { ...sheet, day: '2026-11-08' }, false],
    ['that was typed the day before', kentaa, { ...sheet, day: '2026-11-09' }, true],
    [
      'that the platform saw, and may not be spoken of',
      { ...kentaa, isCounted: false },
      { ...sheet, day: '2026-12-01' },
      true,
    ],
    ['not of long before such a one', { ...kentaa, isCounted: false }, { ...sheet, day: '2026-11-08' }, false],
    [
      'of two platforms, whichever has the later day',
      { ...kentaa, day: '2026-11-20' },
      { ...kentaa, place: 'kentaa:7' },
      true,
    ],
    ['of two files, whichever has the later day', { ...sheet, day: '2026-11-20' }, other, true],
    ['not of another amount, by a cent', kentaa, { ...sheet, amount: 2_501 }, false],
    ['not at one place', kentaa, { ...kentaa, key: 'donation:2' }, false],
    [
      'by the number of the payment, however late',
      { ...kentaa, transaction: 'B5C7B7BC' },
      { ...sheet, day: '2027-03-01', transaction: 'B5C7B7BC' },
      true,
    ],
    [
      'by a number of six characters',
      { ...kentaa, transaction: '123456' },
      { ...sheet, day: '2027-03-01', transaction: '123456' },
      true,
    ],
    [
      'not by a number that is too short to say anything',
      { ...kentaa, transaction: '12345' },
      { ...sheet, day: '2027-03-01', transaction: '12345' },
      false,
    ],
  ])('%s', (_name, a, b, isOne) => {
    expect(groupSightings([a, b])).toHaveLength(isOne ? 1 : 2);
    expect(groupSightings([b, a])).toEqual(groupSightings([a, b]));
  });

  it('the platform stands for it, unless its giver may not be named there', () => {
    expect(groupSightings([sheet, kentaa])).toEqual([[kentaa, sheet]]);
    const hidden = { ...kentaa, isCounted: false };
    expect(groupSightings([hidden, sheet])).toEqual([[sheet, hidden]]);
  });

  it('a platform before a file, a file that names her before one that does not, and then by the name of the place', () => {
    const hidden = { ...kentaa, isCounted: false };
    const hiddenSheet = { ...sheet, isCounted: false };
    expect(groupSightings([hiddenSheet, other, kentaa])).toEqual([[kentaa, other, hiddenSheet]]);
    expect(groupSightings([other, sheet, hidden])).toEqual([[sheet, other, hidden]]);
    const second = { ...kentaa, place: 'kentaa:7', key: 'donation:9' };
    expect(groupSightings([sheet, second, kentaa])).toEqual([[kentaa, second, sheet]]);
  });

  it('the nearest of several, and of two that are as near the earlier', () => {
    const days = ['2026-11-04', '2026-11-10', '2026-11-14', '2026-11-20'] as const;
    const seen = days.map((day, index) => ({ ...kentaa, day, key: `donation:${index}` }));
    const joined = (day: Sighting['day']): number =>
      groupSightings([...seen, { ...sheet, day }]).findIndex((group) => group.length === 2);
    expect([joined('2026-11-13'), joined('2026-11-16'), joined('2026-11-12')]).toEqual([2, 2, 1]);
    expect(joined('2026-11-19')).toBe(3);
    const near = [seen[1] ?? kentaa, { ...kentaa, day: '2026-11-12', key: 'donation:8' } as const];
    expect(groupSightings([...near, { ...sheet, day: '2026-11-11' }])[0]).toHaveLength(2);
  });

  it('of the same day before a nearer one in the list', () => {
    const later = { ...kentaa, key: 'donation:2', day: '2026-11-14' } as const;
    expect(groupSightings([kentaa, later, { ...sheet, day: '2026-11-14' }])).toHaveLength(2);
    expect(groupSightings([kentaa, later, { ...sheet, day: '2026-11-14' }])[1]?.[1]?.place).toBe('file:a');
  });
});

const PLACES = ['kentaa:6', 'kentaa:7', 'file:a', 'file:b'] as const;
const sightings = (spread: number): fc.Arbitrary<readonly Sighting[]> =>
  fc
    .array(
      fc.record({
        place: fc.constantFrom(...PLACES),
        day: fc.integer({ min: 0, max: spread }).map((days) => addDays('2026-10-01', days)),
        amount: fc.constantFrom(1_000, 2_500),
        isCounted: fc.boolean(),
        transaction: fc.constantFrom(null, null, 'B5C7B7BC'),
      }),
      { maxLength: 12 },
    )
    .map((all) =>
      all.map((each, index) => ({ ...each, key: `record:${index}`, isPlatform: each.place.startsWith('kentaa') })),
    );

const keysOf = (all: readonly Sighting[]) => groupSightings(all).map((group) => group.map(({ key }) => key));

it('each record is in one gift, at most one of a place, all of one amount; the order of arrival makes no difference', () => {
  fc.assert(
    fc.property(
      sightings(60).chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length })),
      ),
      ([all, shuffled]) => {
        const groups = groupSightings(all);
        expect(
          groups
            .flat()
            .map(({ key }) => key)
            .toSorted(),
        ).toEqual(all.map(({ key }) => key).toSorted());
        expect(keysOf(shuffled)).toEqual(keysOf(all));
        for (const group of groups) {
          expect(new Set(group.map(({ place }) => place)).size).toBe(group.length);
          expect(new Set(group.map(({ amount }) => amount)).size).toBe(1);
          const [first, ...others] = group;
          const byDays = others.filter(({ transaction }) => transaction === null || transaction !== first.transaction);
          for (const { day } of byDays) expect(Math.abs(daysBetween(first.day, day))).toBeLessThanOrEqual(21);
          // Whoever may be spoken of stands for those who may not.
          expect(first.isCounted).toBe(group.some(({ isCounted }) => isCounted));
        }
      },
    ),
    { numRuns: 300 },
  );
});

it('never fewer gifts than the place with most of them says; and within a day of each other, never more', () => {
  const most = (all: readonly Sighting[]): number =>
    [1_000, 2_500]
      .map((amount) => Math.max(...PLACES.map((of) => all.filter((g) => g.place === of && g.amount === amount).length)))
      .reduce((sum, count) => sum + count, 0);
  fc.assert(
    fc.property(sightings(60), sightings(1), (wide, near) => {
      expect(groupSightings(wide).length).toBeGreaterThanOrEqual(most(wide));
      expect(groupSightings(near)).toHaveLength(most(near));
    }),
    { numRuns: 300 },
  );
});
