/** A calendar date with a time of day, without a zone. Months count from 1; values out of range carry over, as in PHP. */
export interface LocalDate {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

/** Reads `YYYY-MM-DD HH:MM:SS`. */
export function readLocalDate(text: string): LocalDate {
  const part = (from: number, to: number): number => Number(text.slice(from, to));
  return {
    year: part(0, 4),
    month: part(5, 7),
    day: part(8, 10),
    hour: part(11, 13),
    minute: part(14, 16),
    second: part(17, 19),
  };
}

/** `YYYY-MM-DD HH:MM:SS`, with 31 February written as 3 March. */
export function writeLocalDate(date: LocalDate): string {
  const carried = new Date(0);
  carried.setUTCFullYear(date.year, date.month - 1, date.day);
  carried.setUTCHours(date.hour, date.minute, date.second);
  return carried.toISOString().slice(0, 19).replace('T', ' ');
}

/** `YYYYMMDDHHMMSS`: the form in which the server hands a date to its database, and echoes it in some answers. */
export function compactDate(localText: string): string {
  return localText.replace(/\D/g, '');
}

/** The way back from {@link compactDate}. */
export function expandDate(compact: string): string {
  const [date, time] = [compact.slice(0, 8), compact.slice(8, 14).padEnd(6, '0')];
  return `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)} ${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4, 6)}`;
}
