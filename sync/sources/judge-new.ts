/** Compares those with the donors who came with a file, a few in a write: whoever objects first. */
import { sql } from 'kysely';
import type { Instant } from '../../domain/calendar/day.ts';
import { inList } from '../../db/queries/many.ts';
import { settleSources } from '../../db/sources/settle.ts';
import type { Writer } from '../../db/store.ts';
import { matchSourceDonors } from './matching.ts';

/** So many that a call which is being saved does not wait for it. */
export const JUDGED_AT_ONCE = 50;

/** What is being read is no place yet: it may be taken back. @returns who were compared; nobody when none waits */
export async function judgeNew(writer: Writer, now: Instant): Promise<readonly number[]> {
  const { transaction } = writer;
  const { rows } = await sql<{ id: number }>`
    SELECT source_donor_id AS id FROM source_to_judge
     WHERE NOT EXISTS (SELECT 1 FROM import_run WHERE state IN ('taking', 'undoing') AND site_id IS NOT NULL)
     ORDER BY is_urgent DESC, source_donor_id LIMIT ${JUDGED_AT_ONCE}`.execute(transaction);
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const changed = await matchSourceDonors(writer, ids, now);
  // Whose link stayed may have given more.
  const { rows: linked } = await sql<{ donorId: number }>`
    SELECT DISTINCT donor_id AS donorId FROM source_link
     WHERE donor_id IS NOT NULL AND source_donor_id IN ${inList(ids)}`.execute(transaction);
  await settleSources(writer, [...changed, ...linked.map(({ donorId }) => donorId)]);
  await sql`DELETE FROM source_to_judge WHERE source_donor_id IN ${inList(ids)}`.execute(transaction);
  return ids;
}
