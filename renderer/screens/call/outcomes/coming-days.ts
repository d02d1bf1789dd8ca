/** The days on which a donor can be called back, as far ahead as an appointment is made. Pure. */
import { addDays, type CalendarDay } from '../../../../domain/calendar/day.ts';
import { writeDay } from '../../../../domain/calendar/write-day.ts';
import { DEFAULT_CALLING_HOURS, openingOn } from '../../../../domain/calling-hours/calling-hours.ts';
import type { Language } from '../../../../domain/language.ts';

const DAYS_AHEAD = 60;

/** Today, and the days after it on which there is calling by the usual hours; the backend checks the real ones. */
export function comingDays(today: CalendarDay): readonly CalendarDay[] {
  const ahead = Array.from({ length: DAYS_AHEAD }, (_, index) => addDays(today, index + 1));
  return [today, ...ahead.filter((day) => openingOn(day, DEFAULT_CALLING_HOURS) !== null)];
}

/** "donderdag 26 november". */
export function writeComingDay(day: CalendarDay, today: CalendarDay, language: Language): string {
  return writeDay(day, language, { today, style: 'weekday' });
}
