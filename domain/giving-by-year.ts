/** Gifts by calendar year, for a chart: every year from the first to this one, also those without a gift. */
import type { CalendarDay } from './calendar/day.ts';
import type { Gift } from './gift.ts';
import type { Cents } from './money.ts';

export interface GivingOfYear {
  readonly year: number;
  readonly received: Cents;
  readonly count: number;
}

const yearOf = (day: CalendarDay): number => Number(day.slice(0, 4));

/** @param received gifts that were received; those after today are left out */
export function givingByYear(
  received: readonly Pick<Gift, 'day' | 'amount'>[],
  today: CalendarDay,
): readonly GivingOfYear[] {
  const known = received.filter(({ day }) => day <= today);
  if (known.length === 0) return [];
  const first = known.reduce((least, { day }) => Math.min(least, yearOf(day)), yearOf(today));
  const years = Array.from({ length: yearOf(today) - first + 1 }, (_, index) => first + index);
  return years.map((year) => {
    const own = known.filter(({ day }) => yearOf(day) === year);
    return { year, received: own.reduce((sum, { amount }) => sum + amount, 0), count: own.length };
  });
}
