/**
 * A new kind of operation: a moment (an answer, a card, a letter, an e-mail). SQLite cannot change a CHECK, so the table
 * is made anew; which kinds there are is checked where an operation is recorded and read, and no longer here. The rows
 * that point to operations stay: they are compared at the end of the transaction, when the operations are back.
 */
import { sql, type Kysely } from 'kysely';

const STATEMENTS = [
  `PRAGMA defer_foreign_keys = ON`,
  `CREATE TABLE operation_before AS SELECT * FROM operation`,
  `DROP TABLE operation`,
  `CREATE TABLE operation (
    sequence INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    donor_id INTEGER NOT NULL REFERENCES donor (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL,
    body TEXT NOT NULL CHECK (json_valid(body)),
    recorded_at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'applied', 'conflict', 'rejected', 'withdrawn')),
    tries INTEGER NOT NULL,
    next_try_at TEXT,
    answered_at TEXT,
    why TEXT,
    crm_words TEXT,
    reference TEXT
  ) STRICT`,
  `INSERT INTO operation (sequence, id, donor_id, person_id, kind, body, recorded_at, state, tries, next_try_at,
     answered_at, why, crm_words, reference)
   SELECT sequence, id, donor_id, person_id, kind, body, recorded_at, state, tries, next_try_at, answered_at, why,
     crm_words, reference FROM operation_before`,
  `DROP TABLE operation_before`,
  `CREATE INDEX operation_unfinished ON operation (state, sequence) WHERE state IN ('waiting', 'conflict', 'rejected')`,
  `CREATE INDEX operation_donor ON operation (donor_id)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
