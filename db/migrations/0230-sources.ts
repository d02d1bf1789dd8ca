/**
 * What other places than the CRM know of donors: fundraising platforms, one row of `source_site` each. A source is only
 * read, and what it says stays apart from the mirror:
 *
 * - source_donor: a person as a place knows her, by her own words there. Records of one place with the same e-mail and
 *   the same name are one person (`identity`); whoever left no e-mail is one for each record.
 * - source_gift, source_recurring, source_consent: what she did there. `gift_id` and `mandate_id` are the row that counts:
 *   one of the CRM that says the same, or one that was made for it (docs/decisions/0044); none as long as she is linked to
 *   nobody. `crm_status` is what the CRM said of a gift before a refund at the source overruled it.
 * - source_page: an action, a team, a project: what a gift came through. `owner_id` is who runs it, never the giver.
 * - source_link: which donor she is. `certain`: linked by itself; `linked`: a person said so, or she was added;
 *   `doubtful`: a person is to choose among the candidates in `reasons`; `new`: nobody fits, to be proposed to the CRM;
 *   `unlinked`: a person said that it was wrong; `ignored`: a person said to leave her out. `donor_id` is set for
 *   `certain` and `linked` alone.
 * - source_refused: whom a person said she is not. Never linked to each other by itself again.
 *
 * `looked_up_at`: when the CRM was asked for whoever she could be: the details of most donors are not held here (0016), and
 * only then is `new` the last word. `gone_at`: the place no longer has it. Keys (`source_key`) are the place's own: "donation:77", "manual-donation:77",
 * "recurring-donor:301", "user:802", "newsletter-subscription:88", "action:9021", "team:77", "project:31".
 */
import { sql, type Kysely } from 'kysely';

