/**
 * What a donor wishes, and what was offered, as it was said in a call. All of it was recorded here.
 *
 * - donor_address_form: who wants to be spoken to otherwise than the charity does ("u" or "je").
 * - contact_wish: by which channel a kind of message is wanted. email_opt_in: consent to e-mail, in the words that were
 *   read, by whom and when. benefit_offer: a benefit of the donor's level that was offered, and the answer. What was
 *   taken back keeps its row, with `undone_at`; the newest row that stands holds.
 * - postcode_street: the register that a coordinator loaded. A postcode is one street nearly always; house numbers as
 *   the lowest and the highest that were seen.
 */
import { sql, type Kysely } from 'kysely';

const OF_A_CALL = `id INTEGER NOT NULL PRIMARY KEY,
    donor_id INTEGER NOT NULL REFERENCES donor (id) ON DELETE CASCADE,
    call_item_id INTEGER REFERENCES call_item (id),
    attempt_id TEXT REFERENCES attempt (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    at TEXT NOT NULL,
    undone_at TEXT`;

const STATEMENTS = [
  `CREATE TABLE donor_address_form (
    donor_id INTEGER NOT NULL PRIMARY KEY REFERENCES donor (id) ON DELETE CASCADE,
    form TEXT NOT NULL CHECK (form IN ('formal', 'informal')),
    person_id INTEGER NOT NULL REFERENCES person (id),
    at TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE contact_wish (
    ${OF_A_CALL},
    about TEXT NOT NULL,
    channel TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX contact_wish_donor ON contact_wish (donor_id)`,
  `CREATE TABLE email_opt_in (
    ${OF_A_CALL},
    is_given INTEGER NOT NULL CHECK (is_given IN (0, 1)),
    words TEXT NOT NULL,
    day TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX email_opt_in_donor ON email_opt_in (donor_id)`,
  `CREATE TABLE benefit_offer (
    ${OF_A_CALL},
    benefit TEXT NOT NULL,
    name TEXT NOT NULL,
    answer TEXT NOT NULL CHECK (answer IN ('offered', 'accepted', 'declined'))
  ) STRICT`,
  `CREATE INDEX benefit_offer_donor ON benefit_offer (donor_id)`,
  `CREATE TABLE postcode_street (
    postcode TEXT NOT NULL,
    street TEXT NOT NULL,
    town TEXT NOT NULL,
    lowest INTEGER NOT NULL,
    highest INTEGER NOT NULL,
    PRIMARY KEY (postcode, street, town)
  ) STRICT, WITHOUT ROWID`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
