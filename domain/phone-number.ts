/** Phone numbers, checked by libphonenumber's full metadata (call-list-rules.md, `bad-phone`). */
import { findPhoneNumbersInText, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** A phone number in international form, `+31612345678`. */
export type E164 = `+${string}`;

/** Longer text is no phone number; the search below is not run over it. */
const LONGEST_TEXT = 250;

/**
 * The valid number in a text as people keep it: "06-12345678", "+32 475 12 34 56", "via dochter (Anja) 0612 345 678".
 * Numbers without a country are Dutch. Null when there is no valid number in it.
 */
export function validNumberIn(raw: string): E164 | null {
  if (raw.length > LONGEST_TEXT) return null;
  const whole = parsePhoneNumberFromString(raw, 'NL');
  if (whole?.isValid()) return whole.number as E164;
  const found = findPhoneNumbersInText(raw, 'NL').find(({ number }) => number.isValid());
  return found ? (found.number.number as E164) : null;
}

/** How a number is read aloud and dialled here: national for Dutch numbers ("06 12345678"), else international. */
export function writeNumber(number: E164): string {
  const parsed = parsePhoneNumberFromString(number);
  if (!parsed) return number;
  return parsed.country === 'NL' ? readable(parsed.formatNational()) : parsed.formatInternational();
}

/** `tel:` link of a number: digits and the plus only, so nothing else can ride along. */
export function telephoneLink(number: E164): string {
  return `tel:+${number.replaceAll(/\D/g, '')}`;
}

/** Groups of two after the mobile prefix, "06 12 34 56 78": the way Dutch people say them. */
function readable(national: string): string {
  const mobile = /^06[ -]?(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(national);
  return mobile ? `06 ${mobile.slice(1).join(' ')}` : national.replaceAll('-', ' ');
}
