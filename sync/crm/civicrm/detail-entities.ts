/** Phone, Email and Address: what is alike about correcting them, and what is not. */
import type { CorrectedValue } from '../../../domain/corrected-value.ts';
import { validNumberIn } from '../../../domain/phone-number.ts';
import { dutchPostcode } from '../../../domain/postal-address.ts';
import { callApi, type CiviCrmSite } from './http.ts';
import { addressRow, columnsOf, emailRow, phoneRow, readRows } from './rows.ts';

/** Columns of a row by name; an empty text for none. */
export type DetailValues = Readonly<Record<string, string>>;

export interface DetailInCrm {
  readonly id: number;
  readonly values: DetailValues;
  /** An address that copies another contact's (`master_id`). */
  readonly isCopy: boolean;
}

export interface DetailEntity {
  readonly entity: 'Phone' | 'Email' | 'Address';
  readonly field: 'phone' | 'email' | 'address';
  /** All rows of a contact. @throws CrmFailure */
  read(site: CiviCrmSite, contactId: number): Promise<readonly DetailInCrm[]>;
  equals(this: void, a: DetailValues, b: DetailValues): boolean;
  /** What a new row needs beside its value. */
  newRow(mine: DetailValues): Readonly<Record<string, unknown>>;
  /** In our words. */
  toValue(values: DetailValues): CorrectedValue;
}

const text = (value: string | null | undefined): string => value?.trim() ?? '';

function whereContact(contactId: number): object {
  return { where: [['contact_id', '=', contactId]], orderBy: { id: 'ASC' }, limit: 0 };
}

export const DETAIL_ENTITIES: Readonly<Record<'phone' | 'email' | 'address', DetailEntity>> = {
  phone: {
    entity: 'Phone',
    field: 'phone',
    read: async (site, contactId) => {
      const { values } = await callApi(site, 'Phone', 'get', {
        select: columnsOf(phoneRow),
        ...whereContact(contactId),
      });
      return readRows(phoneRow, values).read.map((row) => ({
        id: row.id,
        values: { phone: text(row.phone) },
        isCopy: false,
      }));
    },
    // Two notations of one number are the same number.
    equals: (a, b) => a['phone'] === b['phone'] || sameNumber(a['phone'] ?? '', b['phone'] ?? ''),
    newRow: (mine) => ({
      'location_type_id:name': 'Home',
      'phone_type_id:name': (mine['phone'] ?? '').startsWith('+316') ? 'Mobile' : 'Phone',
    }),
    toValue: (values) => values['phone'] ?? '',
  },
  email: {
    entity: 'Email',
    field: 'email',
    read: async (site, contactId) => {
      const { values } = await callApi(site, 'Email', 'get', {
        select: columnsOf(emailRow),
        ...whereContact(contactId),
      });
      return readRows(emailRow, values).read.map((row) => ({
        id: row.id,
        values: { email: text(row.email) },
        isCopy: false,
      }));
    },
    // CiviCRM stores e-mail addresses in lower case (civicrm-api4.md §7).
    equals: (a, b) => (a['email'] ?? '').toLowerCase() === (b['email'] ?? '').toLowerCase(),
    newRow: () => ({ 'location_type_id:name': 'Home' }),
    toValue: (values) => values['email'] ?? '',
  },
  address: {
    entity: 'Address',
    field: 'address',
    read: async (site, contactId) => {
      const { values } = await callApi(site, 'Address', 'get', {
        select: columnsOf(addressRow),
        ...whereContact(contactId),
      });
      return readRows(addressRow, values).read.map((row) => ({
        id: row.id,
        values: {
          street_address: text(row.street_address),
          postal_code: text(row.postal_code),
          city: text(row.city),
          'country_id:name': text(row['country_id:name']),
        },
        isCopy: (row.master_id ?? null) !== null,
      }));
    },
    equals: (a, b) =>
      ['street_address', 'city', 'country_id:name'].every((column) => text(a[column]) === text(b[column])) &&
      samePostcode(text(a['postal_code']), text(b['postal_code'])),
    newRow: () => ({ 'location_type_id:name': 'Home' }),
    toValue: (values) => ({
      street: values['street_address'] ?? '',
      postcode: values['postal_code'] ?? '',
      town: values['city'] ?? '',
      country: values['country_id:name'] ?? '',
    }),
  },
};

function sameNumber(a: string, b: string): boolean {
  const number = validNumberIn(a);
  return number !== null && number === validNumberIn(b);
}

function samePostcode(a: string, b: string): boolean {
  const dutch = dutchPostcode(a);
  return a === b || (dutch !== null && dutch === dutchPostcode(b));
}
