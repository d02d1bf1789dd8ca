/** A step of the journey names the operation that brings it to the CRM, so that it can be taken back with it. */
import { sql, type Kysely } from 'kysely';

const STATEMENTS = [
  `ALTER TABLE journey_step ADD COLUMN operation_id TEXT`,
  `CREATE UNIQUE INDEX journey_step_operation ON journey_step (operation_id) WHERE operation_id IS NOT NULL`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
