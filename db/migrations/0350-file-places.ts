/**
 * A spreadsheet is a place beside the CRM, as a fundraising platform is (docs/decisions/0039): one row of `source_site` of
 * the kind `file`, named by a coordinator; `file` of its people is the file that last said so.
 *
 * - import_run.site_id: an import of such a place; null for one that filled a profile without a CRM. Then `newest_donor`
 *   is the newest row of source_donor when it began.
 * - source_change: how rows of a place were before an import, as `import_change` is for the mirror. Of somebody who came
 *   with the import her row alone is noted: what belongs to her goes with her.
 * - source_to_judge: people of places who are new or changed, and whom nobody compared with the donors yet.
 * - source_objection: what became of an objection in a file: an operation for the CRM, by its number, or a proposal to a
 *   coordinator ("proposal 12"). `source_donor_id` is null when the row of the file is gone.
 *
 * A column cannot get another CHECK: a new one takes the name of the old.
 */
import { sql, type Kysely } from 'kysely';

const STATEMENTS = [
  `ALTER TABLE source_site ADD COLUMN new_kind TEXT NOT NULL DEFAULT 'kentaa' CHECK (new_kind IN ('kentaa', 'file'))`,
  `ALTER TABLE source_site DROP COLUMN kind`,
  `ALTER TABLE source_site RENAME COLUMN new_kind TO kind`,
  `ALTER TABLE source_donor ADD COLUMN file TEXT`,

  `ALTER TABLE import_run ADD COLUMN new_kind TEXT NOT NULL DEFAULT 'donors'
     CHECK (new_kind IN ('donors', 'gifts', 'kal', 'people'))`,
  `UPDATE import_run SET new_kind = kind`,
  `ALTER TABLE import_run DROP COLUMN kind`,
  `ALTER TABLE import_run RENAME COLUMN new_kind TO kind`,
  `ALTER TABLE import_run ADD COLUMN site_id TEXT REFERENCES source_site (id) ON DELETE CASCADE`,
  `CREATE INDEX import_run_site ON import_run (site_id) WHERE site_id IS NOT NULL`,

  `CREATE TABLE source_change (
    id INTEGER NOT NULL PRIMARY KEY,
    import_id INTEGER NOT NULL REFERENCES import_run (id) ON DELETE CASCADE,
    source_donor_id INTEGER NOT NULL REFERENCES source_donor (id) ON DELETE CASCADE,
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    what TEXT NOT NULL CHECK (what IN ('new', 'changed', 'removed', 'linked')),
    before TEXT CHECK (before IS NULL OR json_valid(before))
  ) STRICT`,
  `CREATE INDEX source_change_import ON source_change (import_id, source_donor_id)`,
  `CREATE INDEX source_change_donor ON source_change (source_donor_id)`,

  `CREATE TABLE source_to_judge (
    source_donor_id INTEGER NOT NULL PRIMARY KEY REFERENCES source_donor (id) ON DELETE CASCADE,
    is_urgent INTEGER NOT NULL CHECK (is_urgent IN (0, 1))
  ) STRICT`,
  `CREATE INDEX source_to_judge_order ON source_to_judge (is_urgent DESC, source_donor_id)`,

  `CREATE TABLE source_objection (
    id TEXT NOT NULL PRIMARY KEY,
    source_donor_id INTEGER REFERENCES source_donor (id) ON DELETE SET NULL,
    donor_id INTEGER NOT NULL REFERENCES donor (id) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX source_consent_refused ON source_consent (source_donor_id, kind) WHERE is_granted = 0`,
  `CREATE INDEX source_objection_donor ON source_objection (donor_id)`,
  `CREATE INDEX source_objection_source ON source_objection (source_donor_id) WHERE source_donor_id IS NOT NULL`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
