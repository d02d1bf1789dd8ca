/**
 * The tables of a workstation. Three kinds:
 *
 * - mirror: donor, donor_phone, donor_email, donor_address, mandate, gift, moment. What the CRM last said. Written by
 *   the pull, and by the push once the CRM confirmed; never edited by hand. `giving` is derived from gift and mandate
 *   in the same transaction. `fingerprint` tells an unchanged row from a changed one without comparing columns; it is
 *   NULL where the push has patched the row, so that the next pull writes it.
 * - overlay: attempt, callback, correction, objection, wrong_number, follow_up. What was recorded here. Append-only:
 *   taking something back sets `undone_at`, a promise that was kept gets `closed_by`.
 * - work: call_item and detail_check (a call that is going on), postponement, operation (the outbox), sync_cursor, setting, person,
 *   audit.
 *
 * Money is integer cents, days are TEXT YYYY-MM-DD, instants TEXT ISO 8601 in UTC, JSON is TEXT.
 */
import { sql, type Kysely } from 'kysely';

const STATEMENTS = [
  `CREATE TABLE setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL CHECK (json_valid(value))
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE person (
    id INTEGER NOT NULL PRIMARY KEY,
    crm_id INTEGER UNIQUE,
    name TEXT NOT NULL,
    roles TEXT NOT NULL CHECK (json_valid(roles)),
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1))
  ) STRICT`,

  `CREATE TABLE donor (
    id INTEGER NOT NULL PRIMARY KEY,
    crm_id INTEGER UNIQUE,
    external_id TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('individual', 'organization', 'household')),
    first_name TEXT NOT NULL,
    prefix TEXT NOT NULL,
    surname TEXT NOT NULL,
    display_name TEXT NOT NULL,
    gender TEXT CHECK (gender IN ('female', 'male', 'other')),
    language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
    does_not_want_calls INTEGER NOT NULL CHECK (does_not_want_calls IN (0, 1)),
    does_not_want_email INTEGER NOT NULL CHECK (does_not_want_email IN (0, 1)),
    does_not_want_post INTEGER NOT NULL CHECK (does_not_want_post IN (0, 1)),
    is_deceased INTEGER NOT NULL CHECK (is_deceased IN (0, 1)),
    is_removed INTEGER NOT NULL CHECK (is_removed IN (0, 1)),
    fingerprint TEXT
  ) STRICT`,
  // Not unique: a contact that lost a merge keeps its external id (civicrm-api4.md §6).
  `CREATE INDEX donor_external_id ON donor (external_id) WHERE external_id IS NOT NULL`,

  `CREATE TABLE donor_phone (
    id INTEGER NOT NULL PRIMARY KEY,
    donor_id INTEGER NOT NULL REFERENCES donor (id) ON DELETE CASCADE,
    crm_id INTEGER UNIQUE,
    raw TEXT NOT NULL,
    number TEXT,
    is_primary INTEGER NOT NULL CHECK (is_primary IN (0, 1)),
    kind TEXT,
    location TEXT
  ) STRICT`,
  `CREATE INDEX donor_phone_donor ON donor_phone (donor_id)`,
  `CREATE INDEX donor_phone_number ON donor_phone (number) WHERE number IS NOT NULL`,

  `CREATE TABLE donor_email (
    id INTEGER NOT NULL PRIMARY KEY,
    donor_id INTEGER NOT NULL REFERENCES donor (id) ON DELETE CASCADE,
    crm_id INTEGER UNIQUE,
    email TEXT NOT NULL,
    is_primary INTEGER NOT NULL CHECK (is_primary IN (0, 1)),
    is_on_hold INTEGER NOT NULL CHECK (is_on_hold IN (0, 1)),
    location TEXT
  ) STRICT`,
  `CREATE INDEX donor_email_donor ON donor_email (donor_id)`,

  `CREATE TABLE donor_address (
    id INTEGER NOT NULL PRIMARY KEY,
    donor_id INTEGER NOT NULL REFERENCES donor (id) ON DELETE CASCADE,
    crm_id INTEGER UNIQUE,
    street TEXT NOT NULL,
    postcode TEXT NOT NULL,
    town TEXT NOT NULL,
    country TEXT NOT NULL,
    is_primary INTEGER NOT NULL CHECK (is_primary IN (0, 1)),
    location TEXT,
    master_crm_id INTEGER
  ) STRICT`,
  `CREATE INDEX donor_address_donor ON donor_address (donor_id)`,

  `CREATE TABLE mandate (
    id INTEGER NOT NULL PRIMARY KEY,
    crm_id INTEGER UNIQUE,
    donor_id INTEGER NOT NULL REFERENCES donor (id) ON DELETE CASCADE,
    start_day TEXT NOT NULL,
    amount INTEGER NOT NULL,
    frequency_unit TEXT NOT NULL CHECK (frequency_unit IN ('day', 'week', 'month', 'year')),
    frequency_interval INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('running', 'cancelled', 'ended')),
    cancelled_day TEXT,
    fingerprint TEXT
  ) STRICT`,
  `CREATE INDEX mandate_donor ON mandate (donor_id)`,

  `CREATE TABLE gift (
    id INTEGER NOT NULL PRIMARY KEY,
    crm_id INTEGER UNIQUE,
    external_id TEXT,
    donor_id INTEGER NOT NULL REFERENCES donor (id) ON DELETE CASCADE,
    day TEXT NOT NULL,
    amount INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('received', 'announced', 'failed', 'cancelled', 'reversed')),
    mandate_ref INTEGER,
    project TEXT,
    source TEXT,
    fingerprint TEXT
  ) STRICT`,
  `CREATE INDEX gift_donor ON gift (donor_id, day)`,
  `CREATE UNIQUE INDEX gift_external_id ON gift (external_id) WHERE external_id IS NOT NULL`,
  // Candidates of the service call: the few gifts that went wrong lately.
  `CREATE INDEX gift_gone_wrong ON gift (day) WHERE status IN ('failed', 'reversed')`,
  // Candidates of the major call: large gifts lately.
  `CREATE INDEX gift_received ON gift (amount, day) WHERE status = 'received'`,

  `CREATE TABLE giving (
    donor_id INTEGER NOT NULL PRIMARY KEY REFERENCES donor (id) ON DELETE CASCADE,
    day_zero TEXT,
    first_amount INTEGER,
    newest_received_day TEXT,
    received_count INTEGER NOT NULL,
    received_total INTEGER NOT NULL,
    largest_received INTEGER NOT NULL,
    has_running_mandate INTEGER NOT NULL CHECK (has_running_mandate IN (0, 1))
  ) STRICT`,
  `CREATE INDEX giving_day_zero ON giving (day_zero) WHERE day_zero IS NOT NULL`,
  `CREATE INDEX giving_received_total ON giving (received_total, newest_received_day)`,

  `CREATE TABLE moment (
    id INTEGER NOT NULL PRIMARY KEY,
    crm_id INTEGER,
    donor_id INTEGER NOT NULL REFERENCES donor (id) ON DELETE CASCADE,
    type_name TEXT NOT NULL,
    status_name TEXT NOT NULL,
    subject TEXT NOT NULL,
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    assignees TEXT NOT NULL CHECK (json_valid(assignees)),
    operation_id TEXT,
    programme TEXT,
    promised_in TEXT,
    outcome TEXT,
    fingerprint TEXT,
    UNIQUE (crm_id, donor_id)
  ) STRICT`,
  `CREATE INDEX moment_donor ON moment (donor_id, day)`,

  `CREATE TABLE call_item (
    id INTEGER NOT NULL PRIMARY KEY,
    donor_id INTEGER NOT NULL REFERENCES donor (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id),
    lane TEXT NOT NULL,
    programme TEXT NOT NULL,
    promised_in TEXT,
    callback_id INTEGER REFERENCES callback (id),
    list_day TEXT NOT NULL,
    amount INTEGER NOT NULL,
    reason TEXT NOT NULL CHECK (json_valid(reason)),
    state TEXT NOT NULL CHECK (state IN ('open', 'done')),
    opened_at TEXT NOT NULL,
    started_at TEXT,
    number TEXT,
    notes TEXT NOT NULL,
    notes_saved_at TEXT,
    objection_answer TEXT,
    emotion TEXT,
    seen_details TEXT CHECK (json_valid(seen_details))
  ) STRICT`,
  // A donor is in one conversation at a time on this workstation.
  `CREATE UNIQUE INDEX call_item_open ON call_item (donor_id) WHERE state = 'open'`,

  `CREATE TABLE postponement (
    day TEXT NOT NULL,
    donor_id INTEGER NOT NULL REFERENCES donor (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    PRIMARY KEY (day, donor_id)
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE detail_check (
    call_item_id INTEGER NOT NULL REFERENCES call_item (id) ON DELETE CASCADE,
    detail TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (call_item_id, detail)
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE attempt (
    id TEXT NOT NULL PRIMARY KEY,
    donor_id INTEGER NOT NULL REFERENCES donor (id) ON DELETE CASCADE,
    call_item_id INTEGER REFERENCES call_item (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    lane TEXT NOT NULL,
    programme TEXT NOT NULL,
    promised_in TEXT,
    outcome TEXT NOT NULL,
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    duration_seconds INTEGER NOT NULL,
    number TEXT,
    notes TEXT NOT NULL,
    objection_answer TEXT,
    emotion TEXT,
    callback_id INTEGER REFERENCES callback (id),
    undone_at TEXT
  ) STRICT`,
  `CREATE INDEX attempt_donor ON attempt (donor_id)`,
  `CREATE INDEX attempt_day ON attempt (day)`,

  `CREATE TABLE callback (
    id INTEGER NOT NULL PRIMARY KEY,
    donor_id INTEGER NOT NULL REFERENCES donor (id) ON DELETE CASCADE,
    attempt_id TEXT NOT NULL REFERENCES attempt (id),
    lane TEXT NOT NULL,
    promised_in TEXT NOT NULL,
    amount INTEGER NOT NULL,
    promised_day TEXT NOT NULL,
    promised_at TEXT NOT NULL,
    promised_time TEXT,
    person_id INTEGER REFERENCES person (id),
    made_at TEXT NOT NULL,
    closed_by TEXT REFERENCES attempt (id)
  ) STRICT`,
  `CREATE INDEX callback_open ON callback (promised_day) WHERE closed_by IS NULL`,
  `CREATE INDEX callback_donor ON callback (donor_id)`,

  `CREATE TABLE correction (
    id TEXT NOT NULL PRIMARY KEY REFERENCES operation (id),
    donor_id INTEGER NOT NULL REFERENCES donor (id) ON DELETE CASCADE,
    call_item_id INTEGER REFERENCES call_item (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    detail TEXT NOT NULL,
    field TEXT NOT NULL,
    body TEXT NOT NULL CHECK (json_valid(body)),
    checked_by TEXT NOT NULL,
    at TEXT NOT NULL,
    undone_at TEXT
  ) STRICT`,
  `CREATE INDEX correction_donor ON correction (donor_id)`,

  `CREATE TABLE objection (
    id TEXT NOT NULL PRIMARY KEY REFERENCES operation (id),
    donor_id INTEGER NOT NULL REFERENCES donor (id) ON DELETE CASCADE,
    call_item_id INTEGER REFERENCES call_item (id),
    attempt_id TEXT REFERENCES attempt (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    at TEXT NOT NULL,
    undone_at TEXT
  ) STRICT`,
  `CREATE INDEX objection_donor ON objection (donor_id)`,

  `CREATE TABLE wrong_number (
    attempt_id TEXT NOT NULL PRIMARY KEY REFERENCES attempt (id),
    donor_id INTEGER NOT NULL REFERENCES donor (id) ON DELETE CASCADE,
    number TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX wrong_number_donor ON wrong_number (donor_id)`,

  `CREATE TABLE follow_up (
    id INTEGER NOT NULL PRIMARY KEY,
    donor_id INTEGER NOT NULL REFERENCES donor (id) ON DELETE CASCADE,
    call_item_id INTEGER REFERENCES call_item (id),
    attempt_id TEXT REFERENCES attempt (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    at TEXT NOT NULL,
    closed_at TEXT
  ) STRICT`,
  `CREATE INDEX follow_up_donor ON follow_up (donor_id)`,

  `CREATE TABLE operation (
    sequence INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    donor_id INTEGER NOT NULL REFERENCES donor (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL CHECK (kind IN ('call', 'objection', 'correction', 'undo')),
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
  `CREATE INDEX operation_unfinished ON operation (state, sequence) WHERE state IN ('waiting', 'conflict', 'rejected')`,
  `CREATE INDEX operation_donor ON operation (donor_id)`,

  `CREATE TABLE sync_cursor (
    entity TEXT NOT NULL PRIMARY KEY,
    position TEXT NOT NULL CHECK (json_valid(position)),
    updated_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE audit (
    id INTEGER NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    person_id INTEGER REFERENCES person (id),
    action TEXT NOT NULL,
    subject TEXT NOT NULL
  ) STRICT`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
