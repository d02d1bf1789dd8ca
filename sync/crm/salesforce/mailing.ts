/** The mailing address of a contact. Countries are texts, or codes where the organisation has lists of them. */
import { readCountry } from '../../files/values/country.ts';
import { dutchPostcode, type PostalAddress } from '../../../domain/postal-address.ts';
import type { ContactRow } from './rows.ts';

/** Null when there is none. */
export function readMailing(contact: ContactRow): PostalAddress | null {
  const street = oneLine(contact.MailingStreet);
  const postcode = (contact.MailingPostalCode ?? '').trim();
  const town = (contact.MailingCity ?? '').trim();
  if (street === '' && postcode === '' && town === '') return null;
  const country = (contact.MailingCountryCode ?? contact.MailingCountry ?? '').trim();
  // Many charities leave their own country empty; whether it is this one, a postcode tells.
  const isHere = country === '' && dutchPostcode(postcode) !== null;
  return { street, postcode, town, country: country === '' ? (isHere ? 'NL' : '') : readCountry(country) };
}

/** @param hasCodes whether the organisation keeps countries as codes */
export function writeMailing(
  { street, postcode, town, country }: PostalAddress,
  hasCodes: boolean,
): Readonly<Record<string, string | null>> {
  const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  return {
    MailingStreet: orNull(street),
    MailingPostalCode: orNull(postcode),
    MailingCity: orNull(town),
    ...(hasCodes ? { MailingCountryCode: orNull(country) } : { MailingCountry: orNull(nameOf(country)) }),
  };
}

function nameOf(country: string): string {
  if (!/^[A-Z]{2}$/.test(country)) return country;
  return new Intl.DisplayNames(['nl'], { type: 'region' }).of(country) ?? country;
}

/** A street of several lines is one here; Salesforce turns line ends about as it likes (salesforce.md §6). */
function oneLine(text: string | null | undefined): string {
  const lines = (text ?? '').split(/[\r\n]/).map((line) => line.trim());
  return lines.filter((line) => line !== '').join(', ');
}
