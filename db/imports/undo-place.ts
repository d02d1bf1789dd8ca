/**
 * Takes an import of a place back, some people at a time: first every row as it was, then those who came with it. Links
 * and proposals go with them, and what counted because of them counts no longer; whom the CRM has taken meanwhile it keeps.
 */
import { sql, type RawBuilder } from 'kysely';
import { inList } from '../queries/many.ts';
import { settleSources } from '../sources/settle.ts';
import type { Reader, Writer } from '../store.ts';
import { columnsOf, SOURCE_JOURNAL } from './journal.ts';

const PEOPLE_OF_A_PORTION = 500;

/** @returns how many; 0 when all are back */
export async function undoPlacePortion(writer: Writer, importId: number): Promise<number> {
  const changed = await nextOf(writer.transaction, importId, sql`NOT (table_name = 'source_donor' AND what = 'new')`);
  if (changed.length > 0) {
    await putBack(writer, importId, changed);
    return changed.length;
  }
  const came = await nextOf(writer.transaction, importId, sql`table_name = 'source_donor' AND what = 'new'`);
  if (came.length > 0) await takeAway(writer, came);
  return came.length;
}

async function nextOf(reader: Reader, importId: number, which: RawBuilder<unknown>): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT DISTINCT source_donor_id AS id FROM source_change
     WHERE import_id = ${importId} AND ${which} ORDER BY source_donor_id LIMIT ${PEOPLE_OF_A_PORTION}`.execute(reader);
  return rows.map(({ id }) => id);
}

/** The first note about a row says how it was. */
async function putBack(writer: Writer, importId: number, ids: readonly number[]): Promise<void> {
  const { transaction } = writer;
  const people = inList(ids);
  const noted = sql`import_id = ${importId} AND source_donor_id IN ${people}`;
  for (const table of Object.keys(SOURCE_JOURNAL.tables)) {
    if (table === 'source_donor') continue;
    await sql`
      DELETE FROM ${sql.table(table)}
       WHERE id IN (SELECT row_id FROM source_change WHERE ${noted} AND table_name = ${table} AND what = 'new')`.execute(
      transaction,
    );
  }
  for (const table of Object.keys(SOURCE_JOURNAL.tables)) {
    const columns = await columnsOf(transaction, table);
    const set = sql.join(columns.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`));
    await sql`
      INSERT INTO ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
      SELECT ${sql.join(columns.map((column) => sql`before ->> ${sql.lit(`$.${column}`)}`))} FROM source_change
       WHERE ${noted} AND table_name = ${table} AND before IS NOT NULL
         AND id IN (SELECT min(id) FROM source_change
                     WHERE ${noted} AND table_name = ${table} AND before IS NOT NULL GROUP BY row_id)
          ON CONFLICT (id) DO UPDATE SET ${set}`.execute(transaction);
  }
  await sql`
    INSERT INTO source_to_judge (source_donor_id, is_urgent)
    SELECT id, 1 FROM source_donor WHERE id IN ${people}
        ON CONFLICT (source_donor_id) DO UPDATE SET is_urgent = 1`.execute(transaction);
  await sql`
    DELETE FROM source_change WHERE ${noted} AND NOT (table_name = 'source_donor' AND what = 'new')`.execute(
    transaction,
  );
  await settleSources(writer, await linkedTo(transaction, ids));
}

async function takeAway(writer: Writer, ids: readonly number[]): Promise<void> {
  const { transaction } = writer;
  const donorIds = await linkedTo(transaction, ids);
  await sql`DELETE FROM source_link WHERE source_donor_id IN ${inList(ids)}`.execute(transaction);
  await settleSources(writer, donorIds);
  await sql`DELETE FROM source_donor WHERE id IN ${inList(ids)}`.execute(transaction);
}

async function linkedTo(reader: Reader, ids: readonly number[]): Promise<readonly number[]> {
  const { rows } = await sql<{ donorId: number }>`
    SELECT DISTINCT donor_id AS donorId FROM source_link
     WHERE donor_id IS NOT NULL AND source_donor_id IN ${inList(ids)}`.execute(reader);
  return rows.map(({ donorId }) => donorId);
}

export interface PlaceUndoCount {
  /** People who go, or are as before. */
  readonly back: number;
  /** Who became a contact in the CRM meanwhile. */
  readonly inCrm: number;
  /** Objections that the CRM has, or may have. */
  readonly objections: number;
}

export async function countPlaceUndo(reader: Reader, importId: number): Promise<PlaceUndoCount> {
  const touched = sql`(SELECT source_donor_id FROM source_change WHERE import_id = ${importId})`;
  const came = sql`(SELECT source_donor_id FROM source_change
                     WHERE import_id = ${importId} AND table_name = 'source_donor' AND what = 'new')`;
  const { rows } = await sql<PlaceUndoCount>`
    SELECT (SELECT count(DISTINCT source_donor_id) FROM source_change WHERE import_id = ${importId}) AS back,
           (SELECT count(*) FROM source_newcomer WHERE added_at IS NOT NULL AND source_donor_id IN ${came}) AS "inCrm",
           (SELECT count(*) FROM source_objection JOIN operation ON operation.id = source_objection.id
             WHERE source_donor_id IN ${touched} AND (state = 'applied' OR tries > 0)) AS objections`.execute(reader);
  return rows[0] ?? { back: 0, inCrm: 0, objections: 0 };
}

/** Whether a later import of the same place stands: that one goes first. */
export async function hasLaterOfPlace(reader: Reader, importId: number): Promise<boolean> {
  const { rows } = await sql`
    SELECT 1 FROM import_run AS run
      JOIN import_run AS later ON later.site_id = run.site_id AND later.id > run.id
     WHERE run.id = ${importId} AND later.state NOT IN ('undone', 'broken-off')
       AND EXISTS (SELECT 1 FROM source_change WHERE source_change.import_id = later.id) LIMIT 1`.execute(reader);
  return rows.length > 0;
}
