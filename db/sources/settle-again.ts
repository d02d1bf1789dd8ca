/**
 * Gifts that programs of before decision 0052 counted at each of their places count once: everybody whom two places know
 * is settled anew, once after the update that brought migration 0400.
 */
import { sql } from 'kysely';
import { inList } from '../queries/many.ts';
import type { Reader, Writer } from '../store.ts';
import { settleSources } from './settle.ts';

/** So many donors are looked at in one go: to count their places is a few milliseconds. */
const LOOKED_AT = 1_000;
/** So many are settled in one write, which is what a screen may have to wait for. */
const SETTLED_AT_ONCE = 25;

/** Whether there is anything left of it. */
export async function isAnyToSettle(reader: Reader): Promise<boolean> {
  return (await reader.selectFrom('source_to_settle').select('one').executeTakeFirst()) !== undefined;
}

/** Goes on where the last portion ended, in this life of the program or in one before. @returns how many were settled */
export async function settleNextAgain(writer: Writer): Promise<number> {
  const { transaction } = writer;
  const progress = await transaction.selectFrom('source_to_settle').select('after_donor_id').executeTakeFirst();
  if (progress === undefined) return 0;
  const { rows: next } = await sql<{ id: number }>`
    SELECT DISTINCT donor_id AS id FROM source_link
     WHERE donor_id > ${progress.after_donor_id} ORDER BY donor_id LIMIT ${LOOKED_AT}`.execute(transaction);
  const last = next.at(-1);
  if (last === undefined) {
    await transaction.deleteFrom('source_to_settle').execute();
    return 0;
  }
  const { rows: several } = await sql<{ id: number }>`
    SELECT link.donor_id AS id FROM source_link AS link JOIN source_donor ON source_donor.id = link.source_donor_id
     WHERE link.donor_id IN ${inList(next.map(({ id }) => id))}
     GROUP BY link.donor_id HAVING count(DISTINCT source_donor.site_id) > 1
     ORDER BY link.donor_id LIMIT ${SETTLED_AT_ONCE}`.execute(transaction);
  const ids = several.map(({ id }) => id);
  await settleSources(writer, ids);
  const upTo = ids.length === SETTLED_AT_ONCE ? (ids.at(-1) ?? last.id) : last.id;
  await transaction.updateTable('source_to_settle').set({ after_donor_id: upTo }).execute();
  return ids.length;
}
