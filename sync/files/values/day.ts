/**
 * Days as exports write them: "7-11-2026", "07/11/2026", "07.11.2026", "2026-11-07", each with or without a time, which
 * is checked and left out. Day before month, the European way; a column that shows the American way is not trusted.
 */
import { dayOfInstant, isCalendarDay, type CalendarDay } from '../../../domain/calendar/day.ts';
import { notUnderstood, understood, type Reading } from './reading.ts';

const DAY_FIRST = /^(?<day>\d{1,2})(?<sign>[-/.])(?<month>\d{1,2})\k<sign>(?<year>\d{4})(?<time>[ T].*)?$/;
const ISO = /^(?<date>\d{4}-\d{2}-\d{2})(?<time>[ T].*)?$/;
/** How a spreadsheet counts days; in a text nobody knows from which year. */
const SERIAL = /^[2-6]\d{4}(?:[.,]\d+)?$/;
const TIME = /^[ T](?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?<zone>Z|[+-]\d{2}:?\d{2})?$/;

/** Outside these years a date is a slip of the pen or a program's way to say "none": 0001-01-01, 1899-12-30. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/** Whether a column of days can be trusted to put the day before the month. */
export type DayOrder = 'day-first' | 'unclear';

/** @param order what the column shows, from `dayOrderOf` */
export function readDay(text: string, order: DayOrder): Reading<CalendarDay> {
  const trimmed = text.trim();
  if (SERIAL.test(trimmed)) return A_NUMBER;
  const iso = ISO.exec(trimmed)?.groups;
  if (iso !== undefined) return checked(isoDay(iso['date'] ?? '', iso['time'] ?? ''));
  const { day = '', month = '', year = '', time = '' } = DAY_FIRST.exec(trimmed)?.groups ?? {};
  if (!isTime(time)) return NO_DAY;
  if (order === 'unclear' && Number(day) <= 12 && Number(month) <= 12 && day !== month) return MONTH_FIRST;
  return checked(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** Unclear when at least as many days can only be read month first (11/21/2026) as can only be read day first. */
export function dayOrderOf(texts: Iterable<string>): DayOrder {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const text of texts) {
    const { day = '', month = '' } = DAY_FIRST.exec(text.trim())?.groups ?? {};
    if (Number(day) > 12 && Number(month) <= 12) dayFirst += 1;
    if (Number(month) > 12 && Number(day) <= 12) monthFirst += 1;
  }
  return monthFirst > 0 && monthFirst >= dayFirst ? 'unclear' : 'day-first';
}

/** With an offset it is an instant, and its day is the one in the Netherlands. */
function isoDay(date: string, time: string): string | null {
  if (!isTime(time)) return null;
  const zone = TIME.exec(time)?.groups?.['zone'];
  if (zone === undefined || !isCalendarDay(date)) return date;
  const instant = new Date(`${date}T${time.slice(1).padStart(5, '0')}`);
  return Number.isNaN(instant.getTime()) ? null : dayOfInstant(instant);
}

function isTime(time: string): boolean {
  return time === '' || TIME.test(time);
}

function checked(day: string | null): Reading<CalendarDay> {
  if (day === null || !isCalendarDay(day)) return NO_DAY;
  const year = Number(day.slice(0, 4));
  return year < FIRST_YEAR || year > LAST_YEAR ? NO_DAY : understood(day);
}

const NO_DAY = notUnderstood({
  nl: 'Dit is geen datum die bestaat. Schrijf die als 21-11-2026 of 2026-11-21.',
  en: 'This is no date that exists. Write it as 21-11-2026 or 2026-11-21.',
});

const A_NUMBER = notUnderstood({
  nl: 'Dit is een datum zoals Excel die als getal bewaart. Geef de kolom in Excel een datumopmaak en bewaar het bestand opnieuw.',
  en: 'This is a date as Excel keeps it as a number. Give the column a date format in Excel and save the file again.',
});

const MONTH_FIRST = notUnderstood({
  nl: 'In deze kolom lijkt de maand voor de dag te staan, en deze datum kan twee dagen betekenen. Schrijf die als 2026-11-21.',
  en: 'In this column the month seems to stand before the day, and this date can mean two days. Write it as 2026-11-21.',
});
