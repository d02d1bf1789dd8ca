/** When the lines are open: the hours in which donors may be called (rules-nl.md L14, the narrower default). */
import { addDays, instantAt, wallClock, weekdayOf, type CalendarDay, type Instant } from '../calendar/day.ts';
import { holidaysOf, type HolidaySettings } from './holidays.ts';

/** Wall-clock times, `HH:MM`. */
export interface Opening {
  readonly opens: string;
  readonly closes: string;
}

export interface CallingHours extends HolidaySettings {
  readonly weekdays: Opening | null;
  readonly saturday: Opening | null;
  /** Evenings on which nobody is called after this time: Remembrance Day, St Nicholas' Eve, Christmas Eve. */
  readonly quietEvenings: { readonly days: readonly string[]; readonly from: string };
}

export const DEFAULT_CALLING_HOURS: CallingHours = {
  weekdays: { opens: '10:00', closes: '20:30' },
  saturday: { opens: '10:00', closes: '16:00' },
  isGoodFridayClosed: true,
  isLiberationDayClosed: true,
  quietEvenings: { days: ['05-04', '12-05', '12-24'], from: '18:30' },
};

/** A year without one open day would be a mistake in the settings; the search ends there. */
const FURTHEST_OPENING_DAYS = 366;

/** The hours of a day; null when it is a day without calls. */
export function openingOn(day: CalendarDay, hours: CallingHours): Opening | null {
  const weekday = weekdayOf(day);
  const usual = weekday === 7 ? null : weekday === 6 ? hours.saturday : hours.weekdays;
  if (usual === null || holidaysOf(Number(day.slice(0, 4)), hours).has(day)) return null;
  const { days, from } = hours.quietEvenings;
  const closes = days.includes(day.slice(5)) && from < usual.closes ? from : usual.closes;
  return usual.opens < closes ? { opens: usual.opens, closes } : null;
}

/** Open from the first minute up to, and not including, the closing time. */
export function isOpenAt(instant: Instant, hours: CallingHours): boolean {
  const { day, time } = wallClock(instant);
  const opening = openingOn(day, hours);
  return opening !== null && time >= opening.opens && time < opening.closes;
}

export interface NextOpening {
  readonly day: CalendarDay;
  readonly opens: string;
  readonly at: Instant;
}

/** The first opening after an instant; null when the settings never open. */
export function nextOpening(instant: Instant, hours: CallingHours): NextOpening | null {
  const { day, time } = wallClock(instant);
  for (let ahead = 0; ahead <= FURTHEST_OPENING_DAYS; ahead += 1) {
    const candidate = addDays(day, ahead);
    const opening = openingOn(candidate, hours);
    if (opening !== null && (ahead > 0 || time < opening.opens)) {
      return { day: candidate, opens: opening.opens, at: instantAt(candidate, opening.opens) };
    }
  }
  return null;
}
