/**
 * Donors whom several places know are settled once more, in the background and some at a time (db/sources/settle-again.ts):
 * programs of before decision 0052 let a gift count at each of them. The row says up to whom that came, and is not there
 * when nothing is left of it; a workstation without places has none.
 */
import { sql, type Kysely } from 'kysely';

const STATEMENTS = [
  `CREATE TABLE source_to_settle (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    after_donor_id INTEGER NOT NULL
  ) STRICT`,
  `INSERT INTO source_to_settle (one, after_donor_id) SELECT 1, 0 WHERE EXISTS (SELECT 1 FROM source_gift)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
