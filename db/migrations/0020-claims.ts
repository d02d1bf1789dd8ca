/**
 * Claims: who is on which donor until when.
 *
 * - claim: other workstations' claims as the CRM said last, replaced as a whole whenever it says so again; and our own,
 *   each written here before the CRM hears of it, so that after a crash we still know which are ours to end.
 * - moment.caller_crm_id: who made a call, by which the callers are known among whom the list is divided. The pull of
 *   moments begins anew, because the CRM was never asked for it before.
 * - colleague: the names of those callers. double_seen: who has read of which double.
 */
import { sql, type Kysely } from 'kysely';

const STATEMENTS = [
  `ALTER TABLE moment ADD COLUMN caller_crm_id INTEGER`,
  `CREATE INDEX moment_of_dankbel ON moment (day) WHERE operation_id IS NOT NULL`,
  `DELETE FROM sync_cursor WHERE entity = 'moments'`,

  `CREATE TABLE claim (
    id TEXT NOT NULL PRIMARY KEY,
    crm_id INTEGER,
    donor_id INTEGER NOT NULL REFERENCES donor (id) ON DELETE CASCADE,
    holder_crm_id INTEGER,
    ends_at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('theirs', 'wanted', 'held', 'turning', 'over', 'ended')),
    attempt_id TEXT
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX claim_donor ON claim (donor_id)`,

  `CREATE TABLE colleague (
    crm_id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL
  ) STRICT`,

  `CREATE TABLE double_seen (
    donor_id INTEGER NOT NULL REFERENCES donor (id) ON DELETE CASCADE,
    day TEXT NOT NULL,
    programme TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id),
    at TEXT NOT NULL,
    PRIMARY KEY (donor_id, day, programme, person_id)
  ) STRICT, WITHOUT ROWID`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
