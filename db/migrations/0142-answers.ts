/** `follow_up.operation_id`: the moment in the CRM that carries the answer, so that it can be taken back. */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE follow_up ADD COLUMN operation_id TEXT REFERENCES operation (id)`.execute(db);
}
