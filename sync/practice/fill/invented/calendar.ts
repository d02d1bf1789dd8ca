/** Calendar days as whole numbers: what lies between two of them is the number of days. */
const DAY = 86_400_000;

/** The number of a day. @throws RangeError for a text that is no date */
export function dayNumber(text: string): number {
  const time = Date.parse(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(time)) throw new RangeError(`${text} is no date (YYYY-MM-DD).`);
  return time / DAY;
}

/** `YYYY-MM-DD` */
export function dayText(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The year a day is in. */
export function yearOf(day: number): number {
  return Number(dayText(day).slice(0, 4));
}

/** The same day of the month so many months on; the 28th stands in for the days that not every month has. */
export function addMonths(day: number, months: number): number {
  const date = new Date(day * DAY);
  const dayOfMonth = Math.min(date.getUTCDate(), 28);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, dayOfMonth) / DAY;
}
