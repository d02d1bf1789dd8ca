/** Years on the calendar: anniversaries, and days so many years away. */
import { addDays, isCalendarDay, type CalendarDay } from './day.ts';

/** The same day so many years later (earlier, when negative). 29 February is 28 February in a year without one. */
export function addYears(day: CalendarDay, years: number): CalendarDay {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0');
  const same = `${year}${day.slice(4)}`;
  return isCalendarDay(same) ? same : (`${year}-02-28` as CalendarDay);
}

/** Years that have passed since a day, to the day: on an anniversary its own year counts. */
export function wholeYears(since: CalendarDay, today: CalendarDay): number {
  const years = Number(today.slice(0, 4)) - Number(since.slice(0, 4));
  return addYears(since, years) > today ? years - 1 : years;
}

export interface Anniversary {
  readonly years: number;
  readonly day: CalendarDay;
}

/** The anniversary of a day that lies within so many days of today, before or after it; null when there is none. */
export function anniversaryNear(today: CalendarDay, origin: CalendarDay, windowDays: number): Anniversary | null {
  const since = Number(origin.slice(0, 4));
  const [first, last] = [addDays(today, -windowDays), addDays(today, windowDays)];
  for (let years = Number(first.slice(0, 4)) - since; years <= Number(last.slice(0, 4)) - since; years += 1) {
    const day = addYears(origin, years);
    if (years > 0 && day >= first && day <= last) return { years, day };
  }
  return null;
}

/** The same day so many months later (earlier, when negative); the last day of a month that is too short. */
export function addMonths(day: CalendarDay, months: number): CalendarDay {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const month = `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
  for (let date = Number(day.slice(8)); date > 28; date -= 1) {
    const same = `${month}-${date}`;
    if (isCalendarDay(same)) return same;
  }
  return `${month}-${day.slice(8) > '28' ? '28' : day.slice(8)}` as CalendarDay;
}
