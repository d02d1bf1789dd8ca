/** The list, its order and the first reason are those of call-list-rules.md: on the captured charity any day, and for any donors. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDay } from '../../domain/calendar/day.ts';
import { buildCallList } from '../../domain/call-list/call-list.ts';
import type { DonorFacts } from '../../domain/donor-facts.ts';
import { arbitraryDonors } from '../support/arbitrary-donor.ts';
import { context, TODAY } from '../support/build-donor.ts';
import { capturedDonors } from '../support/captured-donors.ts';
import { listByTheBook, type BookLine } from '../support/rules-by-the-book.ts';

const CAPTURED = capturedDonors();

interface Both {
  readonly list: readonly BookLine[];
  readonly left: readonly BookLine[];
}

function ours(donors: readonly DonorFacts[], day: CalendarDay): Both {
  const { items, suppressed } = buildCallList(donors, context(day));
  const lines = (candidates: typeof items): readonly BookLine[] =>
    candidates.map(({ donorId, match: { programme, lane }, also, suppressions }) => ({
      donorId,
      programme,
      lane,
      also,
      reasons: suppressions.map(({ id }) => id),
    }));
  return { list: lines(items), left: lines(suppressed) };
}

function book(donors: readonly DonorFacts[], day: CalendarDay): Both {
  const all = listByTheBook(donors, day, null);
  return {
    list: all.filter(({ reasons }) => reasons.length === 0),
    left: all.filter(({ reasons }) => reasons.length > 0),
  };
}

describe('call-list-rules.md', () => {
  // Half a year around the capture, and days on which old windows, year limits and the three years end.
  const days = [
    ...Array.from({ length: 130 }, (_, index) => addDays('2026-10-01', index)),
    '2024-03-10',
    '2025-12-31',
    '2026-02-28',
    '2027-03-28',
    '2027-10-31',
    '2028-02-29',
    '2029-11-21',
  ] as readonly CalendarDay[];

  it('on 2026-11-21 and on any other day, for the captured charity', () => {
    let [listed, left] = [0, 0];
    for (const day of days) {
      const expected = book(CAPTURED, day);
      expect([day, ours(CAPTURED, day)]).toEqual([day, expected]);
      listed += expected.list.length;
      left += expected.left.length;
    }
    expect(listed).toBeGreaterThan(1_000);
    expect(left).toBeGreaterThan(100);
  });

  it('for any donors', () => {
    fc.assert(
      fc.property(arbitraryDonors, fc.integer({ min: -40, max: 40 }), (donors, ahead) => {
        const day = addDays(TODAY, ahead);
        expect(ours(donors, day)).toEqual(book(donors, day));
      }),
      { numRuns: 300 },
    );
  });
});
