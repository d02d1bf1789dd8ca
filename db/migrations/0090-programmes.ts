/**
 * What the programmes need beside gifts and calls. `programme_version` is the history of the settings: never changed,
 * only added to; the newest row holds, and a call keeps the number of the one that it began with. `consent`,
 * `hold_out` and `journey_step` are overlay: what was recorded or drawn here.
 */
import { sql, type Kysely } from 'kysely';

const STATEMENTS = [
  // Month and day only: how old somebody is, is not kept (rules-nl.md P1).
  `ALTER TABLE donor ADD COLUMN birthday TEXT CHECK (birthday GLOB '[01][0-9]-[0-3][0-9]')`,
  `ALTER TABLE donor ADD COLUMN preferred_part TEXT CHECK (preferred_part IN ('morning', 'afternoon', 'evening'))`,
  `CREATE INDEX donor_birthday ON donor (birthday) WHERE birthday IS NOT NULL`,

  `ALTER TABLE giving ADD COLUMN first_received_day TEXT`,
  `ALTER TABLE giving ADD COLUMN oldest_mandate_day TEXT`,
  `UPDATE giving SET
     first_received_day = (SELECT min(day) FROM gift WHERE gift.donor_id = giving.donor_id AND status = 'received' AND amount > 0),
     oldest_mandate_day = (SELECT min(start_day) FROM mandate WHERE mandate.donor_id = giving.donor_id AND status = 'running')`,
  // Anniversaries of a day are looked up by month and day.
  `CREATE INDEX giving_first_gift_day ON giving (substr(first_received_day, 6)) WHERE first_received_day IS NOT NULL`,
  `CREATE INDEX giving_mandate_day ON giving (substr(oldest_mandate_day, 6)) WHERE oldest_mandate_day IS NOT NULL`,
  `CREATE INDEX moment_conversation ON moment (day) WHERE type_name = 'Phone Call' AND status_name = 'Completed'`,

  `CREATE TABLE programme_version (
    number INTEGER NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id),
    settings TEXT NOT NULL CHECK (json_valid(settings)),
    undoes INTEGER REFERENCES programme_version (number)
  ) STRICT`,

  `ALTER TABLE call_item ADD COLUMN programme_version INTEGER REFERENCES programme_version (number)`,
  `ALTER TABLE call_item ADD COLUMN legal_basis TEXT CHECK (json_valid(legal_basis))`,
  `ALTER TABLE attempt ADD COLUMN programme_version INTEGER REFERENCES programme_version (number)`,
  `ALTER TABLE attempt ADD COLUMN legal_basis TEXT CHECK (json_valid(legal_basis))`,

  `CREATE TABLE consent (
    id INTEGER NOT NULL PRIMARY KEY,
    donor_id INTEGER NOT NULL REFERENCES donor (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id),
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    words TEXT NOT NULL,
    source TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX attempt_number ON attempt (number) WHERE number IS NOT NULL`,
  `CREATE INDEX consent_donor ON consent (donor_id)`,

  // One draw for ever: who was drawn is never drawn again.
  `CREATE TABLE hold_out (
    donor_id INTEGER NOT NULL REFERENCES donor (id) ON DELETE CASCADE,
    programme TEXT NOT NULL,
    is_held INTEGER NOT NULL CHECK (is_held IN (0, 1)),
    percent INTEGER NOT NULL,
    drawn_at TEXT NOT NULL,
    PRIMARY KEY (donor_id, programme)
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE journey_step (
    id INTEGER NOT NULL PRIMARY KEY,
    donor_id INTEGER NOT NULL REFERENCES donor (id) ON DELETE CASCADE,
    programme TEXT NOT NULL,
    what TEXT NOT NULL,
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id),
    undone_at TEXT
  ) STRICT`,
  `CREATE INDEX journey_step_donor ON journey_step (donor_id)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
