/**
 * Calendar days and instants. A gift happens on a calendar day in the charity's time zone; a call happens at an
 * instant. The two are different types on purpose: "14 days after the gift" must not depend on the hour of the clock.
 */
import { TZDate } from '@date-fns/tz';

/** A calendar day, `YYYY-MM-DD`. */
export type CalendarDay = `${number}-${number}-${number}`;

/** A moment in time, ISO 8601 in UTC, `2026-11-21T18:30:00.000Z`. */
export type Instant = string;

/** Days are Dutch days (call-list-rules.md: "`today` is a calendar day in Europe/Amsterdam"). */
export const CHARITY_TIME_ZONE = 'Europe/Amsterdam';

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MILLISECONDS_OF_A_DAY = 86_400_000;

/** A list compares the same few thousand days a million times: parsing and writing a day is kept. */
const MOST_KEPT = 20_000;
const millisecondsOf = new Map<CalendarDay, number>();
const daysOf = new Map<number, CalendarDay>();

function utcMilliseconds(day: CalendarDay): number {
  const known = millisecondsOf.get(day);
  if (known !== undefined) return known;
  const milliseconds = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(milliseconds)) throw new RangeError(`not a calendar day: ${day}`);
  if (millisecondsOf.size >= MOST_KEPT) millisecondsOf.clear();
  millisecondsOf.set(day, milliseconds);
  return milliseconds;
}

function fromUtcMilliseconds(milliseconds: number): CalendarDay {
  const known = daysOf.get(milliseconds);
  if (known !== undefined) return known;
  const day = new Date(milliseconds).toISOString().slice(0, 10) as CalendarDay;
  if (daysOf.size >= MOST_KEPT) daysOf.clear();
  daysOf.set(milliseconds, day);
  return day;
}

/** True for a day that exists: `2026-02-29` does not. */
export function isCalendarDay(text: string): text is CalendarDay {
  const [, , month = '', date = ''] = SHAPE.exec(text) ?? [];
  if (month < '01' || month > '12' || date < '01' || date > '31') return false;
  // Most days of most months need no calendar; a first pull asks about hundreds of thousands.
  if (date <= '28') return true;
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(milliseconds) && fromUtcMilliseconds(milliseconds) === text;
}

/** The day `count` days after `day` (before it, when negative). */
export function addDays(day: CalendarDay, count: number): CalendarDay {
  return fromUtcMilliseconds(utcMilliseconds(day) + count * MILLISECONDS_OF_A_DAY);
}

/** Calendar days from `from` to `to`: 14 from 7 to 21 November, negative when `to` comes first. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return (utcMilliseconds(to) - utcMilliseconds(from)) / MILLISECONDS_OF_A_DAY;
}

/** Day of the week, 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: CalendarDay): number {
  return new Date(utcMilliseconds(day)).getUTCDay() || 7;
}

/** The calendar day that an instant falls on, on the wall clock of `timeZone`. */
export function dayOfInstant(instant: Instant | Date, timeZone = CHARITY_TIME_ZONE): CalendarDay {
  return wallClock(instant, timeZone).day;
}

/** What the clock on the wall says: day, and time as `HH:MM`. */
export function wallClock(
  instant: Instant | Date,
  timeZone = CHARITY_TIME_ZONE,
): { readonly day: CalendarDay; readonly time: string } {
  const local = new TZDate(new Date(instant).getTime(), timeZone);
  const two = (part: number): string => String(part).padStart(2, '0');
  const year = String(local.getFullYear()).padStart(4, '0');
  return {
    day: `${year}-${two(local.getMonth() + 1)}-${two(local.getDate())}` as CalendarDay,
    time: `${two(local.getHours())}:${two(local.getMinutes())}`,
  };
}

/** The instant at which the wall clock of `timeZone` shows `time` (`HH:MM`) on `day`. In the hour that a clock change skips, the hour after it. */
export function instantAt(day: CalendarDay, time: string, timeZone = CHARITY_TIME_ZONE): Instant {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(new TZDate(year, month - 1, date, hours, minutes, 0, timeZone).getTime()).toISOString();
}
