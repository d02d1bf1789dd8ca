/**
 * Takes an import back, some donors at a time: every row as it was. A donor with whom something was done since stays as
 * she is, and everything of the import that belongs to her.
 */
import { sql } from 'kysely';
import { localTables } from '../mirror/local-work.ts';
import { inList } from '../queries/many.ts';
import type { Reader, Writer } from '../store.ts';
import { columnsOf, JOURNALED, JOURNALED_TABLES, type JournaledTable } from './journal.ts';

export interface UndoCount {
  /** Donors who can be put back, or were. */
  readonly back: number;
  /** Donors with whom something was done since: a call, a correction, a note, a letter. */
  readonly workedOn: number;
  /** Donors whom a later import touched: that one goes first. */
  readonly inLater: number;
}

/** Written by itself, or with everything else of a donor: no sign that anybody did something. */
const NO_WORK = new Set(['import_change', 'hold_out', 'consent', 'bare_donor']);
/** Columns that say when a row was made, the most telling first. */
const WHEN = ['recorded_at', 'opened_at', 'made_at', 'at', 'seen_at', 'found_at'];

type Reason = 'workedOn' | 'inLater';

/**
 * Why donors of an import cannot be put back, by donor. It is worked out for all of them at once: a gift that went from
 * one donor to another ties the two together.
 */
export async function whyNotBack(reader: Reader, importId: number): Promise<ReadonlyMap<number, Reason>> {
  const why = new Map<number, Reason>();
  const touched = sql`SELECT donor_id FROM import_change WHERE import_id = ${importId}`;
  const note = (rows: readonly { readonly id: number }[], reason: Reason): void => {
    for (const { id } of rows) if (!why.has(id)) why.set(id, reason);
  };
  const { rows: later } = await sql<{ id: number }>`
    SELECT DISTINCT later.donor_id AS id FROM import_change AS later
     WHERE later.import_id > ${importId} AND later.donor_id IN (${touched})`.execute(reader);
  note(later, 'inLater');
  const { at, newest } = await startOf(reader, importId);
  for (const { tableName, column } of await localTables(reader)) {
    if (NO_WORK.has(tableName)) continue;
    const when = await whenColumn(reader, tableName);
    const owner = sql.ref(`${tableName}.${column}`);
    // Of a table that does not say when, every row counts with donors who came with the import, and none with others.
    const since = when === null ? sql`${owner} > ${newest}` : sql`${sql.ref(`${tableName}.${when}`)} >= ${at}`;
    const { rows } = await sql<{ id: number }>`
      SELECT DISTINCT ${owner} AS id FROM ${sql.table(tableName)}
       WHERE ${owner} IN (${touched}) AND ${since}`.execute(reader);
    note(rows, 'workedOn');
  }
  // A consent that was recorded by hand.
  const { rows: consents } = await sql<{ id: number }>`
    SELECT DISTINCT donor_id AS id FROM consent
     WHERE donor_id IN (${touched}) AND at > ${at}
       AND NOT EXISTS (SELECT 1 FROM import_change
                        WHERE import_id = ${importId} AND table_name = 'consent' AND row_id = consent.id)`.execute(
    reader,
  );
  note(consents, 'workedOn');
  await spread(reader, importId, why);
  return why;
}

/** Who is tied to somebody who stays, stays too. */
async function spread(reader: Reader, importId: number, why: Map<number, Reason>): Promise<void> {
  const { rows: links } = await sql<{ one: number; other: number }>`
    SELECT DISTINCT donor_id AS one, row_id AS other FROM import_change
     WHERE import_id = ${importId} AND what = 'linked'`.execute(reader);
  for (let isMoving = true; isMoving;) {
    isMoving = false;
    for (const { one, other } of links) {
      for (const [from, to] of [
        [one, other],
        [other, one],
      ] as const) {
        const reason = why.get(from);
        if (reason === undefined || why.has(to)) continue;
        why.set(to, reason);
        isMoving = true;
      }
    }
  }
}

