/**
 * What a row of a file is called, so that the same row of a newer version is known again: by its number; else somebody by
 * e-mail and name, or by name and where she is reached; and a gift by whose it is, its day and its amount, the second such
 * gift as the second. A key never tells what it was made of: it goes to the CRM with whoever is added there.
 */
import { createHash } from 'node:crypto';
import { folded, identityOf } from '../../../domain/sources/person-identity.ts';
import type { SourcePerson } from '../../../db/sources/records.ts';

/** What a CRM keeps of a number is short, and a number can be anything that somebody typed. */
const PLAIN_NUMBER = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,19}$/;

const hash = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\u0000')).digest('base64url').slice(0, 22);

const numbered = (number: string): string => (PLAIN_NUMBER.test(number) ? number : hash(number));

export function personKey(number: string, person: SourcePerson): string {
  if (number !== '') return `person:${numbered(number)}`;
  const identity = identityOf(person);
  if (identity !== null) return `person:~${hash('mail', identity)}`;
  const where =
    person.postcode === null
      ? (person.phoneNumber ?? person.birthDate ?? folded(person.town ?? ''))
      : `${person.postcode} ${person.houseNumber ?? folded(person.street ?? '')}`;
  return `person:~${hash('name', nameOf(person), where)}`;
}

export const nameOf = ({ firstName, infix, lastName, organisation }: SourcePerson): string =>
  `${folded(`${firstName} ${infix} ${lastName}`)}|${folded(organisation)}`;

export interface GiftWords {
  readonly number: string;
  readonly day: string;
  readonly amount: number;
}

/** @param before how many such gifts came before it in the file */
export function giftKey({ number, day, amount }: GiftWords, person: SourcePerson, before: number): string {
  if (number !== '') return `gift:${numbered(number)}`;
  return `gift:~${hash(nameOf(person), day, String(amount), String(before))}`;
}

/** What two gifts without a number are told apart by. */
export const giftSameness = ({ day, amount }: GiftWords, person: SourcePerson): string =>
  hash(nameOf(person), day, String(amount));
