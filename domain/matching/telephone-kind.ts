/** Whether a number is somebody's own, or that of a house: a mobile is, where its country tells them apart. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { E164 } from '../phone-number.ts';

export function isMobile(number: E164): boolean {
  // Dutch numbers, nearly all there are, without taking them apart.
  if (number.startsWith('+31')) return number.startsWith('+316');
  const type = parsePhoneNumberFromString(number)?.getType();
  return type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE';
}
