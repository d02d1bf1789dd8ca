/** A day as people type it: "21-11-2026", "3/2/26", "2026-11-21". */
import { isCalendarDay, type CalendarDay } from './day.ts';

const DAY_FIRST = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/;

/** Null for what is no day that exists. Two digits of a year are this century's. */
export function readTypedDay(text: string): CalendarDay | null {
  const typed = text.trim();
  if (isCalendarDay(typed)) return typed;
  const [, date = '', month = '', year = ''] = DAY_FIRST.exec(typed) ?? [];
  const day = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isCalendarDay(day) ? day : null;
}

/** As it stands in a field: "21-11-2026". */
export function writeTypedDay(day: CalendarDay): string {
  return day.split('-').toReversed().join('-');
}
