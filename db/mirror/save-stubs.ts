/** Donors of whom nothing is held but facts without personal details (docs/decisions/0016). */
import { sql } from 'kysely';
import { eachOf, inList } from '../queries/many.ts';
import type { Reader, Writer } from '../store.ts';
import type { MirrorStub } from './records.ts';

/** How often the CRM is asked whom a donor who went into the bin was merged into: the traces come after the bin. */
export const WINNER_ASKS = 3;

/** Adds donors as they are known from outside, or brings them up to date. Whose details are held here keep them. @returns how many changed */
export async function saveStubs({ transaction }: Writer, records: readonly MirrorStub[]): Promise<number> {
  const { numAffectedRows } = await sql`
    INSERT INTO donor (crm_id, external_id, kind, first_name, prefix, surname, display_name, gender, language,
                       does_not_want_calls, does_not_want_email, does_not_want_post, is_deceased, is_removed, slice)
    SELECT value ->> 'crmId', value ->> 'externalId', 'individual', '', '', '', '', NULL, 'nl', 0, 0, 0, 0,
           value ->> 'isRemoved', 'outside'
      FROM ${eachOf(records)} WHERE true
        ON CONFLICT (crm_id) DO UPDATE SET
           external_id = excluded.external_id, is_removed = excluded.is_removed,
           winner_asks = CASE WHEN excluded.is_removed > donor.is_removed THEN ${WINNER_ASKS} ELSE donor.winner_asks END
         WHERE donor.slice = 'outside'
           AND (donor.external_id IS NOT excluded.external_id OR donor.is_removed <> excluded.is_removed)`.execute(
    transaction,
  );
  return Number(numAffectedRows ?? 0n);
}

/** Makes sure that every donor of these rows exists: a gift can come before the donor it is from. */
export async function ensureDonors({ transaction }: Writer, crmIds: readonly number[]): Promise<void> {
  await sql`
    INSERT INTO donor (crm_id, kind, first_name, prefix, surname, display_name, language, does_not_want_calls,
                       does_not_want_email, does_not_want_post, is_deceased, is_removed, slice)
    SELECT DISTINCT value, 'individual', '', '', '', '', 'nl', 0, 0, 0, 0, 0, 'outside'
      FROM json_each(${JSON.stringify([...new Set(crmIds)])}) WHERE true
        ON CONFLICT (crm_id) DO NOTHING`.execute(transaction);
}

/**
 * Takes the details of donors off this workstation. What stays: number, days and amounts of what she gave, and what was
 * recorded here.
 */
export async function dropDetails({ transaction }: Writer, donorIds: readonly number[]): Promise<void> {
  const list = inList(donorIds);
  for (const table of ['donor_phone', 'donor_email', 'donor_address', 'moment', 'donor_group'] as const) {
    await sql`DELETE FROM ${sql.table(table)} WHERE donor_id IN ${list}`.execute(transaction);
  }
  await sql`UPDATE gift SET source = NULL WHERE donor_id IN ${list} AND source IS NOT NULL`.execute(transaction);
  await sql`
    UPDATE donor
       SET kind = 'individual', first_name = '', prefix = '', surname = '', display_name = '', gender = NULL,
           language = 'nl', does_not_want_calls = 0, does_not_want_email = 0, does_not_want_post = 0, is_deceased = 0,
           fingerprint = NULL, slice = 'outside'
     WHERE id IN ${list}`.execute(transaction);
}

/** Whose details are held among these donors of the CRM. */
export async function insideAmong(reader: Reader, crmIds: readonly number[]): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ crm_id: number }>`
    SELECT crm_id FROM donor WHERE crm_id IN ${inList(crmIds)} AND slice <> 'outside'`.execute(reader);
  return new Set(rows.map(({ crm_id }) => crm_id));
}
