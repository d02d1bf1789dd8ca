/** What was recorded here about donors, wherever it is kept: every table that refers to a donor and is no mirror. */
import { sql } from 'kysely';
import type { Reader, Writer } from '../store.ts';

/** Written by the pull; everything else that refers to a donor was recorded here. */
const MIRROR_TABLES = new Set([
  'donor',
  'donor_phone',
  'donor_email',
  'donor_address',
  'mandate',
  'gift',
  'giving',
  'moment',
  'donor_group',
]);

interface Reference {
  readonly tableName: string;
  readonly column: string;
}

/** The tables of local work, read from the database itself, so that one that is added later is not forgotten. */
export async function localTables(reader: Reader): Promise<readonly Reference[]> {
  const { rows } = await sql<Reference>`
    SELECT tables.name AS tableName, keys."from" AS "column"
      FROM pragma_table_list AS tables JOIN pragma_foreign_key_list(tables.name) AS keys
     WHERE tables.schema = 'main' AND keys."table" = 'donor'`.execute(reader);
  return rows.filter(({ tableName }) => !MIRROR_TABLES.has(tableName));
}

/** Those of these donors about whom something was recorded here. */
export async function withLocalWork(reader: Reader, donorIds: readonly number[]): Promise<ReadonlySet<number>> {
  const ids = JSON.stringify(donorIds);
  const found = new Set<number>();
  for (const { tableName, column } of await localTables(reader)) {
    const { rows } = await sql<{ id: number }>`
      SELECT DISTINCT ${sql.ref(column)} AS id FROM ${sql.table(tableName)}
       WHERE ${sql.ref(column)} IN (SELECT value FROM json_each(${ids}))`.execute(reader);
    for (const { id } of rows) found.add(id);
  }
  return found;
}

/**
 * Gives everything that was recorded about one donor to another. What cannot go now stays: an open call, when there is
 * one with the other donor too; it follows when it is finished.
 *
 * @returns how many rows went over
 */
export async function moveLocalWork({ transaction }: Writer, from: number, to: number): Promise<number> {
  let moved = 0;
  for (const { tableName, column } of await localTables(transaction)) {
    const { numAffectedRows } = await sql`
      UPDATE OR IGNORE ${sql.table(tableName)} SET ${sql.ref(column)} = ${to} WHERE ${sql.ref(column)} = ${from}`.execute(
      transaction,
    );
    moved += Number(numAffectedRows ?? 0n);
  }
  return moved;
}
