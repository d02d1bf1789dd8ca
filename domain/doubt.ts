/** Doubtful details (call-list-rules.md): what a caller or verifier should ask about. A question, never a verdict. */
import type { DetailField } from './correction.ts';
import type { Sentence } from './language.ts';
import { validNumberIn } from './phone-number.ts';
import type { PersonName } from './person-name.ts';
import type { PostalAddress } from './postal-address.ts';
import { isPostcodeOf } from './postcode.ts';

const PREFIX_WORDS = /^(?:van|von|de|der|den|het|in|op|aan|ter|ten|te|el|al|bij|onder|voor|'t|’t)\s/i;

export function doubtAboutName({ kind, firstName, prefix, surname }: PersonName): Sentence | null {
  if (kind !== 'individual') return null;
  const whole = `${firstName} ${prefix} ${surname}`;
  if (/[<>=|]|\d/.test(whole)) {
    return { nl: 'Er staan vreemde tekens in de naam.', en: 'There are odd characters in the name.' };
  }
  const letters = surname.replaceAll(/[^\p{L}]/gu, '');
  if (letters.length > 2 && letters === letters.toLocaleUpperCase('nl')) {
    return {
      nl: 'De naam staat in hoofdletters. Hoe schrijft u die?',
      en: 'The name is in capitals. How is it written?',
    };
  }
  // Belgian names are registered with a capital and stay as they are; a lower-case prefix here is out of its field.
  if (prefix === '' && PREFIX_WORDS.test(surname) && surname.slice(0, 1) === surname.slice(0, 1).toLowerCase()) {
    return { nl: 'Het tussenvoegsel staat bij de achternaam.', en: 'The prefix stands with the surname.' };
  }
  return null;
}

export function doubtAboutPhone(raw: string): Sentence | null {
  if (raw.trim() === '') return null;
  const number = validNumberIn(raw);
  if (number === null) return { nl: 'Dit nummer lijkt niet te kloppen.', en: 'This number does not look right.' };
  return /\p{L}/u.test(raw) ? { nl: 'Er staat tekst bij het nummer.', en: 'There is text with the number.' } : null;
}

/** RFC 5321 allows 64 before the @ and 255 behind it. */
export const LONGEST_EMAIL = 320;

export function doubtAboutEmail(email: string): Sentence | null {
  if (email.trim() === '') return null;
  if (email.length <= LONGEST_EMAIL && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return null;
  return { nl: 'Dit e-mailadres lijkt niet te kloppen.', en: 'This e-mail address does not look right.' };
}

export function doubtAboutAddress({ street, postcode, country }: PostalAddress): Sentence | null {
  if (street.trim() === '') return { nl: 'Er is geen straat bekend.', en: 'No street is known.' };
  if (!isPostcodeOf(country, postcode)) {
    return { nl: 'De postcode lijkt niet te kloppen.', en: 'The postcode does not look right.' };
  }
  return /\d/.test(street) ? null : { nl: 'Het huisnummer ontbreekt.', en: 'The house number is missing.' };
}

export const DETAIL_LABELS: Readonly<Record<DetailField, Sentence>> = {
  name: { nl: 'Naam', en: 'Name' },
  address: { nl: 'Adres', en: 'Address' },
  phone: { nl: 'Telefoon', en: 'Phone' },
  email: { nl: 'E-mail', en: 'E-mail' },
};
