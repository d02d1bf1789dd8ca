/**
 * A file that went out from here has our own number of everybody in it, and comes back with it (docs/decisions/0054).
 *
 * - source_donor.own_number: the number that a file of a place gives somebody, as it stands there; null for none.
 * - source_donor.delivered_name, delivered_postcode: who she was when the file went out, as a KAL file repeats it beside what
 *   is newer. Of such a file alone it is known that its numbers are ours; null of any other.
 */
import { sql, type Kysely } from 'kysely';

const STATEMENTS = [
  `ALTER TABLE source_donor ADD COLUMN own_number TEXT`,
  `ALTER TABLE source_donor ADD COLUMN delivered_name TEXT`,
  `ALTER TABLE source_donor ADD COLUMN delivered_postcode TEXT`,
  // A key that is no number was made of a name, and begins with a tilde.
  `UPDATE source_donor SET own_number = substr(source_key, 8)
    WHERE source_key LIKE 'person:%' AND source_key NOT LIKE 'person:~%'
      AND site_id IN (SELECT id FROM source_site WHERE kind = 'file')`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
