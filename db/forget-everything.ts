/** Empties a profile whose whole content was invented. Nothing else is ever forgotten. */
import { sql } from 'kysely';
import type { Writer } from './store.ts';

/** Deletes every row but those of the settings that are named; the shape of the database stays. */
export async function forgetEverything({ transaction }: Writer, keptSettings: readonly string[]): Promise<void> {
  // Rows are deleted in the order of the tables; what belongs together is whole again at the commit.
  await sql`PRAGMA defer_foreign_keys = ON`.execute(transaction);
  const { rows } = await sql<{ name: string }>`
    SELECT name FROM pragma_table_list
     WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'kysely_%'`.execute(
    transaction,
  );
  for (const { name } of rows.filter((table) => table.name !== 'setting')) {
    await sql`DELETE FROM ${sql.table(name)}`.execute(transaction);
  }
  // A row that is deleted leaves its words in the index for a while.
  await sql`INSERT INTO donor_search (donor_search) VALUES ('delete-all')`.execute(transaction);
  await transaction.deleteFrom('setting').where('key', 'not in', keptSettings).execute();
}