export async function countUndo(reader: Reader, importId: number): Promise<UndoCount> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(DISTINCT donor_id) AS count FROM import_change WHERE import_id = ${importId}`.execute(reader);
  const why = [...(await whyNotBack(reader, importId)).values()];
  const workedOn = why.filter((reason) => reason === 'workedOn').length;
  return { back: (rows[0]?.count ?? 0) - why.length, workedOn, inLater: why.length - workedOn };
}

/** Donors that go together in one write. */
const DONORS_OF_A_PORTION = 1_000;

/** Puts the next donors back. @returns how many; 0 when all that can are back */
export async function undoPortion(
  writer: Writer,
  importId: number,
  staying: ReadonlyMap<number, unknown>,
): Promise<number> {
  const { transaction } = writer;
  const { rows } = await sql<{ id: number }>`
    SELECT DISTINCT donor_id AS id FROM import_change
     WHERE import_id = ${importId} AND donor_id NOT IN ${inList([...staying.keys()])}
     ORDER BY donor_id LIMIT ${DONORS_OF_A_PORTION}`.execute(transaction);
  if (rows.length === 0) return 0;
  const donorIds = await withLinked(
    transaction,
    importId,
    rows.map(({ id }) => id),
  );
  const donors = inList(donorIds);
  await sql`PRAGMA defer_foreign_keys = ON`.execute(transaction);
  // Rows that came go first: what was removed may have had their number.
  for (const table of [...JOURNALED_TABLES].reverse()) {
    await sql`
      DELETE FROM ${sql.table(table)} WHERE ${sql.ref(JOURNALED[table])} IN (
        SELECT row_id FROM import_change
         WHERE import_id = ${importId} AND table_name = ${table} AND what = 'new' AND donor_id IN ${donors})`.execute(
      transaction,
    );
  }
  for (const table of JOURNALED_TABLES) await putBack(transaction, importId, table, donorIds);
  await sql`DELETE FROM import_change WHERE import_id = ${importId} AND donor_id IN ${donors}`.execute(transaction);
  return donorIds.length;
}

async function withLinked(reader: Reader, importId: number, donorIds: readonly number[]): Promise<readonly number[]> {
  const all = new Set(donorIds);
  for (let before = 0; before < all.size;) {
    before = all.size;
    const list = inList([...all]);
    const { rows } = await sql<{ one: number; other: number }>`
      SELECT DISTINCT donor_id AS one, row_id AS other FROM import_change
       WHERE import_id = ${importId} AND what = 'linked' AND (donor_id IN ${list} OR row_id IN ${list})`.execute(
      reader,
    );
    for (const { one, other } of rows) all.add(one).add(other);
  }
  return [...all];
}

/** The first note about a row says how it was. A row that came and was changed was not there. */
async function putBack(
  transaction: Writer['transaction'],
  importId: number,
  table: JournaledTable,
  donorIds: readonly number[],
): Promise<void> {
  const row = JOURNALED[table];
  const columns = await columnsOf(transaction, table);
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const values = sql.join(columns.map((column) => sql`before ->> ${sql.lit(`$.${column}`)}`));
  const set = sql.join(columns.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`));
  const first = sql`
    SELECT before, row_id FROM import_change AS first
     WHERE import_id = ${importId} AND table_name = ${table} AND donor_id IN ${inList(donorIds)}
       AND what IN ('changed', 'removed')
       AND NOT EXISTS (SELECT 1 FROM import_change AS earlier
                        WHERE earlier.import_id = ${importId} AND earlier.table_name = ${table}
                          AND earlier.row_id = first.row_id AND earlier.donor_id = first.donor_id
                          AND earlier.id < first.id AND earlier.what <> 'linked')`;
  // The number of a row that was removed may be somebody else's by now, who stays: then it gets another.
  if (table !== 'giving' && table !== 'donor' && table !== 'gift') {
    await sql`
      INSERT INTO ${sql.table(table)} (${names})
      SELECT ${sql.join(columns.map((column) => (column === row ? sql`NULL` : sql`before ->> ${sql.lit(`$.${column}`)}`)))}
        FROM (${first}) AS before_rows
       WHERE EXISTS (SELECT 1 FROM ${sql.table(table)} AS taken
                      WHERE taken.id = before_rows.row_id AND taken.donor_id NOT IN ${inList(donorIds)})`.execute(
      transaction,
    );
  }
  const isFree =
    table === 'giving' || table === 'donor' || table === 'gift'
      ? sql`true`
      : sql`NOT EXISTS (SELECT 1 FROM ${sql.table(table)} AS taken
                         WHERE taken.id = before_rows.row_id AND taken.donor_id NOT IN ${inList(donorIds)})`;
  await sql`
    INSERT INTO ${sql.table(table)} (${names})
    SELECT ${values} FROM (${first}) AS before_rows WHERE ${isFree}
        ON CONFLICT (${sql.ref(row)}) DO UPDATE SET ${set}`.execute(transaction);
}

async function startOf(reader: Reader, importId: number): Promise<{ readonly at: string; readonly newest: number }> {
  const { at, newest_donor: newest } = await reader
    .selectFrom('import_run')
    .select(['at', 'newest_donor'])
    .where('id', '=', importId)
    .executeTakeFirstOrThrow();
  return { at, newest };
}

async function whenColumn(reader: Reader, table: string): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`SELECT name FROM pragma_table_info(${table})`.execute(reader);
  return WHEN.find((name) => rows.some((row) => row.name === name)) ?? null;
}
