/**
 * The gifts of an invented charity of any size, in arrays of numbers: a million donors with seven and a half million
 * gifts take some hundred megabytes and a few seconds.
 */
import { addDays, type CalendarDay } from '../../../domain/calendar/day.ts';
import { GIFT_STATUSES } from '../../../domain/gift.ts';
import type { Random } from './random.ts';

/** The day that the measurements are made on. */
export const BENCH_DAY: CalendarDay = '2026-11-21';
/** The first donor came so many days before. */
const DAYS = 15 * 365;
export const GIFTS_PER_DONOR = 7.5;
/** Some gifts are in the calendar already. */
const DAYS_AHEAD = 10;

const STATUS = {
  received: GIFT_STATUSES.indexOf('received'),
  announced: GIFT_STATUSES.indexOf('announced'),
  failed: GIFT_STATUSES.indexOf('failed'),
  cancelled: GIFT_STATUSES.indexOf('cancelled'),
  reversed: GIFT_STATUSES.indexOf('reversed'),
} as const;

export interface InventedGiving {
  /** Gifts in the order of their days, as a CRM numbers them. */
  readonly count: number;
  readonly donor: Int32Array;
  /** Days since the first day of the charity; see `dayOf`. */
  readonly day: Int16Array;
  readonly amount: Int32Array;
  /** Index in `GIFT_STATUSES`. */
  readonly status: Uint8Array;
  /** By donor (1 to n): the day that her mandate started on, -1 for none. */
  readonly mandateDay: Int16Array;
}

export function dayOf(index: number): CalendarDay {
  return addDays(BENCH_DAY, index - DAYS);
}

/** Donors come evenly over the years; a third has a mandate; one gift in 2,000 is a major one; 1.5% goes wrong. */
export function inventGiving(donors: number, random: Random): InventedGiving {
  const count = Math.round(donors * GIFTS_PER_DONOR);
  const donor = new Int32Array(count);
  const day = new Int16Array(count);
  const amount = new Int32Array(count);
  const status = new Uint8Array(count);
  const mandateDay = new Int16Array(donors + 1).fill(-1);
  let index = 0;
  for (let id = 1; id <= donors; id += 1) {
    const first = random.below(DAYS + 1);
    const hasMandate = random.chance(0.33);
    if (hasMandate) mandateDay[id] = first;
    // Everybody gave once; the rest is divided by chance, a few times as much for who has a mandate.
    const left = count - index - (donors - id + 1);
    const share = Math.round(random.next() * 2 * (hasMandate ? 13.5 : 3.1));
    const gifts = 1 + (id === donors ? left : Math.min(left, share));
    const usual = (1 + random.below(20)) * 250;
    for (let each = 0; each < gifts; each += 1) {
      donor[index] = id;
      day[index] = each === 0 ? first : first + random.below(DAYS + DAYS_AHEAD - first);
      amount[index] = random.chance(0.000_5) ? 100_000 + random.below(400) * 1_000 : usual;
      status[index] = statusOf(day[index] ?? 0, random);
      index += 1;
    }
  }
  return { ...byDay({ count, donor, day, amount, status }), mandateDay };
}

function statusOf(day: number, random: Random): number {
  if (day > DAYS) return STATUS.announced;
  const luck = random.next();
  if (luck < 0.01) return STATUS.failed;
  if (luck < 0.015) return STATUS.reversed;
  return luck < 0.02 ? STATUS.cancelled : STATUS.received;
}

type Gifts = Omit<InventedGiving, 'mandateDay'>;

/** Counting sort: gifts of one day stay in the order of their donors. */
function byDay({ count, donor, day, amount, status }: Gifts): Gifts {
  const starts = new Int32Array(DAYS + DAYS_AHEAD + 2);
  for (const each of day) starts[each + 1] = (starts[each + 1] ?? 0) + 1;
  for (let each = 1; each < starts.length; each += 1) starts[each] = (starts[each] ?? 0) + (starts[each - 1] ?? 0);
  const sorted = {
    count,
    donor: new Int32Array(count),
    day: new Int16Array(count),
    amount: new Int32Array(count),
    status: new Uint8Array(count),
  };
  for (let from = 0; from < count; from += 1) {
    const on = day[from] ?? 0;
    const to = starts[on] ?? 0;
    starts[on] = to + 1;
    sorted.donor[to] = donor[from] ?? 0;
    sorted.day[to] = on;
    sorted.amount[to] = amount[from] ?? 0;
    sorted.status[to] = status[from] ?? 0;
  }
  return sorted;
}
