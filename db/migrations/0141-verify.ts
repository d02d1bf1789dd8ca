/**
 * Verifying details outside a call.
 *
 * - `verified_detail`: a detail that somebody looked at and found right; `undone_at` when that was taken back.
 * - `proposal`: a change that waits for a coordinator's yes (deceased, consent for e-mail, account number). It stays when
 *   it is decided; `operation_id` is what went to the CRM after a yes.
 */
import { sql, type Kysely } from 'kysely';

const STATEMENTS = [
  `CREATE TABLE verified_detail (
    id INTEGER NOT NULL PRIMARY KEY,
    donor_id INTEGER NOT NULL REFERENCES donor (id) ON DELETE CASCADE,
    detail TEXT NOT NULL,
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id),
    undone_at TEXT
  ) STRICT`,
  `CREATE INDEX verified_detail_donor ON verified_detail (donor_id)`,

  `CREATE TABLE proposal (
    id INTEGER NOT NULL PRIMARY KEY,
    donor_id INTEGER NOT NULL REFERENCES donor (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    reason TEXT NOT NULL,
    at TEXT NOT NULL,
    decision TEXT CHECK (decision IN ('yes', 'no')),
    decided_at TEXT,
    decided_by INTEGER REFERENCES person (id),
    operation_id TEXT REFERENCES operation (id),
    CHECK ((decision IS NULL) = (decided_at IS NULL))
  ) STRICT`,
  `CREATE INDEX proposal_donor ON proposal (donor_id)`,
  `CREATE INDEX proposal_open ON proposal (at) WHERE decision IS NULL`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
