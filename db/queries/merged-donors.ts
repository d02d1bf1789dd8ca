/**
 * Who lost a merge to whom. Something can still be written to a contact that lost: a read that is older than the merge
 * names her, and CiviCRM takes it without a word (civicrm-api4.md §6). It is the winner's all the same.
 */
import { sql } from 'kysely';
import type { Reader } from '../store.ts';
import { inList } from './many.ts';

/** CRM ids of those whom these donors won over, also by way of others. @param crmIds of the winners */
export async function readLosers(reader: Reader, crmIds: readonly number[]): Promise<readonly number[]> {
  const { rows } = await sql<{ crm_id: number }>`
    WITH RECURSIVE lost (id) AS (
      SELECT loser.id FROM donor AS winner JOIN donor AS loser ON loser.merged_into = winner.id
       WHERE winner.crm_id IN ${inList(crmIds)}
      UNION
      SELECT loser.id FROM lost JOIN donor AS loser ON loser.merged_into = lost.id
    )
    SELECT crm_id FROM donor WHERE id IN lost AND crm_id IS NOT NULL AND crm_id NOT IN ${inList(crmIds)}`.execute(
    reader,
  );
  return rows.map(({ crm_id }) => crm_id);
}

/** For those of these donors who lost, the CRM id of whoever has everything of theirs now. */
export async function readWinners(reader: Reader, crmIds: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ loser: number; winner: number }>`
    WITH RECURSIVE way (loser, id) AS (
      SELECT crm_id, merged_into FROM donor WHERE crm_id IN ${inList(crmIds)} AND merged_into IS NOT NULL
      UNION
      SELECT way.loser, donor.merged_into FROM way JOIN donor ON donor.id = way.id WHERE donor.merged_into IS NOT NULL
    )
    SELECT way.loser, donor.crm_id AS winner FROM way JOIN donor ON donor.id = way.id
     WHERE donor.merged_into IS NULL AND donor.crm_id IS NOT NULL`.execute(reader);
  return new Map(rows.map(({ loser, winner }) => [loser, winner]));
}
