/** What a cell of a workbook is as text. */
import { isCalendarDay } from '../../../domain/calendar/day.ts';

/** Two of them can share a line between them. */
const BEGINS_ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/** SpreadsheetML writes what XML cannot hold as `_x000D_`, and a text that looks like that as `_x005F_x000D_`. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The other way round, for what would be read as an escape. */
export function escapeText(text: string): string {
  return text.includes('_x') ? text.replaceAll(BEGINS_ESCAPE, '_x005F_') : text;
}

/** "12.5" of "12.500000000000002": a spreadsheet shows fifteen digits, and means no more. */
export function writeNumber(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? String(value) : String(Number(value.toPrecision(15)));
}

const MILLISECONDS_OF_A_DAY = 86_400_000;
/** Day 0 of the counting that begins in 1900 and has a 29 February 1900 that never was. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const DAY_ZERO_1904 = Date.UTC(1904, 0, 1);

/** "2026-11-21" of 46347, and "2026-11-21 14:30" with a fraction; null for what is no day. */
export function dayOfSerial(serial: number, from1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 1 || serial > 2_958_465) return null;
  // Until March 1900 Excel counts one day less.
  const shift = !from1904 && serial < 60 ? 1 : 0;
  const minutes = Math.round((serial + shift) * 1_440);
  const instant = new Date((from1904 ? DAY_ZERO_1904 : DAY_ZERO) + minutes * (MILLISECONDS_OF_A_DAY / 1_440));
  const text = instant.toISOString();
  const day = text.slice(0, 10);
  if (!isCalendarDay(day)) return null;
  return minutes % 1_440 === 0 ? day : `${day} ${text.slice(11, 16)}`;
}

const BUILT_IN_DAYS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58]);

/** Whether a number in this format is shown as a day. */
export function isDayFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN_DAYS.has(id);
  const bare = withoutQuoted(code.slice(0, LONGEST_FORMAT));
  return /[yj]/i.test(bare) || (/d/i.test(bare) && /m/i.test(bare));
}

/** Excel itself takes no longer one. */
const LONGEST_FORMAT = 255;
const CLOSES: Readonly<Record<string, string>> = { '"': '"', '[': ']' };

/** A format without its texts ("dag"), colours and conditions ([Red]), and single characters that are shown as they are. */
function withoutQuoted(code: string): string {
  let bare = '';
  for (let at = 0; at < code.length; at += 1) {
    const character = code[at] ?? '';
    const closes = CLOSES[character];
    if (character === '\\') at += 1;
    else if (closes === undefined) bare += character;
    else {
      const end = code.indexOf(closes, at + 1);
      at = end < 0 ? code.length : end;
    }
  }
  return bare;
}

/** 27 of "AB12"; -1 when it is no reference. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at) | 0x20;
    if (code < 97 || code > 122) break;
    column = column * 26 + code - 96;
  }
  return column - 1;
}
