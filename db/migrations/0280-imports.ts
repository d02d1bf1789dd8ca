/**
 * Imports from files, and how everything was before each, so that one can be taken back as a whole.
 *
 * - taking: rows are being written, some at a time · done · undoing: rows are being put back · undone: all of it ·
 *   partly-undone: donors with whom something was done since stayed · broken-off: it did not come to its end, and was
 *   taken back by itself
 *
 * `import_change` holds every row of the mirror (and consents) that an import made, changed or removed, in that order;
 * of a donor who came with the import, the donor alone: what belongs to her goes with her. `linked` says that a row went
 * over from one donor (`row_id`) to another: they are put back together or not at all. It lies with the donor, and goes
 * with the donor; and it goes when an import is too old to be taken back.
 */
import { sql, type Kysely } from 'kysely';

const STATEMENTS = [
  `CREATE TABLE import_run (
    id INTEGER NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id),
    file TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('donors', 'gifts', 'kal')),
    state TEXT NOT NULL CHECK (state IN ('taking', 'done', 'undoing', 'undone', 'partly-undone', 'broken-off')),
    newest_donor INTEGER NOT NULL,
    counts TEXT NOT NULL CHECK (json_valid(counts)),
    finished_at TEXT,
    undone_at TEXT,
    undone_by INTEGER REFERENCES person (id),
    stayed INTEGER NOT NULL DEFAULT 0
  ) STRICT`,
  `CREATE TABLE import_change (
    id INTEGER NOT NULL PRIMARY KEY,
    import_id INTEGER NOT NULL REFERENCES import_run (id) ON DELETE CASCADE,
    donor_id INTEGER NOT NULL REFERENCES donor (id) ON DELETE CASCADE,
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    what TEXT NOT NULL CHECK (what IN ('new', 'changed', 'removed', 'linked')),
    before TEXT CHECK (before IS NULL OR json_valid(before))
  ) STRICT`,
  `CREATE INDEX import_change_import ON import_change (import_id, donor_id)`,
  `CREATE INDEX import_change_donor ON import_change (donor_id)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
