/**
 * What is said in a call and must be answered, and what the donor thought of the call.
 *
 * - follow_up: the topic and who can answer (from the settings, as they were then), by when, for which project; then the
 *   answer. `closed_at` without `answered_at` was taken back, or needs no answer.
 * - call_item, attempt: the thumb for this contact, and how likely the donor is to recommend the charity (0 to 10).
 * - detail_check.method: how what was confirmed was checked; NULL for what was confirmed before anybody asked.
 */
import { sql, type Kysely } from 'kysely';

const STATEMENTS = [
  `ALTER TABLE follow_up ADD COLUMN topic TEXT`,
  `ALTER TABLE follow_up ADD COLUMN assignee_id INTEGER REFERENCES person (id)`,
  `ALTER TABLE follow_up ADD COLUMN assignee_name TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE follow_up ADD COLUMN due_day TEXT`,
  `ALTER TABLE follow_up ADD COLUMN project TEXT`,
  `ALTER TABLE follow_up ADD COLUMN answer TEXT`,
  `ALTER TABLE follow_up ADD COLUMN answered_at TEXT`,
  `ALTER TABLE follow_up ADD COLUMN answered_by INTEGER REFERENCES person (id)`,
  `CREATE INDEX follow_up_open ON follow_up (due_day) WHERE closed_at IS NULL`,

  `ALTER TABLE call_item ADD COLUMN thumb TEXT CHECK (thumb IN ('up', 'down'))`,
  `ALTER TABLE call_item ADD COLUMN nps INTEGER CHECK (nps BETWEEN 0 AND 10)`,
  `ALTER TABLE attempt ADD COLUMN thumb TEXT CHECK (thumb IN ('up', 'down'))`,
  `ALTER TABLE attempt ADD COLUMN nps INTEGER CHECK (nps BETWEEN 0 AND 10)`,

  `ALTER TABLE detail_check ADD COLUMN method TEXT`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
