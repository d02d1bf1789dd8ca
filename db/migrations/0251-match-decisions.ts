/**
 * What persons decided about donors of places, one row each, so that the last can be taken back with everything that it
 * changed (docs/decisions/0045): `link_before` is the row of source_link as it was, `refused` whom she was said not to be.
 * Ids and words of our own, nothing that anybody typed.
 */
import { sql, type Kysely } from 'kysely';

const STATEMENTS = [
  `CREATE TABLE match_decision (
    id INTEGER NOT NULL PRIMARY KEY,
    source_donor_id INTEGER NOT NULL REFERENCES source_donor (id) ON DELETE CASCADE,
    donor_id INTEGER REFERENCES donor (id) ON DELETE CASCADE,
    decision TEXT NOT NULL CHECK (decision IN ('same', 'other', 'new', 'later', 'unlink')),
    link_before TEXT NOT NULL CHECK (json_valid(link_before)),
    refused TEXT NOT NULL CHECK (json_valid(refused)),
    person_id INTEGER NOT NULL REFERENCES person (id),
    at TEXT NOT NULL,
    undone_at TEXT
  ) STRICT`,
  `CREATE INDEX match_decision_source ON match_decision (source_donor_id)`,
  `CREATE INDEX match_decision_donor ON match_decision (donor_id) WHERE donor_id IS NOT NULL`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
