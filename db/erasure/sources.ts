/** What a place that is no CRM knows of an erased donor goes with her, and its records do not bring her back. */
import { sql } from 'kysely';
import { inList } from '../queries/many.ts';
import type { Reader, Writer } from '../store.ts';
import { addTombstones, findErased } from './tombstones.ts';

/** What a record of a place is called everywhere: "kentaa:6:donation:418231". */
export const recordName = (siteId: string, sourceKey: string): string => `${siteId}:${sourceKey}`;

/** Part of the erasure; before the links to her are gone. */
export async function eraseAtSources(writer: Writer, erasureId: string, donorIds: readonly number[]): Promise<void> {
  const { transaction } = writer;
  const known = sql`(SELECT source_donor_id FROM source_link WHERE donor_id IN ${inList(donorIds)})`;
  const { rows } = await sql<{ siteId: string; sourceKey: string }>`
    SELECT site_id AS siteId, source_key AS sourceKey FROM source_donor WHERE id IN ${known}
     UNION SELECT site_id, source_key FROM source_gift WHERE source_donor_id IN ${known}
     UNION SELECT site_id, source_key FROM source_recurring WHERE source_donor_id IN ${known}
     UNION SELECT site_id, owner_key FROM source_page WHERE owner_id IN ${known} AND owner_key IS NOT NULL
     UNION SELECT source_donor.site_id, record_key FROM source_consent
             JOIN source_donor ON source_donor.id = source_donor_id WHERE source_donor_id IN ${known}`.execute(
    transaction,
  );
  await addTombstones(
    writer,
    erasureId,
    rows.map(({ siteId, sourceKey }) => ({ kind: 'number', value: recordName(siteId, sourceKey) })),
  );
  await sql`
    UPDATE source_page SET person_name = '', title = '', url = NULL, owner_key = NULL WHERE owner_id IN ${known}`.execute(
    transaction,
  );
  await sql`DELETE FROM source_donor WHERE id IN ${known}`.execute(transaction);
}

/** Which of these records of a place are of somebody who was erased. */
export async function erasedAmong(
  reader: Reader,
  siteId: string,
  sourceKeys: readonly string[],
): Promise<ReadonlySet<string>> {
  const names = new Map(sourceKeys.map((key) => [recordName(siteId, key), key]));
  const erased = await findErased(reader, 'number', [...names.keys()]);
  return new Set([...erased.keys()].map((name) => names.get(String(name)) ?? ''));
}
