/** Empties a profile: one whose whole content was invented, or one that was revoked. Nothing else is ever forgotten. */
import { sql } from 'kysely';
import type { Writer } from './store.ts';

/** Deletes every row but those of the settings that are named; the shape of the database stays. */
export async function forgetEverything(writer: Writer, keptSettings: readonly string[]): Promise<void> {
  const { transaction } = writer;
  // Rows are deleted in the order of the tables; what belongs together is whole again at the commit.
  await sql`PRAGMA defer_foreign_keys = ON`.execute(transaction);
  const { rows } = await sql<{ name: string }>`
    SELECT name FROM pragma_table_list
     WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'kysely_%'`.execute(
    transaction,
  );
  await withoutTrailGuards(writer, async () => {
    for (const { name } of rows.filter((table) => table.name !== 'setting')) {
      await sql`DELETE FROM ${sql.table(name)}`.execute(transaction);
    }
  });
  // A row that is deleted leaves its words in the index for a while.
  await sql`INSERT INTO donor_search (donor_search) VALUES ('delete-all')`.execute(transaction);
  if (keptSettings.length === 0) await transaction.deleteFrom('setting').execute();
  else await transaction.deleteFrom('setting').where('key', 'not in', keptSettings).execute();
}

/** The trail refuses to lose a row. It goes with the whole profile alone, and its guards are back in the same transaction. */
async function withoutTrailGuards({ transaction }: Writer, work: () => Promise<void>): Promise<void> {
  const { rows: guards } = await sql<{ name: string; statement: string }>`
    SELECT name, sql AS statement FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'audit'`.execute(
    transaction,
  );
  for (const { name } of guards) await sql`DROP TRIGGER ${sql.ref(name)}`.execute(transaction);
  await work();
  for (const { statement } of guards) await sql.raw(statement).execute(transaction);
}
