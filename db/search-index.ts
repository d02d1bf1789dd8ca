/**
 * The search index: one row per donor, made in the transaction of whatever is written about her name, number, e-mail
 * or address. Like `changed-donors.ts` it hangs on triggers of the connection, so that every writer keeps it.
 */
import { sql } from 'kysely';
import { searchWordsOf } from '../domain/search/search-words.ts';
import { eachOf, groupByDonor, inList } from './queries/many.ts';
import { noteOnce } from './note-once.ts';
import type { SqliteDatabase } from './sqlite.ts';
import type { Reader } from './store.ts';

const NAMES = 'first_name, prefix, surname, display_name, external_id, crm_id';

/** Table, its column with the donor, and the columns that are found by. */
const WATCHED = [
  ['donor', 'id', NAMES],
  ['donor_phone', 'donor_id', 'donor_id, raw, number'],
  ['donor_email', 'donor_id', 'donor_id, email'],
  ['donor_address', 'donor_id', 'donor_id, street, postcode'],
] as const;

/** Begins to note whose row is no longer right. Called once for a connection; a file of an older shape has no index. */
export function noteRenamedDonors(database: SqliteDatabase): void {
  database.exec('CREATE TEMP TABLE renamed_donor (donor_id INTEGER NOT NULL PRIMARY KEY) STRICT');
  const index = database.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'donor_search'`).get();
  if (index === undefined) return;
  for (const [table, id, columns] of WATCHED) {
    const ids = { old: `OLD.${id}`, current: `NEW.${id}` };
    for (const create of noteOnce(`rename_${table}`, `main.${table}`, 'renamed_donor', ids, columns)) {
      database.exec(create);
    }
  }
}

/** Rows that are made with one statement. */
const AT_A_TIME = 1_000;

/** Makes the rows of the donors anew about whom something was written. Part of every write. */
export async function followRenamed(transaction: Reader): Promise<void> {
  const { rows } = await sql<{ donor_id: number }>`DELETE FROM temp.renamed_donor RETURNING donor_id`.execute(
    transaction,
  );
  const donorIds = rows.map(({ donor_id: donorId }) => donorId);
  for (let from = 0; from < donorIds.length; from += AT_A_TIME) {
    await indexDonors(transaction, donorIds.slice(from, from + AT_A_TIME));
  }
}

/** Makes the rows of these donors; a donor who is gone loses hers. */
export async function indexDonors(transaction: Reader, donorIds: readonly number[]): Promise<void> {
  const words = await readWords(transaction, donorIds);
  await sql`DELETE FROM donor_search WHERE rowid IN ${inList(donorIds)}`.execute(transaction);
  await sql`
    INSERT INTO donor_search (rowid, words)
    SELECT value ->> 0, value ->> 1 FROM ${eachOf(words)}`.execute(transaction);
}

/** A row that is deleted stays in the index, word for word, until its parts are joined. Half a second for a hundred thousand donors. */
export async function joinSearchIndex(transaction: Reader): Promise<void> {
  await sql`INSERT INTO donor_search (donor_search) VALUES ('optimize')`.execute(transaction);
}

/** Donors whose rows are made in one go when all are made. */
const ALL_AT_A_TIME = 5_000;

/** Makes the rows of all donors: for a migration that gives the index another shape. */
export async function indexAllDonors(transaction: Reader): Promise<void> {
  for (let last = 0; ;) {
    const rows = await transaction
      .selectFrom('donor')
      .select('id')
      .where('id', '>', last)
      .orderBy('id')
      .limit(ALL_AT_A_TIME)
      .execute();
    const newest = rows.at(-1);
    if (newest === undefined) return;
    const donorIds = rows.map(({ id }) => id);
    await indexDonors(transaction, donorIds);
    last = newest.id;
  }
}

/** Only columns that have been there since migration 0010: migration 0070 makes all rows with this. */
async function readWords(reader: Reader, donorIds: readonly number[]): Promise<readonly (readonly [number, string])[]> {
  const list = inList(donorIds);
  const donors = await reader
    .selectFrom('donor')
    .select(['id', 'crm_id', 'external_id', 'first_name', 'prefix', 'surname', 'display_name'])
    .where('id', 'in', list)
    .execute();
  const phones = await reader
    .selectFrom('donor_phone')
    .select(['donor_id', 'raw'])
    .where('donor_id', 'in', list)
    .where('number', 'is', null)
    .execute();
  const emails = await reader
    .selectFrom('donor_email')
    .select(['donor_id', 'email'])
    .where('donor_id', 'in', list)
    .execute();
  const addresses = await reader
    .selectFrom('donor_address')
    .select(['donor_id', 'street', 'postcode'])
    .where('donor_id', 'in', list)
    .execute();
  const phonesOf = groupByDonor(phones, ({ raw }) => raw);
  const emailsOf = groupByDonor(emails, ({ email }) => email);
  const addressesOf = groupByDonor(addresses, ({ street, postcode }) => ({ street, postcode }));
  return donors.map((donor) => {
    const words = searchWordsOf({
      firstName: donor.first_name,
      prefix: donor.prefix,
      surname: donor.surname,
      displayName: donor.display_name,
      externalId: donor.external_id,
      crmId: donor.crm_id,
      emails: emailsOf.get(donor.id) ?? [],
      addresses: addressesOf.get(donor.id) ?? [],
      otherPhones: phonesOf.get(donor.id) ?? [],
    });
    return [donor.id, words.join(' ')] as const;
  });
}
