/** Whom the CRM has to be asked for. */
import { sql } from 'kysely';
import type { Instant } from '../../domain/calendar/day.ts';
import { recordName } from '../erasure/sources.ts';
import type { Reader, Writer } from '../store.ts';

export interface PersonToLookUp {
  readonly id: number;
  readonly externalIds: readonly string[];
  readonly email: string | null;
  readonly number: string | null;
  readonly lastName: string;
  readonly postcode: string | null;
}

/** Who is linked to nobody yet, and of whom something changed since the CRM was asked. */
export async function readToLookUp(reader: Reader, most: number): Promise<readonly PersonToLookUp[]> {
  const { rows } = await sql<Omit<PersonToLookUp, 'externalIds'> & { readonly siteId: string; readonly keys: string }>`
    SELECT source_donor.id, site_id AS siteId, email, phone_number AS number, last_name AS lastName, postcode,
           (SELECT json_group_array(source_key) FROM (
              SELECT source_donor.source_key UNION
              SELECT source_key FROM source_gift WHERE source_donor_id = source_donor.id)) AS keys
      FROM source_donor JOIN source_link ON source_link.source_donor_id = source_donor.id
     WHERE source_link.state IN ('new', 'doubtful') AND looked_up_at IS NULL AND gone_at IS NULL
     ORDER BY source_donor.id LIMIT ${most}`.execute(reader);
  return rows.map(({ siteId, keys, ...person }) => ({
    ...person,
    externalIds: (JSON.parse(keys) as string[]).map((key) => recordName(siteId, key)),
  }));
}

export async function noteLookedUp({ transaction }: Writer, ids: readonly number[], now: Instant): Promise<void> {
  await sql`
    UPDATE source_donor SET looked_up_at = ${now}
     WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`.execute(transaction);
}

export async function isAnyToLookUp(reader: Reader): Promise<boolean> {
  return (await readToLookUp(reader, 1)).length > 0;
}
