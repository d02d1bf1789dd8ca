/** Brings a database up to the newest shape, in one transaction: all of it or nothing. */
import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { DatabaseFailure } from '../database-failure.ts';
import { MIGRATIONS, type WorkstationMigration } from '../migrations/index.ts';
import type { Schema } from '../schema.ts';
import type { SqliteDatabase } from '../sqlite.ts';

/** The number of the newest migration in a file, kept in `user_version`; 0 for a new file. */
export function shapeOf(database: SqliteDatabase): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/** @throws DatabaseFailure `newer` when a later Dankbel has used the file: it must not be touched. */
export function refuseNewer(database: SqliteDatabase, newest: number): void {
  if (shapeOf(database) > newest) throw new DatabaseFailure('newer');
}

/** Runs what is missing, by number, also what has a lower number than what the file has already. @throws what the migration threw; the database is as it was then. */
export async function migrate(
  database: SqliteDatabase,
  kysely: Kysely<Schema>,
  migrations: readonly WorkstationMigration[] = MIGRATIONS,
): Promise<void> {
  const newest = Math.max(0, ...migrations.map(({ number }) => number));
  if (shapeOf(database) === newest && hasRun(database, migrations)) return;
  const migrator = new Migrator({
    db: kysely,
    // Two people who work at the same time land in any order: a number below the newest one may come later.
    allowUnorderedMigrations: true,
    provider: { getMigrations: async () => Object.fromEntries(migrations.map(({ name, up }) => [name, { up }])) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error('migration failed', { cause: error });
  database.pragma(`user_version = ${newest}`);
}

/** Whether exactly these were run, as on nearly every opening: the migrator would look at every table of the file first. */
function hasRun(database: SqliteDatabase, migrations: readonly WorkstationMigration[]): boolean {
  const table = database.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'kysely_migration'`).get();
  if (table === undefined) return false;
  const rows = database.prepare<[], { name: string }>('SELECT name FROM kysely_migration').all();
  const names = new Set(rows.map(({ name }) => name));
  return names.size === migrations.length && migrations.every(({ name }) => names.has(name));
}
