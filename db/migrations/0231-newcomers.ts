/**
 * Who is to become a contact in the CRM: somebody whom a place knows and the CRM does not. A row is a wish that waits until
 * the CRM has taken it, as an operation does; it is no operation, because these are about donors whom the CRM knows. By a
 * person's yes (`person_id`), or by the setting of the place. `problem`: why the CRM did not want it.
 */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE source_newcomer (
      source_donor_id INTEGER NOT NULL PRIMARY KEY REFERENCES source_donor (id) ON DELETE CASCADE,
      person_id INTEGER REFERENCES person (id),
      wanted_at TEXT NOT NULL,
      added_at TEXT,
      problem TEXT CHECK (json_valid(problem))
    ) STRICT`.execute(db);
}
