/** Brings what a place says to one notation, so that two places can be compared. What is not valid is left out. */
import { electronicFormatIBAN, isValidIBAN } from 'ibantools';
import { readStreetLine } from '../postcodes/house-number.ts';
import { dutchPostcode } from '../postal-address.ts';
import { validNumberIn, type E164 } from '../phone-number.ts';
import { withoutAccents, wordsOf } from '../search/search-words.ts';
import type { Identity, KnownAddress } from './identity.ts';
import { organisationWords, personNameOf, type PreparedName } from './prepare-name.ts';

export interface PreparedAddress {
  /** "1234AB" of a Dutch one, else letters and digits. */
  readonly postcode: string;
  /** Null when no number stands at the end of the street. */
  readonly number: number | null;
  /** Letters and digits in lower case; empty for none. */
  readonly addition: string;
  readonly town: string;
}

export interface Prepared {
  readonly identity: Identity;
  readonly name: PreparedName;
  /** Words of the organisation's name without its legal form; empty for a person. */
  readonly organisation: readonly string[];
  readonly emails: ReadonlySet<string>;
  readonly ibans: ReadonlySet<string>;
  readonly phones: ReadonlySet<E164>;
  readonly addresses: readonly PreparedAddress[];
  /** `MM-DD`. */
  readonly birthday: string | null;
  /** Of the birthday, where it is known. */
  readonly birthYear: string | null;
}

export function prepare(identity: Identity): Prepared {
  const { kind, organisation } = identity;
  const own = kind === 'individual' ? organisation : organisation || identity.surname;
  return {
    identity,
    name: personNameOf(identity),
    organisation: organisationWords(own),
    emails: new Set(identity.emails.flatMap((email) => list(emailOf(email)))),
    ibans: new Set(identity.ibans.flatMap((iban) => list(ibanOf(iban)))),
    phones: new Set(identity.phones.flatMap((phone) => list(validNumberIn(phone)))),
    addresses: identity.addresses.map(addressOf),
    birthday: identity.birthday === null ? null : identity.birthday.slice(-5),
    birthYear: identity.birthday?.slice(0, -'-MM-DD'.length) || null,
  };
}

const list = <Value>(value: Value | null): readonly Value[] => (value === null ? [] : [value]);

/** Lower case and trimmed; no tricks with dots and plus signs: they are other mailboxes with many providers (kentaa.md §5). */
export function emailOf(text: string): string | null {
  const email = text.trim().toLowerCase();
  return /^[^\s@]+@[^\s@]+$/.test(email) ? email : null;
}

/** "NL91ABNA0417164300"; null when the check digits are wrong. */
export function ibanOf(text: string): string | null {
  const iban = electronicFormatIBAN(text) ?? '';
  return isValidIBAN(iban) ? iban : null;
}

function addressOf({ street, postcode, town }: KnownAddress): PreparedAddress {
  const line = readStreetLine(street);
  return {
    postcode: dutchPostcode(postcode) ?? wordsOf(postcode).join('').toUpperCase(),
    number: line?.number ?? null,
    addition: wordsOf(line?.addition ?? '').join(''),
    town: withoutAccents(town).trim(),
  };
}
