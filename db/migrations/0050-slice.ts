/**
 * What the pull needs beside the rows themselves: whether a donor's details are held here, how far a first pull is,
 * the groups of donors, and what a person should know of what the sync noticed.
 */
import { sql, type Kysely } from 'kysely';

const STATEMENTS = [
  // inside: her details are held. refetch: held, and to be read again as a whole. outside: nothing but facts without
  // personal details (docs/decisions/0016).
  `ALTER TABLE donor ADD COLUMN slice TEXT NOT NULL DEFAULT 'inside' CHECK (slice IN ('inside', 'refetch', 'outside'))`,
  // So many rounds the CRM is still asked whom she was merged into: the traces of a merge come after the bin.
  `ALTER TABLE donor ADD COLUMN winner_asks INTEGER NOT NULL DEFAULT 0`,
  `ALTER TABLE donor ADD COLUMN merged_into INTEGER REFERENCES donor (id)`,
  `CREATE INDEX donor_slice ON donor (slice)`,
  `CREATE INDEX donor_winner_asks ON donor (id) WHERE winner_asks > 0`,

  // Rows read since the pull of an entity began, and how many the CRM said there were.
  `ALTER TABLE sync_cursor ADD COLUMN done INTEGER NOT NULL DEFAULT 0`,
  `ALTER TABLE sync_cursor ADD COLUMN total INTEGER`,

  // A profile that was pulled before has had its first pull.
  `INSERT INTO setting (key, value)
   SELECT 'sync.first-pull', '{"isPaused":false,"listsReady":true,"isFinished":true,"milliseconds":0,"pages":0}'
    WHERE (SELECT count(*) FROM sync_cursor) >= 3`,
  // Migration 0020 wants all moments again; they come with the donors who are needed.
  `UPDATE donor SET slice = 'refetch' WHERE crm_id IS NOT NULL`,

  `CREATE TABLE donor_group (
    donor_id INTEGER NOT NULL REFERENCES donor (id) ON DELETE CASCADE,
    group_crm_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    PRIMARY KEY (donor_id, group_crm_id)
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE sync_notice (
    id INTEGER NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('merged', 'removed', 'rewound')),
    donor_id INTEGER REFERENCES donor (id) ON DELETE CASCADE,
    sentence TEXT NOT NULL CHECK (json_valid(sentence)),
    dismissed_at TEXT
  ) STRICT`,
  `CREATE INDEX sync_notice_open ON sync_notice (at) WHERE dismissed_at IS NULL`,
  `CREATE INDEX sync_notice_donor ON sync_notice (donor_id)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
