import { derivedNames, greetings } from '../../write/contact-name.ts';
import type { SqlValue } from '../../query/scope.ts';
import { textColumns } from '../inserter.ts';
import type { Book } from './book.ts';
import type { Donor, DonorAddress, Wish } from './donor.ts';

const HOME = 1;
const LANDLINE = 1;
const MOBILE = 2;
const BOUNCED = 1;
const GENDERS = { female: 1, male: 2 } as const;
const WISHES: readonly Wish[] = ['do_not_email', 'do_not_mail', 'do_not_phone', 'do_not_sms', 'is_opt_out'];

/** The ids a donor was written with. */
export interface WrittenContact {
  readonly id: number;
  readonly number: string;
  readonly addressId: number | null;
}

/** When the donor first came into the file: with the first gift or mandate. */
function firstDay(donor: Donor, today: number): number {
  return Math.min(today, ...donor.gifts.map((gift) => gift.day), ...donor.mandates.map((mandate) => mandate.start));
}

function insertContact(book: Book, donor: Donor, number: string): number {
  const { site, random } = book;
  const values: Record<string, SqlValue> = {
    contact_type: donor.kind,
    external_identifier: number,
    first_name: donor.firstName,
    middle_name: donor.middleName,
    last_name: donor.lastName,
    organization_name: donor.kind === 'Organization' ? donor.name : null,
    household_name: donor.kind === 'Household' ? donor.name : null,
    gender_id: donor.gender === null ? null : GENDERS[donor.gender],
    birth_date: donor.birthDate,
    is_deceased: donor.deceasedOn === null ? 0 : 1,
    deceased_date: donor.deceasedOn,
    is_deleted: donor.inBin ? 1 : 0,
    preferred_language: 'nl_NL',
    communication_style_id: 1,
    source: donor.gifts.find((gift) => gift.mandate === null)?.source ?? null,
    hash: random.hex(32),
    created_date: book.stamp(book.moment(firstDay(donor, book.today))),
    modified_date: book.now,
  };
  for (const wish of WISHES) values[wish] = donor.wishes.has(wish) ? 1 : 0;
  Object.assign(values, textColumns(derivedNames(site, donor.kind, values, undefined)));
  Object.assign(values, textColumns(greetings(site, values)));
  return book.inserter.insert('contact', values);
}

function insertDetails({ inserter }: Book, contactId: number, donor: Donor): void {
  donor.phones.forEach((phone, index) => {
    inserter.insert('phone', {
      contact_id: contactId,
      location_type_id: HOME,
      phone: phone.number,
      phone_numeric: phone.number.replace(/\D/g, ''),
      phone_type_id: phone.mobile ? MOBILE : LANDLINE,
      is_primary: index === 0 ? 1 : 0,
    });
  });
  donor.emails.forEach((email, index) => {
    inserter.insert('email', {
      contact_id: contactId,
      location_type_id: HOME,
      email: email.address,
      on_hold: email.onHold ? BOUNCED : 0,
      is_primary: index === 0 ? 1 : 0,
    });
  });
}

function insertAddress({ inserter }: Book, contactId: number, address: DonorAddress, masterId: number | null): number {
  return inserter.insert('address', {
    contact_id: contactId,
    location_type_id: HOME,
    street_address: address.street,
    postal_code: address.postcode,
    city: address.town,
    country_id: address.country,
    is_primary: 1,
    master_id: address.shared ? masterId : null,
  });
}

/** Writes a donor with names, numbers and addresses. `previous` is the donor that a shared address belongs to. */
export function writeContact(
  book: Book,
  donor: Donor,
  number: string,
  previous: WrittenContact | undefined,
): WrittenContact {
  const id = insertContact(book, donor, number);
  insertDetails(book, id, donor);
  const { address } = donor;
  const addressId = address === null ? null : insertAddress(book, id, address, previous?.addressId ?? null);
  const custom = [
    [book.customField('Donateur', 'Bron'), donor.origin],
    [book.customField('Donateur', 'Belvoorkeur'), donor.preferredTime],
  ] as const;
  for (const [fieldId, value] of custom) {
    if (value !== null) book.inserter.insert('custom_value', { field_id: fieldId, entity_id: id, value });
  }
  return { id, number, addressId };
}
