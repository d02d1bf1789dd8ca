/** Dutch public holidays, most of which move with Easter (rules-nl.md L14). */
import { addDays, weekdayOf, type CalendarDay } from '../calendar/day.ts';

/** Easter Sunday of a Gregorian year, by the method of Meeus, Jones and Butcher. */
export function easterSunday(year: number): CalendarDay {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const leapCorrection = Math.floor((century + 8) / 25);
  const moonCorrection = Math.floor((century - leapCorrection + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const dayOfYear = epact + toSunday - 7 * late + 114;
  return dayIn(year, Math.floor(dayOfYear / 31), (dayOfYear % 31) + 1);
}

export interface HolidaySettings {
  /** Goede Vrijdag is no general day off. */
  readonly isGoodFridayClosed: boolean;
  /** Bevrijdingsdag, 5 May. */
  readonly isLiberationDayClosed: boolean;
}

/** The days of a year on which nobody is called. */
export function holidaysOf(year: number, settings: HolidaySettings): ReadonlySet<CalendarDay> {
  const easter = easterSunday(year);
  const kingsDay = dayIn(year, 4, 27);
  return new Set([
    dayIn(year, 1, 1),
    ...(settings.isGoodFridayClosed ? [addDays(easter, -2)] : []),
    easter,
    addDays(easter, 1),
    weekdayOf(kingsDay) === 7 ? addDays(kingsDay, -1) : kingsDay,
    ...(settings.isLiberationDayClosed ? [dayIn(year, 5, 5)] : []),
    addDays(easter, 39),
    addDays(easter, 49),
    addDays(easter, 50),
    dayIn(year, 12, 25),
    dayIn(year, 12, 26),
  ]);
}

function dayIn(year: number, month: number, date: number): CalendarDay {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}` as CalendarDay;
}
