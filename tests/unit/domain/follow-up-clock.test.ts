import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '../../../domain/calendar/day.ts';
import { clockOf, compareFollowUps } from '../../../domain/follow-ups/clock.ts';

it('says how long somebody still waits, or waits too long', () => {
  const today = '2026-11-21';
  expect(clockOf('2026-11-21', today)).toEqual({ state: 'today', words: { nl: 'vandaag', en: 'today' } });
  expect(clockOf('2026-11-20', today)).toEqual({ state: 'late', words: { nl: '1 dag te laat', en: '1 day late' } });
  expect(clockOf('2026-11-24', today)).toEqual({ state: 'ahead', words: { nl: 'nog 3 dagen', en: '3 days left' } });
  expect(clockOf(null, today).state).toBe('none');
});

it('orders by the day that was promised, complaints first, and is one order for everybody', () => {
  const some = fc.record({
    id: fc.nat(),
    due: fc.option(
      fc.integer({ min: -5, max: 5 }).map((offset) => addDays('2026-11-21', offset)),
      { nil: null },
    ),
    kind: fc.constantFrom('question', 'complaint', 'idea', 'task'),
    at: fc.integer({ min: 0, max: 9 }).map((second) => `2026-11-20T10:00:0${second}.000Z`),
  });
  fc.assert(
    fc.property(fc.uniqueArray(some, { selector: ({ id }) => id }), (all) => {
      const sorted = all.toSorted(compareFollowUps);
      expect(all.toReversed().toSorted(compareFollowUps)).toEqual(sorted);
      const days = sorted.map(({ due }) => due ?? '9999-12-31');
      expect(days).toEqual(days.toSorted());
    }),
  );
});
