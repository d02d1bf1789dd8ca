/** The rows that a pull left in a profile, in the order in which they can be inserted. */
import { readFileSync, writeFileSync } from 'node:fs';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader } from '../../../db/store.ts';

/** Without what a profile has before its first pull. Whoever a row points to comes before it. */
const NOT_PULLED = new Set(['setting', 'person', 'kysely_migration', 'kysely_migration_lock']);

const rowSchema = z.array(z.union([z.string(), z.number(), z.null()]));
const tableSchema = z.object({ table: z.string(), columns: z.array(z.string()), rows: z.array(rowSchema) });
export type TableRows = z.infer<typeof tableSchema>;

export function readRowsOf(file: string): readonly TableRows[] {
  return z.array(tableSchema).parse(JSON.parse(readFileSync(file, 'utf8')));
}

export async function dumpRows(reader: Reader, file: string): Promise<void> {
  const { rows: tables } = await sql<{ name: string }>`
    SELECT tables.name FROM pragma_table_list AS tables JOIN sqlite_schema ON sqlite_schema.name = tables.name
     WHERE tables.schema = 'main' AND tables.type = 'table' AND tables.name NOT LIKE 'sqlite_%'
     ORDER BY sqlite_schema.rowid`.execute(reader);
  const dumped: TableRows[] = [];
  for (const { name: table } of tables.filter(({ name }) => !NOT_PULLED.has(name))) {
    const { rows } = await sql<Record<string, string | number | null>>`SELECT * FROM ${sql.table(table)}`.execute(
      reader,
    );
    const [first] = rows;
    if (first !== undefined)
      dumped.push({ table, columns: Object.keys(first), rows: rows.map((row) => Object.values(row)) });
  }
  writeFileSync(file, JSON.stringify(dumped));
}
