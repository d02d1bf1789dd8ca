/** Whether anything in a profile changed: every row of every table, as one hash. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Reader } from '../../db/store.ts';

/**
 * Rows that were inserted, changed or deleted since the database was opened. The same number twice: nothing was written
 * in between. Another one: look at the rows, because what was undone counts as well.
 */
export async function countWrites(reader: Reader): Promise<number> {
  const { rows } = await sql<{ writes: number }>`SELECT total_changes() AS writes`.execute(reader);
  return rows[0]?.writes ?? 0;
}

/** A hash of each table, by its name. */
export async function hashTables(reader: Reader): Promise<ReadonlyMap<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`
    SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`.execute(reader);
  const hashes = new Map<string, string>();
  for (const { name } of tables) {
    const hash = createHash('sha256');
    const { rows } = await sql<Record<string, unknown>>`SELECT * FROM ${sql.table(name)}`.execute(reader);
    for (const row of rows) hash.update(JSON.stringify(row));
    hashes.set(name, hash.digest('hex'));
  }
  return hashes;
}

export function changedTables(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name));
}
