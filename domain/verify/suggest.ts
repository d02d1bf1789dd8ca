/**
 * What a doubtful detail probably should be, with the reason for a person to judge. Only what follows from the value
 * itself is suggested: nothing is looked up, nothing is invented, and nothing is changed by itself.
 */
import { LONGEST_EMAIL } from '../doubt.ts';
import { refuseCorrection, type Correction, type DetailField } from '../correction.ts';
import type { CorrectedValue } from '../corrected-value.ts';
import { isSameValue } from '../corrected-value.ts';
import type { Sentence } from '../language.ts';
import { validNumberIn, writeNumber } from '../phone-number.ts';
import { dutchPostcode, writePostcode, type PostalAddress } from '../postal-address.ts';
import { doubtedDomain, withDomain } from './email-domain.ts';

type NameValue = Extract<Correction, { field: 'name' }>['value'];

export interface Suggestion<Value extends CorrectedValue = CorrectedValue> {
  readonly value: Value;
  readonly why: Sentence;
}

/** Null when nothing better follows from the value. What is suggested can always be kept. */
export function suggest(field: DetailField, value: CorrectedValue): Suggestion | null {
  const found = ofField(field, value);
  if (found === null || isUnchanged(found.value, value, field) || !canBeKept(field, found.value)) return null;
  return found;
}

/** Two notations of one number are the same number, and not the same text: the words beside it are what goes. */
function isUnchanged(a: CorrectedValue, b: CorrectedValue, field: DetailField): boolean {
  return typeof a === 'string' ? a === b : isSameValue(a, b, field);
}

function ofField(field: DetailField, value: CorrectedValue): Suggestion | null {
  if (field === 'phone') return typeof value === 'string' ? suggestPhone(value) : null;
  if (field === 'email') return typeof value === 'string' ? suggestEmail(value) : null;
  if (typeof value === 'string') return null;
  if (field === 'address') return 'street' in value ? suggestAddress(value) : null;
  return 'surname' in value ? suggestName(value) : null;
}

function canBeKept(field: DetailField, value: CorrectedValue): boolean {
  // What it was before does not decide whether it can be kept.
  return (
    refuseCorrection({
      field,
      rowId: null,
      crmId: null,
      base: field === 'name' ? value : null,
      value,
    } as Correction) === null
  );
}

/** Letters that are typed for digits, and words around a number. */
function suggestPhone(raw: string): Suggestion<string> | null {
  const within = validNumberIn(raw);
  if (within !== null) {
    const why = { nl: 'Alleen het nummer, zonder de tekst erbij.', en: 'Only the number, without the text.' };
    return /\p{L}/u.test(raw) ? { value: writeNumber(within), why } : null;
  }
  const digits = raw
    .replaceAll(/[oO]/g, '0')
    .replaceAll(/[lI]/g, '1')
    .replaceAll(/[^\d+]/g, '');
  const asDigits = validNumberIn(digits);
  if (asDigits !== null) {
    return {
      value: writeNumber(asDigits),
      why: { nl: 'Een letter stond voor een cijfer.', en: 'A letter stood for a digit.' },
    };
  }
  return null;
}

/** What is longer is no street, and is not searched for a postcode. */
const LONGEST_STREET = 200;

function suggestEmail(raw: string): Suggestion<string> | null {
  if (raw.length > LONGEST_EMAIL) return null;
  const tidy = raw
    .trim()
    .replaceAll(/\s+/g, '')
    .replaceAll(',', '.')
    .replaceAll(/\.{2,}/g, '.')
    .replace(/^mailto:/i, '')
    .replace(/[.;>]+$/, '')
    .replace(/^[<.]+/, '')
    .replace(/\.(?:con|cmo|comm)$/i, '.com');
  const domain = tidy.includes('@') ? doubtedDomain(tidy) : null;
  const value = domain === null ? tidy : withDomain(tidy, domain);
  if (value === raw.trim()) return null;
  return domain === null
    ? { value, why: { nl: 'Een tikfout in de leestekens.', en: 'A slip in the punctuation.' } }
    : { value, why: { nl: `Bedoeld was waarschijnlijk ${domain}.`, en: `Probably ${domain} was meant.` } };
}

