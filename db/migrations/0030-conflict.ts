/**
 * What both sides changed, and what a person decided about it. A conflict keeps all of it for good: what it was, what
 * was corrected here, what the CRM had, what was chosen, by whom and when. `settled_at` is NULL while it is open; an
 * operation has at most one that is. `theirs` is NULL for a row that was removed in the CRM.
 *
 * `audit.detail` says in JSON what a line of the log was about.
 */
import { sql, type Kysely } from 'kysely';

const STATEMENTS = [
  `CREATE TABLE conflict (
    id INTEGER NOT NULL PRIMARY KEY,
    operation_id TEXT NOT NULL REFERENCES operation (id),
    field TEXT NOT NULL,
    base TEXT CHECK (json_valid(base)),
    mine TEXT NOT NULL CHECK (json_valid(mine)),
    theirs TEXT CHECK (json_valid(theirs)),
    theirs_at TEXT,
    found_at TEXT NOT NULL,
    choice TEXT CHECK (choice IN ('mine', 'theirs', 'other', 'dissolved')),
    chosen TEXT CHECK (json_valid(chosen)),
    settled_by INTEGER REFERENCES person (id),
    settled_at TEXT,
    successor_id TEXT REFERENCES operation (id),
    CHECK ((choice IS NULL) = (settled_at IS NULL))
  ) STRICT`,
  `CREATE UNIQUE INDEX conflict_open ON conflict (operation_id) WHERE settled_at IS NULL`,
  `CREATE INDEX conflict_operation ON conflict (operation_id)`,
  `ALTER TABLE audit ADD COLUMN detail TEXT CHECK (json_valid(detail))`,
  // What was found before the CRM's value was kept has to be found again: its row here says which value that was.
  `UPDATE operation SET state = 'waiting', next_try_at = NULL WHERE state = 'conflict'`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
