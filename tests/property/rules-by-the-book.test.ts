/** The list, its order and the first reason are those of call-list-rules.md: on the captured charity any day, and for any donors. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDay } from '../../domain/calendar/day.ts';
import { buildCallList } from '../../domain/call-list/call-list.ts';
import type { DonorFacts } from '../../domain/donor-facts.ts';
import { arbitraryDonors } from '../support/arbitrary-donor.ts';
import { context, TODAY } from '../support/build-donor.ts';
import { readFacts } from '../../db/queries/facts.ts';
import { connectedWorkstation, practiceCrm, testClock } from '../support/workstation.ts';
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

  it('for an invented charity, from its CRM through the database to the answer', async () => {
    const clock = testClock('2026-11-19T17:40:00.000Z');
    const fill = { kind: 'invented', donors: 400, seed: 3, date: '2026-11-19' } as const;
    const crm = await practiceCrm({ fill, clock: () => new Date(clock.now()) });
    const workstation = await connectedWorkstation(crm, { clock, sliceDays: null });
    const { reader } = workstation.backend.store;
    const everybody = (await reader.selectFrom('donor').select('id').execute()).map(({ id }) => id);
    const donors = await readFacts(reader, everybody);
    const person = await reader.selectFrom('person').select('crm_id').where('is_active', '=', 1).executeTakeFirst();
    let count = 0;
    for (const date of ['2026-11-19', '2026-11-20', '2026-12-05', '2027-01-02'] as const) {
      const expected = listByTheBook(donors, date, person?.crm_id ?? null).filter(
        ({ reasons }) => reasons.length === 0,
      );
      for (const lane of ['caller', 'director'] as const) {
        const { items } = await workstation.ask('list.get', { lane, date });
        const lines = expected.filter((line) => line.lane === lane);
        expect(items.map(({ donorId, programme }) => [donorId, programme])).toEqual(
          lines.map(({ donorId, programme }) => [donorId, programme]),
        );
        count += items.length;
      }
    }
    expect(count).toBeGreaterThan(50);
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
