/** Donors of other places, as they are compared. */
import type { Identity } from '../../domain/matching/identity.ts';
import { inList } from '../queries/many.ts';
import type { SourceDonorTable } from '../source-tables.ts';
import type { Reader } from '../store.ts';

export async function readSourceIdentities(
  reader: Reader,
  sourceDonorIds: readonly number[],
): Promise<ReadonlyMap<number, Identity>> {
  const rows = await reader.selectFrom('source_donor').selectAll().where('id', 'in', inList(sourceDonorIds)).execute();
  return new Map(rows.map((row) => [row.id, identityOfRow(row)]));
}

type Row = Pick<
  SourceDonorTable,
  | 'first_name'
  | 'infix'
  | 'last_name'
  | 'organisation'
  | 'email'
  | 'phone'
  | 'iban'
  | 'street'
  | 'house_number'
  | 'house_number_addition'
  | 'postcode'
  | 'town'
  | 'country'
  | 'birth_date'
  | 'language'
  | 'is_callable'
>;

export function identityOfRow(row: Row): Identity {
  const list = (value: string | null): readonly string[] => (value === null || value === '' ? [] : [value]);
  return {
    kind: 'individual',
    firstName: row.first_name,
    prefix: row.infix,
    surname: row.last_name,
    organisation: row.organisation,
    gender: null,
    emails: list(row.email),
    ibans: list(row.iban),
    phones: list(row.phone),
    addresses: row.postcode === null && row.street === null ? [] : [addressOf(row)],
    birthday: row.birth_date,
    language: row.language,
    isDeceased: false,
    isSecondHand: row.is_callable === 0,
  };
}

/** Places that know no house number apart have it in the street. */
export function addressOf(row: Row): Identity['addresses'][number] {
  const number = [row.house_number, row.house_number_addition].filter((part) => part !== null && part !== '').join(' ');
  return {
    street: [row.street ?? '', number].filter((part) => part !== '').join(' '),
    postcode: row.postcode ?? '',
    town: row.town ?? '',
    country: row.country ?? 'NL',
  };
}
