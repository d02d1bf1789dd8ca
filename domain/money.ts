/** Money is integer euro cents, everywhere. */
import type { Language } from './language.ts';
import { writeCount } from './write-count.ts';

/** An amount in euro cents, an integer. */
export type Cents = number;

export type MoneyStyle = 'full' | 'spoken';

/**
 * Writes an amount. `full` always shows the cents, as screens do ("€ 50,00"); `spoken` leaves out cents that are
 * zero, as sentences do ("€ 25", "€ 12,50"). The space after the sign is an ordinary one: screens make it a hard one.
 */
export function writeMoney(cents: Cents, language: Language, style: MoneyStyle = 'full'): string {
  const sign = cents < 0 ? '-' : '';
  const absolute = Math.abs(cents);
  const euros = writeCount(Math.trunc(absolute / 100), language);
  const rest = absolute % 100;
  const decimals =
    style === 'spoken' && rest === 0 ? '' : `${language === 'nl' ? ',' : '.'}${String(rest).padStart(2, '0')}`;
  return `${language === 'nl' ? '€ ' : '€'}${sign}${euros}${decimals}`;
}

/**
 * Cents of a JSON number in euros, as CiviCRM sends amounts (15, 1234.56). Rounds to the nearest cent, because a
 * binary fraction such as 1.1 is not exact; null when it is no finite number or too large to count in cents.
 */
export function centsOfEuros(euros: number): Cents | null {
  const cents = Math.round(euros * 100);
  return Number.isSafeInteger(cents) ? cents : null;
}
