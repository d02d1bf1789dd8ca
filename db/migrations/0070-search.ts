/**
 * Finding donors in a blink.
 *
 * - donor_search: an index of words (domain/search), one row per donor, without the words themselves. It is kept by
 *   `db/search-index.ts` in the transaction of whatever is written. Prefixes of one to four letters have an index of
 *   their own, because everybody types those first. `detail = none`: nobody asks in which order words stand.
 * - donor_email_email: an address by its beginning, whatever its capitals.
 * - gift_of_donor takes the place of gift_donor: everything that the list asks of a gift stands in the index, one page
 *   for a donor instead of one for each of her gifts, which came in over the years and lie far apart.
 */
import { sql, type Kysely } from 'kysely';
import { indexAllDonors } from '../search-index.ts';

const STATEMENTS = [
  `CREATE VIRTUAL TABLE donor_search USING fts5 (
    words, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3 4', tokenize = 'unicode61 remove_diacritics 0'
  )`,
  `CREATE INDEX donor_email_email ON donor_email (email COLLATE NOCASE)`,
  `CREATE INDEX gift_of_donor ON gift (donor_id, day, amount, status, mandate_ref, crm_id, project)`,
  `DROP INDEX gift_donor`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  await indexAllDonors(db);
}
