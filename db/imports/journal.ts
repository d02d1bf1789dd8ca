/**
 * Notes how every row was that an import touches. Triggers of the connection do it, and only while an import writes:
 * whatever is changed on the way is noted, and nothing else pays for it.
 */
import { sql } from 'kysely';
import type { Reader, Writer } from '../store.ts';

/** What an import writes, each with the column that names a row. */
export const JOURNALED = {
  donor: 'id',
  donor_phone: 'id',
  donor_email: 'id',
  donor_address: 'id',
  mandate: 'id',
  gift: 'id',
  giving: 'donor_id',
  consent: 'id',
} as const;
export type JournaledTable = keyof typeof JOURNALED;
export const JOURNALED_TABLES = Object.keys(JOURNALED) as readonly JournaledTable[];

/** What is noted, and where: of the mirror, or of a place beside the CRM. */
export interface JournalShape {
  /** Each with the column that names a row. */
  readonly tables: Readonly<Record<string, string>>;
  /** Whom the rows of the others belong to, and by which column. */
  readonly root: string;
  readonly owner: string;
  readonly notes: 'import_change' | 'source_change';
}

const MIRROR_JOURNAL: JournalShape = {
  tables: JOURNALED,
  root: 'donor',
  owner: 'donor_id',
  notes: 'import_change',
};
export const SOURCE_JOURNAL: JournalShape = {
  tables: { source_donor: 'id', source_gift: 'id', source_consent: 'id' },
  root: 'source_donor',
  owner: 'source_donor_id',
  notes: 'source_change',
};

/** Runs `work` with the journal open. Part of one write: what is taken back takes its notes along. */
export async function withJournal<Result>(
  { transaction }: Writer,
  importId: number,
  work: () => Promise<Result>,
  shape = MIRROR_JOURNAL,
): Promise<Result> {
  const triggers = await triggersOf(transaction, importId, shape);
  for (const { create } of triggers) await sql.raw(create).execute(transaction);
  const result = await work();
  for (const { name } of triggers) await sql.raw(`DROP TRIGGER temp.${name}`).execute(transaction);
  return result;
}

interface Trigger {
  readonly name: string;
  readonly create: string;
}

async function triggersOf(
  transaction: Reader,
  importId: number,
  { tables, root, owner: ownerColumn, notes }: JournalShape,
): Promise<readonly Trigger[]> {
  // Who comes with this import is noted once; what is written of her afterwards goes with her.
  const newest = await newestBefore(transaction, importId);
  const triggers: Trigger[] = [];
  for (const [table, row] of Object.entries(tables)) {
    const donor = table === root ? 'id' : ownerColumn;
    const columns = await columnsOf(transaction, table);
    const old = columns.map((column) => `'${column}', OLD.${column}`).join(', ');
    const note = (owner: string, id: string, what: string, before: string): string =>
      `INSERT INTO ${notes} (import_id, ${ownerColumn}, table_name, row_id, what, before)
       VALUES (${importId}, ${owner}, '${table}', ${id}, '${what}', ${before});`;
    const add = (event: string, condition: string, body: string): void => {
      const name = `journal_${table}_${event.toLowerCase()}`;
      const create = `CREATE TEMP TRIGGER ${name} AFTER ${event} ON main.${table} WHEN ${condition} BEGIN ${body} END`;
      triggers.push({ name, create });
    };
    add(
      'INSERT',
      table === root ? 'true' : `NEW.${donor} <= ${newest}`,
      note(`NEW.${donor}`, `NEW.${row}`, 'new', 'NULL'),
    );
    add(
      'UPDATE',
      `OLD.${donor} <= ${newest}`,
      `${note(`OLD.${donor}`, `OLD.${row}`, 'changed', `json_object(${old})`)}
       ${
         table === root
           ? ''
           : `INSERT INTO ${notes} (import_id, ${ownerColumn}, table_name, row_id, what)
              SELECT ${importId}, NEW.${donor}, '${table}', OLD.${donor}, 'linked' WHERE NEW.${donor} <> OLD.${donor};`
       }`,
    );
    add(
      'DELETE',
      `OLD.${donor} <= ${newest}`,
      table === root ? 'SELECT 1;' : note(`OLD.${donor}`, `OLD.${row}`, 'removed', `json_object(${old})`),
    );
  }
  return triggers;
}

/** The newest donor from before the import: imports alone bring donors where files are the source, and people of their place. */
async function newestBefore(transaction: Reader, importId: number): Promise<number> {
  const run = await transaction
    .selectFrom('import_run')
    .select('newest_donor')
    .where('id', '=', importId)
    .executeTakeFirstOrThrow();
  return run.newest_donor;
}

export async function columnsOf(reader: Reader, table: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`SELECT name FROM pragma_table_info(${table})`.execute(reader);
  return rows.map(({ name }) => name);
}
