/** Days and amounts of gifts and mandates, in every dialect the same. */
import { dayOfInstant, isCalendarDay, type CalendarDay } from '../../../../domain/calendar/day.ts';
import { centsOfEuros } from '../../../../domain/money.ts';
import { stampSchema } from '../rows.ts';

/** Of a day, or of an instant with its zone. */
export function dayOf(text: string | null | undefined): CalendarDay | null {
  const stamp = stampSchema.safeParse(text);
  const day = stamp.success ? dayOfInstant(stamp.data) : (text ?? '');
  return isCalendarDay(day) ? day : null;
}

/** Amounts of organisations with several currencies count where they are in euros. */
export function inEuros(
  amount: number | null | undefined,
  currency: string | null | undefined,
): ReturnType<typeof centsOfEuros> {
  if (amount === null || amount === undefined || (currency ?? 'EUR') !== 'EUR') return null;
  // A currency has two decimals there, and comes as a number with whatever noise that brings (salesforce.md §3).
  return centsOfEuros(Math.round(amount * 100) / 100);
}
