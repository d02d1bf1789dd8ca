/** Writes the phones, e-mails and addresses of donors from files: at most a mobile, another phone, one e-mail, one address. */
import { sql } from 'kysely';
import { validNumberIn } from '../../domain/phone-number.ts';
import { eachOf } from '../queries/many.ts';
import type { Writer } from '../store.ts';
import { PHONE_KINDS, type DetailRows } from './known-from-files.ts';
import type { WholeDonor } from './records-from-files.ts';

export interface ChangedDonor {
  readonly donorId: number;
  readonly donor: WholeDonor;
  /** The rows that its details have until now. */
  readonly rows: DetailRows;
}

/** A detail that is gone loses its row; one that changed keeps it. */
export async function saveDetailsFromFiles(writer: Writer, changed: readonly ChangedDonor[]): Promise<void> {
  const phones = changed.flatMap(phonesOf);
  const emails = changed.map(({ donorId, donor: { email }, rows }) => ({ id: rows.email, donorId, email }));
  const addresses = changed.map(({ donorId, donor: { address }, rows }) => ({ ...address, id: rows.address, donorId }));
  await removeRows(
    writer,
    'donor_phone',
    phones.filter(({ raw }) => raw === ''),
  );
  await removeRows(
    writer,
    'donor_email',
    emails.filter(({ email }) => email === ''),
  );
  await removeRows(
    writer,
    'donor_address',
    addresses.filter(({ street }) => street === undefined),
  );
  const { transaction } = writer;
  await sql`
    INSERT INTO donor_phone (id, donor_id, raw, number, is_primary, kind)
    SELECT value ->> 'id', value ->> 'donorId', value ->> 'raw', value ->> 'number', value ->> 'isPrimary', value ->> 'kind'
      FROM ${eachOf(phones.filter(({ raw }) => raw !== ''))} WHERE true
        ON CONFLICT (id) DO UPDATE SET
           raw = excluded.raw, number = excluded.number, is_primary = excluded.is_primary`.execute(transaction);
  await sql`
    INSERT INTO donor_email (id, donor_id, email, is_primary, is_on_hold)
    SELECT value ->> 'id', value ->> 'donorId', value ->> 'email', 1, 0
      FROM ${eachOf(emails.filter(({ email }) => email !== ''))} WHERE true
        ON CONFLICT (id) DO UPDATE SET email = excluded.email`.execute(transaction);
  await sql`
    INSERT INTO donor_address (id, donor_id, street, postcode, town, country, is_primary)
    SELECT value ->> 'id', value ->> 'donorId', value ->> 'street', value ->> 'postcode', value ->> 'town',
           value ->> 'country', 1
      FROM ${eachOf(addresses.filter(({ street }) => street !== undefined))} WHERE true
        ON CONFLICT (id) DO UPDATE SET
           street = excluded.street, postcode = excluded.postcode, town = excluded.town,
           country = excluded.country`.execute(transaction);
}

interface PhoneRow {
  readonly id: number | null;
  readonly donorId: number;
  readonly raw: string;
  readonly number: string | null;
  readonly isPrimary: boolean;
  readonly kind: string;
}

/** The mobile number is dialled first: it reaches the donor and not the household, in the evening too. */
function phonesOf({ donorId, donor: { mobile, phone }, rows }: ChangedDonor): readonly PhoneRow[] {
  const row = (kind: 'mobile' | 'phone', raw: string, isPrimary: boolean): PhoneRow => ({
    id: rows[kind],
    donorId,
    raw,
    // Looking for a number in nothing costs more than the row.
    number: raw === '' ? null : validNumberIn(raw),
    isPrimary,
    kind: PHONE_KINDS[kind],
  });
  return [row('mobile', mobile, mobile !== ''), row('phone', phone, mobile === '')];
}

async function removeRows(
  { transaction }: Writer,
  table: 'donor_phone' | 'donor_email' | 'donor_address',
  rows: readonly { readonly id: number | null }[],
): Promise<void> {
  const ids = rows.flatMap(({ id }) => id ?? []);
  if (ids.length === 0) return;
  await sql`
    DELETE FROM ${sql.table(table)} WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`.execute(
    transaction,
  );
}