/** The number that stands in the town, a postcode in the street, a postcode in another notation. */
function suggestAddress(address: PostalAddress): Suggestion<PostalAddress> | null {
  const { street, postcode, town, country } = address;
  const inStreet =
    street.length > LONGEST_STREET ? null : /^(.*?)[,\s]+([1-9]\d{3}\s?[A-Za-z]{2})(?:[,\s]+(.*))?$/.exec(street);
  if (postcode.trim() === '' && inStreet !== null && dutchPostcode(inStreet[2] ?? '') !== null) {
    const [, before = '', found = '', after = ''] = inStreet;
    return {
      value: { street: before.trim(), postcode: writePostcode(found), town: town || after.trim(), country },
      why: { nl: 'De postcode stond bij de straat.', en: 'The postcode stood with the street.' },
    };
  }
  const letters = postcode.replaceAll(/[^0-9A-Za-z]/g, '');
  if (country === 'NL' && dutchPostcode(postcode) === null && dutchPostcode(letters) !== null) {
    return {
      value: { ...address, postcode: writePostcode(letters) },
      why: { nl: 'De postcode in de gewone schrijfwijze.', en: 'The postcode as it is usually written.' },
    };
  }
  const number = /^(\d+\s?[A-Za-z]?)[,\s]+(\p{L}.*)$/u.exec(town);
  if (!/\d/.test(street) && street.trim() !== '' && number !== null) {
    return {
      value: { ...address, street: `${street.trim()} ${number[1] ?? ''}`, town: number[2] ?? '' },
      why: { nl: 'Het huisnummer stond bij de plaats.', en: 'The house number stood with the town.' },
    };
  }
  return null;
}

const PREFIX = /^((?:(?:van|von|de|der|den|het|in|op|aan|ter|ten|te|bij|onder|voor|el|al|'t|’t|'s|’s)\s+)+)(\S.*)$/iu;

/** A name in capitals, and a prefix that stands with the surname. */
function suggestName(name: NameValue): Suggestion<NameValue> | null {
  const { firstName, prefix, surname } = name;
  const letters = surname.replaceAll(/[^\p{L}]/gu, '');
  const isLoud = letters.length > 2 && letters === letters.toLocaleUpperCase('nl');
  const quiet = isLoud ? capitals(surname) : surname;
  const [, words = '', rest = ''] = prefix === '' ? (PREFIX.exec(quiet) ?? []) : [];
  const isMoved = words !== '' && (isLoud || words.slice(0, 1) === words.slice(0, 1).toLocaleLowerCase('nl'));
  if (!isLoud && !isMoved) return null;
  const value = {
    firstName: isLoud && firstName === firstName.toLocaleUpperCase('nl') ? capitals(firstName) : firstName,
    prefix: isMoved ? words.trim().toLocaleLowerCase('nl') : isLoud ? prefix.toLocaleLowerCase('nl') : prefix,
    surname: isMoved ? rest : quiet,
  };
  return isMoved
    ? { value, why: { nl: 'Het tussenvoegsel hoort in een eigen veld.', en: 'The prefix has a field of its own.' } }
    : { value, why: { nl: 'Geen hoofdletters, zoals op een envelop.', en: 'Not in capitals, as on an envelope.' } };
}

/** "VAN DER BERG-JANSEN" → "Van Der Berg-Jansen"; initials with dots stay as they are. */
function capitals(text: string): string {
  return text
    .toLocaleLowerCase('nl')
    .replaceAll(
      /(^|[\s.\-'’])(ij|\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toLocaleUpperCase('nl'),
    );
}
