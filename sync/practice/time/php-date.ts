/**
 * The part of PHP's `strtotime` that callers of the API use: ISO and compact dates, Dutch and American order, offsets,
 * month names, and simple relative expressions. What it does not understand becomes 1 January 1970 on the real server,
 * and here.
 */
import type { SiteTime } from './site-time.ts';
import type { LocalDate } from './local-date.ts';
import { readLocalDate, writeLocalDate } from './local-date.ts';

interface Reading {
  readonly date: LocalDate;
  /** Seconds ahead of UTC when the text named an offset. */
  offset?: number;
}

type Rule = readonly [RegExp, (match: RegExpExecArray, reading: Reading) => boolean];

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const UNITS: Readonly<Record<string, readonly [keyof LocalDate, number]>> = {
  sec: ['second', 1],
  min: ['minute', 1],
  hour: ['hour', 1],
  day: ['day', 1],
  week: ['day', 7],
  fortnight: ['day', 14],
  month: ['month', 1],
  year: ['year', 1],
};
const UNIT = '(sec|min|hour|day|week|fortnight|month|year)(?:ond|ute)?s?';

function setDate(reading: Reading, year: string, month: string | number, day: string): boolean {
  const [wantedMonth, wantedDay] = [Number(month), Number(day)];
  if (wantedMonth > 12 || wantedDay > 31) return false;
  Object.assign(reading.date, { year: Number(year), month: wantedMonth, day: wantedDay });
  return true;
}

function setTime(reading: Reading, hour = '0', minute = '0', second = '0'): boolean {
  if (Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return false;
  Object.assign(reading.date, { hour: Number(hour), minute: Number(minute), second: Number(second) });
  return true;
}

function move(reading: Reading, unit: string, amount: number): boolean {
  const step = UNITS[unit.toLowerCase()];
  if (step === undefined) return false;
  reading.date[step[0]] += step[1] * amount;
  return true;
}

function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** Tried in order at the place where the previous rule stopped; the text is understood when nothing of it is left. */
const RULES: readonly Rule[] = [
  [
    /^(\d{4})(\d\d)(\d\d)(?:t?(\d\d)(\d\d)(\d\d)?)?(?!\d)/i,
    (m, r) => setDate(r, m[1] ?? '', m[2] ?? '', m[3] ?? '') && setTime(r, m[4], m[5], m[6]),
  ],
  [
    /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)t?/i,
    (m, r) => setDate(r, m[1] ?? '', m[2] ?? '', m[3] ?? '') && setTime(r),
  ],
  [/^(\d{1,2})[-.](\d{1,2})[-.](\d{4})(?!\d)/, (m, r) => setDate(r, m[3] ?? '', m[2] ?? '', m[1] ?? '') && setTime(r)],
  [/^(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/, (m, r) => setDate(r, m[3] ?? '', m[1] ?? '', m[2] ?? '') && setTime(r)],
  [
    /^(\d{1,2})[ -]([a-z]{3,9})[ ,-]+(\d{4})(?!\d)/i,
    (m, r) => monthNumber(m[2] ?? '') > 0 && setDate(r, m[3] ?? '', monthNumber(m[2] ?? ''), m[1] ?? '') && setTime(r),
  ],
  [
    /^([a-z]{3,9}) (\d{1,2}),? (\d{4})(?!\d)/i,
    (m, r) => monthNumber(m[1] ?? '') > 0 && setDate(r, m[3] ?? '', monthNumber(m[1] ?? ''), m[2] ?? '') && setTime(r),
  ],
  [/^(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?(?!\d)/, (m, r) => setTime(r, m[1], m[2], m[3])],
  [
    /^([+-])(\d\d):?(\d\d)(?!\d| )/,
    (m, r) => {
      r.offset = (Number(m[2]) * 60 + Number(m[3])) * (m[1] === '-' ? -60 : 60);
      return true;
    },
  ],
  [
    /^(z|utc|gmt)(?![a-z])/i,
    (_, r) => {
      r.offset = 0;
      return true;
    },
  ],
  [/^now(?![a-z])/i, () => true],
  [/^(today|midnight)(?![a-z])/i, (_, r) => setTime(r)],
  [/^noon(?![a-z])/i, (_, r) => setTime(r, '12')],
  [/^tomorrow(?![a-z])/i, (_, r) => move(r, 'day', 1) && setTime(r)],
  [/^yesterday(?![a-z])/i, (_, r) => move(r, 'day', -1) && setTime(r)],
  [new RegExp(`^([+-]?) ?(\\d+) ?${UNIT}( ago)?(?![a-z])`, 'i'), (m, r) => move(r, m[3] ?? '', amountOf(m))],
  [
    new RegExp(`^(next|last|previous|this) ${UNIT}(?![a-z])`, 'i'),
    (m, r) => move(r, m[2] ?? '', directionOf(m[1] ?? '')),
  ],
];

function amountOf(match: RegExpExecArray): number {
  const back = (match[1] === '-') !== (match[4] !== undefined);
  return Number(match[2]) * (back ? -1 : 1);
}

function directionOf(word: string): number {
  if (word.toLowerCase() === 'this') return 0;
  return word.toLowerCase() === 'next' ? 1 : -1;
}

/** Applies the first rule that fits; `undefined` when none does. */
function step(text: string, reading: Reading): string | undefined {
  for (const [pattern, apply] of RULES) {
    const match = pattern.exec(text);
    if (match !== null && match[0] !== '' && apply(match, reading)) return text.slice(match[0].length).trimStart();
  }
  return undefined;
}

function understand(text: string, time: SiteTime): string | undefined {
  const epoch = /^@(-?\d{1,12})$/.exec(text);
  if (epoch !== null) return time.local(Number(epoch[1]));
  const reading: Reading = { date: readLocalDate(time.localNow()) };
  let rest: string | undefined = text.trim();
  if (rest === '') return undefined;
  while (rest !== undefined && rest !== '') rest = step(rest, reading);
  if (rest === undefined) return undefined;
  const local = writeLocalDate(reading.date);
  if (reading.offset === undefined) return local;
  return time.local(Date.parse(`${local.replace(' ', 'T')}Z`) / 1000 - reading.offset);
}

/** `date('Y-m-d H:i:s', strtotime($text))` in the site's zone: garbage is the first second of 1970. */
export function localDateOf(text: string, time: SiteTime): string {
  try {
    return understand(text, time) ?? time.local(0);
  } catch (error) {
    if (error instanceof RangeError) return time.local(0);
    throw error;
  }
}
