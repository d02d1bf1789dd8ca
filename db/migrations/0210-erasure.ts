/**
 * Erasures: that somebody was erased, when, by whom and on which ground; and what keeps her away (`tombstone`): hashes,
 * salted with what lies in the setting `erasure.salt` of this profile alone. Nothing here names anybody.
 *
 * - scrubbing: her rows are gone; the files are still to be written anew
 * - sending: the files are clean; something that protects the donor (an objection) still has to reach the CRM, and a bare
 *   row (`bare_donor`) holds her number there until it has
 */
import { sql, type Kysely } from 'kysely';

const STATEMENTS = [
  `CREATE TABLE erasure (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id),
    ground TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('scrubbing', 'sending', 'finished')),
    report TEXT NOT NULL CHECK (json_valid(report)),
    finished_at TEXT,
    lifted_at TEXT,
    lifted_by INTEGER REFERENCES person (id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE tombstone (
    kind TEXT NOT NULL CHECK (kind IN ('contact', 'number', 'phone')),
    hash TEXT NOT NULL,
    erasure_id TEXT NOT NULL REFERENCES erasure (id),
    PRIMARY KEY (kind, hash)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE bare_donor (
    donor_id INTEGER NOT NULL PRIMARY KEY REFERENCES donor (id) ON DELETE CASCADE,
    erasure_id TEXT NOT NULL REFERENCES erasure (id)
  ) STRICT`,
  `CREATE INDEX tombstone_erasure ON tombstone (erasure_id)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
