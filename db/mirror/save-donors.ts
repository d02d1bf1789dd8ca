/** Writes donors with their phones, e-mails and addresses into the mirror. Saving the same again changes nothing. */
import { sql } from 'kysely';
import { validNumberIn } from '../../domain/phone-number.ts';
import { eachOf } from '../queries/many.ts';
import type { Writer } from '../store.ts';
import { onlyChanged } from './changed.ts';
import type { MirrorDonor } from './records.ts';
import { insideAmong, saveStubs, WINNER_ASKS } from './save-stubs.ts';

/**
 * Saves the details of those whose details are held here; of the others only that they exist.
 *
 * @returns how many were new or changed
 */
export async function saveHeldDonors(writer: Writer, records: readonly MirrorDonor[]): Promise<number> {
  const crmIds = records.flatMap(({ crmId }) => (crmId === null ? [] : [crmId]));
  const inside = await insideAmong(writer.transaction, crmIds);
  const isInside = ({ crmId }: MirrorDonor): boolean => crmId !== null && inside.has(crmId);
  const stubs = records.flatMap((record) => {
    const { crmId, externalId, isRemoved } = record;
    return crmId === null || isInside(record) ? [] : [{ crmId, externalId, isRemoved }];
  });
  return (await saveStubs(writer, stubs)) + (await saveDonors(writer, records.filter(isInside)));
}

/**
 * Rows go in as one JSON parameter: one statement for a page of any size, prepared once. Their details are held from now
 * on; of a donor who was outside everything else is still to come.
 *
 * @param records from a CRM, each with its id there
 * @returns how many were new or changed
 */
export async function saveDonors(writer: Writer, records: readonly MirrorDonor[]): Promise<number> {
  const donors = await onlyChanged(writer, 'donor', records);
  if (donors.length === 0) return 0;
  const { rows } = await sql<{ id: number; crm_id: number }>`
    INSERT INTO donor (crm_id, external_id, kind, first_name, prefix, surname, display_name, gender, language,
                       does_not_want_calls, does_not_want_email, does_not_want_post, is_deceased, is_removed, fingerprint)
    SELECT value ->> 'crmId', value ->> 'externalId', value ->> 'kind', value ->> 'firstName', value ->> 'prefix',
           value ->> 'surname', value ->> 'displayName', value ->> 'gender', value ->> 'language',
           value ->> 'doesNotWantCalls', value ->> 'doesNotWantEmail', value ->> 'doesNotWantPost',
           value ->> 'isDeceased', value ->> 'isRemoved', value ->> 'fingerprint'
      FROM ${eachOf(donors)}
     WHERE true
        ON CONFLICT (crm_id) DO UPDATE SET
           external_id = excluded.external_id, kind = excluded.kind, first_name = excluded.first_name,
           prefix = excluded.prefix, surname = excluded.surname, display_name = excluded.display_name,
           gender = excluded.gender, language = excluded.language,
           does_not_want_calls = excluded.does_not_want_calls, does_not_want_email = excluded.does_not_want_email,
           does_not_want_post = excluded.does_not_want_post, is_deceased = excluded.is_deceased,
           is_removed = excluded.is_removed, fingerprint = excluded.fingerprint,
           slice = CASE donor.slice WHEN 'inside' THEN 'inside' ELSE 'refetch' END,
           winner_asks = CASE WHEN excluded.is_removed > donor.is_removed THEN ${WINNER_ASKS} ELSE donor.winner_asks END
    RETURNING id, crm_id`.execute(writer.transaction);
  const ids = new Map(rows.map(({ id, crm_id }) => [crm_id, id]));
  await saveDetails(
    writer,
    donors.flatMap((donor) => {
      const donorId = donor.crmId === null ? undefined : ids.get(donor.crmId);
      return donorId === undefined ? [] : [{ donorId, donor }];
    }),
  );
  return donors.length;
}

/** Replaces the phones, e-mails and addresses of donors by what the source says now. */
export async function saveDetails(
  { transaction }: Writer,
  entries: readonly { readonly donorId: number; readonly donor: MirrorDonor }[],
): Promise<void> {
  const donorIds = JSON.stringify(entries.map(({ donorId }) => donorId));
  const phones = entries.flatMap(({ donorId, donor }) =>
    donor.phones.map((phone) => ({ ...phone, donorId, number: validNumberIn(phone.raw) })),
  );
  const emails = entries.flatMap(({ donorId, donor }) => donor.emails.map((email) => ({ ...email, donorId })));
  const addresses = entries.flatMap(({ donorId, donor }) =>
    donor.addresses.map((address) => ({ ...address, donorId })),
  );
  const kept = (rows: readonly { readonly crmId: number | null }[]): string =>
    JSON.stringify(rows.flatMap(({ crmId }) => (crmId === null ? [] : [crmId])));
  for (const [table, rows] of [
    ['donor_phone', phones],
    ['donor_email', emails],
    ['donor_address', addresses],
  ] as const) {
    await sql`
      DELETE FROM ${sql.table(table)}
       WHERE donor_id IN (SELECT value FROM json_each(${donorIds}))
         AND (crm_id IS NULL OR crm_id NOT IN (SELECT value FROM json_each(${kept(rows)})))`.execute(transaction);
  }
  await sql`
    INSERT INTO donor_phone (donor_id, crm_id, raw, number, is_primary, kind, location)
    SELECT value ->> 'donorId', value ->> 'crmId', value ->> 'raw', value ->> 'number', value ->> 'isPrimary',
           value ->> 'kind', value ->> 'location'
      FROM ${eachOf(phones)} WHERE true
        ON CONFLICT (crm_id) DO UPDATE SET
           donor_id = excluded.donor_id, raw = excluded.raw, number = excluded.number,
           is_primary = excluded.is_primary, kind = excluded.kind, location = excluded.location`.execute(transaction);
  await sql`
    INSERT INTO donor_email (donor_id, crm_id, email, is_primary, is_on_hold, location)
    SELECT value ->> 'donorId', value ->> 'crmId', value ->> 'email', value ->> 'isPrimary', value ->> 'isOnHold',
           value ->> 'location'
      FROM ${eachOf(emails)} WHERE true
        ON CONFLICT (crm_id) DO UPDATE SET
           donor_id = excluded.donor_id, email = excluded.email, is_primary = excluded.is_primary,
           is_on_hold = excluded.is_on_hold, location = excluded.location`.execute(transaction);
  await sql`
    INSERT INTO donor_address (donor_id, crm_id, street, postcode, town, country, is_primary, location, master_crm_id)
    SELECT value ->> 'donorId', value ->> 'crmId', value ->> 'street', value ->> 'postcode', value ->> 'town',
           value ->> 'country', value ->> 'isPrimary', value ->> 'location', value ->> 'masterCrmId'
      FROM ${eachOf(addresses)} WHERE true
        ON CONFLICT (crm_id) DO UPDATE SET
           donor_id = excluded.donor_id, street = excluded.street, postcode = excluded.postcode, town = excluded.town,
           country = excluded.country, is_primary = excluded.is_primary, location = excluded.location,
           master_crm_id = excluded.master_crm_id`.execute(transaction);
}
