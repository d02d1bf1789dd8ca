/** The values that corrections carry: whether two are the same, and how they are read. */
import type { Correction, DetailField } from './correction.ts';
import type { Sentence } from './language.ts';
import { validNumberIn, writeNumber } from './phone-number.ts';
import { dutchPostcode, writePostcode, type PostalAddress } from './postal-address.ts';

export type CorrectedValue = Correction['value'];

const text = (value: string): string => value.trim();

/**
 * Whether two values say the same: two notations of one number, capitals in an e-mail address (CiviCRM keeps it in
 * lower case, civicrm-api4.md §7) and spaces around a value make no difference.
 */
export function isSameValue(a: CorrectedValue, b: CorrectedValue, field: DetailField): boolean {
  if (typeof a === 'string' || typeof b === 'string') {
    if (typeof a !== 'string' || typeof b !== 'string') return false;
    return field === 'phone' ? isSamePhone(a, b) : text(a).toLowerCase() === text(b).toLowerCase();
  }
  if ('street' in a || 'street' in b) return 'street' in a && 'street' in b && isSameAddress(a, b);
  return (['firstName', 'prefix', 'surname'] as const).every((part) => text(a[part]) === text(b[part]));
}

function isSamePhone(a: string, b: string): boolean {
  const number = validNumberIn(a);
  return text(a) === text(b) || (number !== null && number === validNumberIn(b));
}

function isSameAddress(a: PostalAddress, b: PostalAddress): boolean {
  const dutch = dutchPostcode(a.postcode);
  return (
    (['street', 'town', 'country'] as const).every((part) => text(a[part]) === text(b[part])) &&
    (text(a.postcode) === text(b.postcode) || (dutch !== null && dutch === dutchPostcode(b.postcode)))
  );
}

/** The lines of a value, the one that is read first in front: street, then postcode and town. */
export function valueLines(value: CorrectedValue, field: DetailField): readonly string[] {
  if (typeof value === 'string') {
    const number = field === 'phone' && !/\p{L}/u.test(value) ? validNumberIn(value) : null;
    return [number === null ? value : writeNumber(number)];
  }
  if ('street' in value) {
    const place = [writePostcode(value.postcode), value.town].filter((part) => part.trim() !== '').join(' ');
    return [value.street, place].filter((part) => part.trim() !== '');
  }
  return [[value.firstName, value.prefix, value.surname].filter(Boolean).join(' ')];
}

/** A value on one line. */
export function writeValue(value: CorrectedValue, field: DetailField): string {
  return valueLines(value, field).join(', ');
}

/** What a person is told about a field that changed on both sides. @param theirs null: it was removed in the CRM */
export function conflictSentence(theirs: CorrectedValue | null, field: DetailField): Sentence {
  if (theirs === null) {
    return {
      nl: 'Intussen is dit in het CRM weggehaald. Kies wat geldt.',
      en: 'Meanwhile this was removed in the CRM. Choose what holds.',
    };
  }
  const line = writeValue(theirs, field);
  return {
    nl: `Intussen is dit ook in het CRM veranderd, in "${line}". Kies wat geldt.`,
    en: `Meanwhile this was changed in the CRM too, to "${line}". Choose what holds.`,
  };
}
