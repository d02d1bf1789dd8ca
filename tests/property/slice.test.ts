/** A list is the same with and without the slice, for every day of its window, however the days and the gifts go. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOfInstant, type CalendarDay } from '../../domain/calendar/day.ts';
import { CALLING_LANES } from '../../domain/programmes/programme-id.ts';
import { countSlice } from '../../db/queries/slice.ts';
import {
  AFTERNOON,
  askCrm,
  connectedWorkstation,
  practiceCrm,
  testClock,
  type TestClock,
  type Workstation,
} from '../support/workstation.ts';
import type { PracticeCrm } from '../../sync/practice/server.ts';

const DAYS = 14;

/** From yesterday to the last day of the window. */
const EVERY_DAY = Array.from({ length: DAYS + 2 }, (_, index) => index - 1);

async function listsOf(workstation: Workstation, days: readonly number[]): Promise<unknown> {
  const today = dayOfInstant(workstation.clock.now());
  const lists: unknown[] = [];
  for (const ahead of days) {
    for (const lane of CALLING_LANES) {
      const { items, suppressed } = await workstation.ask('list.get', { lane, date: addDays(today, ahead) });
      // The number that a donor has on a workstation differs from one to the other.
      lists.push({ ahead, lane, suppressed, items: items.map((item) => ({ ...item, donorId: 0 })) });
    }
  }
  return lists;
}

async function expectSameLists(whole: Workstation, sliced: Workstation, days = EVERY_DAY): Promise<void> {
  expect(await listsOf(sliced, days)).toEqual(await listsOf(whole, days));
}

async function pair(crm: PracticeCrm, clock: TestClock): Promise<readonly [Workstation, Workstation]> {
  return [
    await connectedWorkstation(crm, { clock, sliceDays: null }),
    await connectedWorkstation(crm, { clock, sliceDays: DAYS }),
  ];
}

describe('the slice', () => {
  it('gives the lists of the captured charity, and holds the details of fewer donors', async () => {
    const [whole, sliced] = await pair(await practiceCrm(), testClock());
    await expectSameLists(whole, sliced);
    const { inside, outside } = await countSlice(sliced.backend.store.reader);
    expect(await countSlice(whole.backend.store.reader)).toEqual({ inside: inside + outside, outside: 0 });
    expect(outside).toBeGreaterThan(inside);
  });

  it('gives the same lists while days pass and people give, fail to pay, change and go', async () => {
    const step = fc.record({
      donor: fc.nat(),
      amount: fc.constantFrom(10, 25, 1_000, 2_600),
      status: fc.constantFrom('Completed', 'Pending', 'Failed', 'Refunded'),
      ago: fc.integer({ min: 0, max: 40 }),
      days: fc.integer({ min: 0, max: 9 }),
      looksAt: fc.uniqueArray(fc.constantFrom(...EVERY_DAY), { minLength: 3, maxLength: 4 }),
      also: fc.constantFrom('nothing', 'objection', 'bin', 'phone', 'call'),
    });
    await fc.assert(
      fc.asyncProperty(fc.nat(1_000), fc.array(step, { minLength: 1, maxLength: 4 }), async (seed, steps) => {
        const clock = testClock(AFTERNOON);
        const crm = await practiceCrm({
          clock: () => new Date(clock.now()),
          fill: { kind: 'invented', donors: 120, seed, date: '2026-11-21' },
        });
        const [whole, sliced] = await pair(crm, clock);
        await expectSameLists(whole, sliced);
        const donors = await askCrm(crm, 'Contact', 'get', {
          select: ['id'],
          where: [['contact_type', '=', 'Individual']],
          orderBy: { id: 'ASC' },
        });
        for (const { days, donor, amount, status, ago, looksAt, also } of steps) {
          clock.advance(days * 86_400);
          const today = dayOfInstant(clock.now());
          const id = Number(donors[donor % donors.length]?.['id']);
          await askCrm(crm, 'Contribution', 'create', {
            values: {
              contact_id: id,
              total_amount: amount,
              'financial_type_id:name': 'Donation',
              receive_date: `${addDays(today, -ago)} 10:00:00`,
              'contribution_status_id:name': status,
            },
          });
          await change(crm, id, also, today);
          for (const workstation of [whole, sliced]) expect((await workstation.sync())?.failure).toBeNull();
          await expectSameLists(whole, sliced, looksAt);
        }
        await whole.close();
        await sliced.close();
        await crm.stop();
      }),
      { numRuns: 6 },
    );
  }, 120_000);
});

async function change(crm: PracticeCrm, id: number, what: string, today: CalendarDay): Promise<void> {
  const where = [['id', '=', id]];
  if (what === 'objection') await askCrm(crm, 'Contact', 'update', { where, values: { do_not_phone: true } });
  if (what === 'bin') await askCrm(crm, 'Contact', 'delete', { where });
  if (what === 'phone') await askCrm(crm, 'Phone', 'create', { values: { contact_id: id, phone: '0612345678' } });
  if (what !== 'call') return;
  await askCrm(crm, 'Activity', 'create', {
    values: {
      'activity_type_id:name': 'Phone Call',
      'status_id:name': 'Completed',
      source_contact_id: 'user_contact_id',
      target_contact_id: [id],
      activity_date_time: `${today} 10:00:00`,
    },
  });
}
