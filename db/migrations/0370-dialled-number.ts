/**
 * Which number a call from another workstation dialled: heard to be wrong there, it must not be dialled here either. Calls
 * of before this step get it when the CRM tells of them again.
 */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE moment ADD COLUMN number TEXT`.execute(db);
}
