/** What the mirror of a profile that works with files holds already, by the charity's own numbers. */
import { sql } from 'kysely';
import type { PostalAddress } from '../../domain/postal-address.ts';
import { groupByDonor, inList } from '../queries/many.ts';
import type { DonorAddressTable, DonorTable, Flag } from '../schema.ts';
import type { Reader } from '../store.ts';
import type { WholeDonor } from './records-from-files.ts';

/** Where the details of a donor are kept; a row keeps its id while it changes, because corrections refer to it. */
export interface DetailRows {
  readonly mobile: number | null;
  readonly phone: number | null;
  readonly email: number | null;
  readonly address: number | null;
}

export const NO_ROWS: DetailRows = { mobile: null, phone: null, email: null, address: null };

export interface KnownDonor {
  readonly donorId: number;
  readonly donor: WholeDonor;
  readonly rows: DetailRows;
}

/** The kinds of phone row that files have, in CiviCRM's words: one row of each kind per donor. */
export const PHONE_KINDS = { mobile: 'Mobile', phone: 'Phone' } as const;

/** Ids of the donors with these numbers, by number; of several with one number the first. */
export async function findDonorIds(
  reader: Reader,
  externalIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: number; external_id: string }>`
    SELECT id, external_id FROM donor
     WHERE external_id IN (SELECT value FROM json_each(${JSON.stringify(externalIds)}))
     ORDER BY id DESC`.execute(reader);
  return new Map(rows.map(({ id, external_id }) => [external_id, id]));
}

/** The donors with these numbers that are known, by number. */
export async function readKnownDonors(
  reader: Reader,
  externalIds: readonly string[],
): Promise<ReadonlyMap<string, KnownDonor>> {
  const ids = await findDonorIds(reader, externalIds);
  const list = inList([...ids.values()]);
  const donors = await reader.selectFrom('donor').selectAll().where('id', 'in', list).execute();
  const phones = groupByDonor(
    await reader.selectFrom('donor_phone').selectAll().where('donor_id', 'in', list).orderBy('id').execute(),
    (row) => row,
  );
  const emails = groupByDonor(
    await reader.selectFrom('donor_email').selectAll().where('donor_id', 'in', list).orderBy('id').execute(),
    (row) => row,
  );
  const addresses = groupByDonor(
    await reader.selectFrom('donor_address').selectAll().where('donor_id', 'in', list).orderBy('id').execute(),
    (row) => row,
  );
  return new Map(
    donors.map((row) => {
      const mobile = phones.get(row.id)?.find(({ kind }) => kind === PHONE_KINDS.mobile);
      const phone = phones.get(row.id)?.find(({ kind }) => kind === PHONE_KINDS.phone);
      const [email] = emails.get(row.id) ?? [];
      const [address] = addresses.get(row.id) ?? [];
      const donor: WholeDonor = {
        ...toColumns(row),
        mobile: mobile?.raw ?? '',
        phone: phone?.raw ?? '',
        email: email?.email ?? '',
        address: address === undefined ? null : toAddress(address),
      };
      const rows: DetailRows = {
        mobile: mobile?.id ?? null,
        phone: phone?.id ?? null,
        email: email?.id ?? null,
        address: address?.id ?? null,
      };
      return [row.external_id ?? '', { donorId: row.id, donor, rows }];
    }),
  );
}

function toColumns(
  row: Omit<DonorTable, 'id' | 'slice' | 'winner_asks' | 'merged_into'>,
): Omit<WholeDonor, 'mobile' | 'phone' | 'email' | 'address'> {
  const isSet = (flag: Flag): boolean => flag === 1;
  return {
    kind: row.kind,
    firstName: row.first_name,
    prefix: row.prefix,
    surname: row.surname,
    displayName: row.display_name,
    gender: row.gender,
    language: row.language,
    doesNotWantCalls: isSet(row.does_not_want_calls),
    doesNotWantEmail: isSet(row.does_not_want_email),
    doesNotWantPost: isSet(row.does_not_want_post),
    isDeceased: isSet(row.is_deceased),
  };
}

function toAddress({ street, postcode, town, country }: Omit<DonorAddressTable, 'id'>): PostalAddress {
  return { street, postcode, town, country };
}

/** How many donors or gifts of the profile are not among these numbers. */
export async function countOthers(
  reader: Reader,
  table: 'donor' | 'gift',
  externalIds: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM ${sql.table(table)}
     WHERE external_id IS NOT NULL
       AND external_id NOT IN (SELECT value FROM json_each(${JSON.stringify(externalIds)}))`.execute(reader);
  return rows[0]?.count ?? 0;
}

/** What a gift refers to that was collected under a mandate which no file has: no row has this id. */
export const MANDATE_NOT_IN_FILES = 0;

/** How many gifts were collected under a mandate which no file has. */
export async function countWithoutMandate(reader: Reader): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM gift WHERE mandate_ref = ${MANDATE_NOT_IN_FILES}`.execute(reader);
  return rows[0]?.count ?? 0;
}