const STATEMENTS = [
  `CREATE TABLE source_site (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('kentaa')),
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    is_enabled INTEGER NOT NULL CHECK (is_enabled IN (0, 1)),
    adds_newcomers INTEGER NOT NULL CHECK (adds_newcomers IN (0, 1)),
    started_from TEXT NOT NULL,
    added_at TEXT NOT NULL,
    last_pulled_at TEXT,
    last_compared_at TEXT,
    problem TEXT CHECK (json_valid(problem)),
    budget TEXT CHECK (json_valid(budget))
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE source_cursor (
    site_id TEXT NOT NULL REFERENCES source_site (id) ON DELETE CASCADE,
    resource TEXT NOT NULL,
    position TEXT NOT NULL,
    PRIMARY KEY (site_id, resource)
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE source_donor (
    id INTEGER NOT NULL PRIMARY KEY,
    site_id TEXT NOT NULL REFERENCES source_site (id) ON DELETE CASCADE,
    source_key TEXT NOT NULL,
    identity TEXT,
    first_name TEXT NOT NULL,
    infix TEXT NOT NULL,
    last_name TEXT NOT NULL,
    organisation TEXT NOT NULL,
    email TEXT,
    phone TEXT,
    phone_number TEXT,
    iban TEXT,
    street TEXT,
    house_number TEXT,
    house_number_addition TEXT,
    postcode TEXT,
    town TEXT,
    country TEXT,
    language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
    birth_date TEXT,
    is_callable INTEGER NOT NULL CHECK (is_callable IN (0, 1)),
    first_seen_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    gone_at TEXT,
    looked_up_at TEXT,
    UNIQUE (site_id, source_key)
  ) STRICT`,
  `CREATE UNIQUE INDEX source_donor_identity ON source_donor (site_id, identity) WHERE identity IS NOT NULL`,

  `CREATE TABLE source_gift (
    id INTEGER NOT NULL PRIMARY KEY,
    site_id TEXT NOT NULL REFERENCES source_site (id) ON DELETE CASCADE,
    source_key TEXT NOT NULL,
    source_donor_id INTEGER NOT NULL REFERENCES source_donor (id) ON DELETE CASCADE,
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    amount INTEGER NOT NULL,
    currency TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('received', 'announced', 'failed', 'cancelled', 'reversed')),
    source_status TEXT NOT NULL,
    is_manual INTEGER NOT NULL CHECK (is_manual IN (0, 1)),
    is_anonymous INTEGER NOT NULL CHECK (is_anonymous IN (0, 1)),
    is_own_action INTEGER NOT NULL CHECK (is_own_action IN (0, 1)),
    is_countable INTEGER NOT NULL CHECK (is_countable IN (0, 1)),
    recurring_key TEXT,
    page_key TEXT,
    transaction_key TEXT,
    device TEXT,
    message TEXT,
    updated_at TEXT NOT NULL,
    gone_at TEXT,
    gift_id INTEGER REFERENCES gift (id) ON DELETE SET NULL,
    crm_status TEXT,
    UNIQUE (site_id, source_key)
  ) STRICT`,
  `CREATE INDEX source_gift_donor ON source_gift (source_donor_id)`,
  `CREATE INDEX source_gift_gift ON source_gift (gift_id) WHERE gift_id IS NOT NULL`,

  `CREATE TABLE source_recurring (
    id INTEGER NOT NULL PRIMARY KEY,
    site_id TEXT NOT NULL REFERENCES source_site (id) ON DELETE CASCADE,
    source_key TEXT NOT NULL,
    source_donor_id INTEGER NOT NULL REFERENCES source_donor (id) ON DELETE CASCADE,
    amount INTEGER NOT NULL,
    frequency_unit TEXT NOT NULL CHECK (frequency_unit IN ('day', 'week', 'month', 'year')),
    frequency_interval INTEGER NOT NULL,
    start_day TEXT NOT NULL,
    end_day TEXT,
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
    updated_at TEXT NOT NULL,
    gone_at TEXT,
    mandate_id INTEGER REFERENCES mandate (id) ON DELETE SET NULL,
    UNIQUE (site_id, source_key)
  ) STRICT`,
  `CREATE INDEX source_recurring_donor ON source_recurring (source_donor_id)`,
  `CREATE INDEX source_recurring_mandate ON source_recurring (mandate_id) WHERE mandate_id IS NOT NULL`,

  `CREATE TABLE source_consent (
    id INTEGER NOT NULL PRIMARY KEY,
    source_donor_id INTEGER NOT NULL REFERENCES source_donor (id) ON DELETE CASCADE,
    record_key TEXT NOT NULL,
    kind TEXT NOT NULL,
    is_granted INTEGER NOT NULL CHECK (is_granted IN (0, 1)),
    at TEXT NOT NULL,
    words TEXT NOT NULL,
    version TEXT,
    UNIQUE (source_donor_id, record_key, kind, at, is_granted)
  ) STRICT`,

  `CREATE TABLE source_page (
    id INTEGER NOT NULL PRIMARY KEY,
    site_id TEXT NOT NULL REFERENCES source_site (id) ON DELETE CASCADE,
    source_key TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('action', 'team', 'company', 'project')),
    title TEXT NOT NULL,
    person_name TEXT NOT NULL,
    owner_id INTEGER REFERENCES source_donor (id) ON DELETE SET NULL,
    owner_key TEXT,
    is_for_other INTEGER NOT NULL CHECK (is_for_other IN (0, 1)),
    url TEXT,
    reference TEXT,
    started_day TEXT NOT NULL,
    end_day TEXT,
    is_over INTEGER NOT NULL CHECK (is_over IN (0, 1)),
    total INTEGER NOT NULL,
    gifts INTEGER NOT NULL,
    earlier_times INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    gone_at TEXT,
    UNIQUE (site_id, source_key)
  ) STRICT`,
  `CREATE INDEX source_page_owner ON source_page (owner_id) WHERE owner_id IS NOT NULL`,
  `CREATE INDEX source_page_started ON source_page (started_day) WHERE owner_id IS NOT NULL`,

  `CREATE TABLE source_link (
    source_donor_id INTEGER NOT NULL PRIMARY KEY REFERENCES source_donor (id) ON DELETE CASCADE,
    donor_id INTEGER REFERENCES donor (id) ON DELETE CASCADE,
    state TEXT NOT NULL CHECK (state IN ('certain', 'linked', 'doubtful', 'new', 'unlinked', 'ignored')),
    reasons TEXT NOT NULL CHECK (json_valid(reasons)),
    score REAL,
    decided_by INTEGER REFERENCES person (id),
    decided_at TEXT NOT NULL,
    CHECK ((donor_id IS NOT NULL) = (state IN ('certain', 'linked')))
  ) STRICT`,
  `CREATE INDEX source_link_donor ON source_link (donor_id) WHERE donor_id IS NOT NULL`,
  `CREATE INDEX source_link_state ON source_link (state) WHERE state IN ('doubtful', 'new')`,

  `CREATE TABLE source_refused (
    source_donor_id INTEGER NOT NULL REFERENCES source_donor (id) ON DELETE CASCADE,
    donor_id INTEGER NOT NULL REFERENCES donor (id) ON DELETE CASCADE,
    person_id INTEGER REFERENCES person (id),
    at TEXT NOT NULL,
    PRIMARY KEY (source_donor_id, donor_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX source_refused_donor ON source_refused (donor_id)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
