/**
 * When the CRM was asked to take a newcomer: from then on nobody can say any more that she did not go there, until it
 * answered. Rows of before this step that wait were not asked for, or will be asked for once more.
 */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE source_newcomer ADD COLUMN sent_at TEXT`.execute(db);
}
