/**
 * Search while somebody types: prefixes of five and six letters get an index of their own too. Of a million donors some
 * thousands share five letters ("willems"), and merging the lists of all their words took longer than a key press.
 */
import { sql, type Kysely } from 'kysely';
import { indexAllDonors } from '../search-index.ts';

const STATEMENTS = [
  `DROP TABLE donor_search`,
  `CREATE VIRTUAL TABLE donor_search USING fts5 (
    words, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3 4 5 6', tokenize = 'unicode61 remove_diacritics 0'
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  await indexAllDonors(db);
}
