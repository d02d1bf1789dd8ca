/**
 * Notes about whom anything was written, so that what is kept ready (the list of the day, the search index) can follow.
 * Triggers of this connection do it, over every table there is: no writer can forget to tell, a new table cannot be
 * overlooked, and a write that fails takes its notes along.
 */
import { sql } from 'kysely';
import { noteOnce } from './note-once.ts';
import type { SqliteDatabase } from './sqlite.ts';
import type { Reader } from './store.ts';

/**
 * Tables that say nothing about any donor; those of the sources say it with the link to her, which is written whenever
 * what counts of her changed (`db/sources/settle.ts`). A write to another table without a donor counts as about everybody.
 */
const ABOUT_NOBODY: ReadonlySet<string> = new Set([
  'setting',
  'sync_cursor',
  'audit',
  'audit_head',
  'audit_words',
  'programme_version',
  'detail_check',
  'erasure',
  'tombstone',
  'bare_donor',
  'source_site',
  'source_cursor',
  'source_donor',
  'source_gift',
  'source_recurring',
  'source_consent',
  'source_page',
  'match_decision',
  'source_newcomer',
  'import_run',
  'import_change',
  'source_change',
  'source_to_judge',
  'source_to_settle',
  'kysely_migration',
  'kysely_migration_lock',
]);

/** Stands for all donors; ids begin at 1. */
const EVERYBODY = 0;

export interface ChangedDonors {
  readonly everybody: boolean;
  readonly donorIds: readonly number[];
}

/** Begins to note. Called once for a connection, when the tables have their newest shape. */
export function noteChangedDonors(database: SqliteDatabase): void {
  database.exec('CREATE TEMP TABLE changed_donor (donor_id INTEGER NOT NULL PRIMARY KEY) STRICT');
  const triggers = tablesOf(database).flatMap(({ name: table, hasDonor }) => {
    if (ABOUT_NOBODY.has(table)) return [];
    const column = table === 'donor' ? 'id' : hasDonor === 1 ? 'donor_id' : null;
    return noteOnce(`note_${table}`, `main."${table}"`, 'changed_donor', {
      old: column === null ? String(EVERYBODY) : `OLD.${column}`,
      current: column === null ? String(EVERYBODY) : `NEW.${column}`,
    });
  });
  database.exec(`BEGIN; ${triggers.join('; ')}; COMMIT`);
}

/** About whom something was written since this was asked last. */
export async function takeChangedDonors(reader: Reader): Promise<ChangedDonors> {
  const { rows } = await sql<{ donor_id: number }>`DELETE FROM temp.changed_donor RETURNING donor_id`.execute(reader);
  const donorIds = rows.flatMap(({ donor_id: id }) => (id === EVERYBODY ? [] : [id]));
  return { everybody: donorIds.length < rows.length, donorIds };
}

/** Whether something was written since it was last taken. */
export async function hasChangedDonors(reader: Reader): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM temp.changed_donor LIMIT 1`.execute(reader);
  return rows.length > 0;
}

function tablesOf(database: SqliteDatabase): readonly { readonly name: string; readonly hasDonor: 0 | 1 }[] {
  // Virtual tables cannot have triggers; their shadows are theirs alone.
  return database
    .prepare<[], { name: string; hasDonor: 0 | 1 }>(
      `SELECT name, EXISTS (SELECT 1 FROM pragma_table_info(tables.name) WHERE name = 'donor_id') AS hasDonor
         FROM pragma_table_list AS tables
        WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
    )
    .all();
}
