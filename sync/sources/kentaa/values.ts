/** Values as Kentaa writes them: money as text, times with any offset, and nothing where there is nothing (kentaa.md §1). */
import { electronicFormatIBAN, isValidIBAN } from 'ibantools';
import { z } from 'zod';
import { dayOfInstant, isCalendarDay, type CalendarDay, type Instant } from '../../../domain/calendar/day.ts';
import type { Cents } from '../../../domain/money.ts';
import { wordsOfPage } from '../../crm/civicrm/failures.ts';

const LONGEST_TEXT = 500;

/** Absent, null and "" are the same; a number where a text belongs is one. */
export const text = z
  .union([z.string(), z.number(), z.null(), z.undefined()])
  .transform((value) => (value === null || value === undefined ? '' : oneLine(String(value))))
  .catch('');

/** The same, or null. */
export const textOrNull = text.transform((value) => (value === '' ? null : value));

export const flag = z.boolean().catch(false);
export const id = z.int().positive();
/** Null for what is no id. */
export const idOrNull = id
  .nullish()
  .transform((value) => value ?? null)
  .catch(null);
export const count = z.int().nonnegative().catch(0);

/** "15.0", "0.4", 1000: to whole cents, without a floating point in between. Null for what is no amount. */
export function centsIn(value: unknown): Cents | null {
  const written = typeof value === 'number' ? String(value) : value;
  if (typeof written !== 'string') return null;
  const [, sign = '', whole = '', part = ''] = /^(-?)(\d{1,10})(?:\.(\d{1,10}))?$/.exec(written.trim()) ?? [];
  if (whole === '') return null;
  const digits = part.padEnd(3, '0');
  const cents = Number(whole) * 100 + Number(digits.slice(0, 2)) + (digits.charAt(2) >= '5' ? 1 : 0);
  return sign === '-' ? -cents : cents;
}

export const money = z.unknown().optional().transform(centsIn);

/** An instant in UTC; null for what is no time. */
export function instantIn(value: unknown): Instant | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T/.test(value)) return null;
  const time = Date.parse(value);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

export const instant = z.unknown().optional().transform(instantIn);

export const day = z
  .unknown()
  .optional()
  .transform((value): CalendarDay | null => (typeof value === 'string' && isCalendarDay(value) ? value : null));

export const dayOf = (at: Instant): CalendarDay => dayOfInstant(at);

/** Null for an account number that cannot be one. */
export function ibanIn(value: string | null): string | null {
  const iban = electronicFormatIBAN(value ?? '');
  return iban !== null && isValidIBAN(iban) ? iban : null;
}

/** What a visitor read, without its markup. */
export function plainText(html: string): string {
  const words = oneLine(wordsOfPage(html).replaceAll('&nbsp;', ' ').replaceAll('&amp;', '&'));
  // A link at the end of a sentence leaves a space before the full stop.
  return words.replaceAll(/ (?=[.,;:!?])/g, '');
}

function oneLine(value: string): string {
  return value
    .slice(0, LONGEST_TEXT * 4)
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_TEXT);
}
