/** Opens an encrypted SQLite file and makes sure that every promise about it holds. */
import { DatabaseFailure } from '../database-failure.ts';
import { openSqlite, type SqliteDatabase } from '../sqlite.ts';

/**
 * Set and asserted on every open, because several do not stick to the file: in WAL, SQLite falls back to
 * synchronous=NORMAL whenever it is opened again.
 *
 * `locking_mode=EXCLUSIVE` keeps a second process out; the operating system drops the lock when this one dies.
 */
const PRAGMAS: readonly (readonly [name: string, set: string, asserted: string | number])[] = [
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['secure_delete', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['temp_store', 'MEMORY', 2],
  ['cell_size_check', 'ON', 1],
  // Every page is encrypted again when it moves from the log into the file: a page that changes often should not move often.
  ['wal_autocheckpoint', '4000', 4000],
];

/** How long to wait for another process that is just closing the file. */
const BUSY_TIMEOUT_MILLISECONDS = 1_000;

/** @throws DatabaseFailure or SqliteError: `in-use`, `damaged` (also for a wrong key), `not-writable`. */
export async function openConnection(path: string, key: Buffer): Promise<SqliteDatabase> {
  const database = await openSqlite(path, { timeout: BUSY_TIMEOUT_MILLISECONDS });
  try {
    unlock(database, key);
    for (const [name, set, asserted] of PRAGMAS) {
      database.pragma(`${name} = ${set}`);
      const found: unknown = database.pragma(name, { simple: true });
      if (found !== asserted) throw new Error(`pragma ${name} is ${String(found)}, not ${asserted}`);
    }
    // Takes the exclusive lock now, and not with the first change.
    database.exec('BEGIN IMMEDIATE; COMMIT');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** ChaCha20-Poly1305 with the key as it is: every page is authenticated, so a flipped bit is noticed (docs/decisions/0003). */
export function unlock(database: SqliteDatabase, key: Buffer): void {
  database.pragma(`cipher = 'chacha20'`);
  // As bytes that can be wiped: a text with the key in it would lie in the memory until something else takes its place.
  const raw = Buffer.alloc(RAW.length + key.length * 2);
  raw.write(RAW, 'latin1');
  for (const [index, byte] of key.entries()) {
    raw[RAW.length + index * 2] = hexDigit(byte >> 4);
    raw[RAW.length + index * 2 + 1] = hexDigit(byte & 15);
  }
  database.key(raw);
  raw.fill(0);
}

const RAW = 'raw:';

function hexDigit(value: number): number {
  return value + (value < 10 ? 48 : 87);
}

/** @throws DatabaseFailure `damaged` when SQLite finds anything wrong with the file. */
export function checkWhole(database: SqliteDatabase): void {
  const result: unknown = database.pragma('quick_check(1)', { simple: true });
  if (result !== 'ok') throw new DatabaseFailure('damaged', { cause: result });
}

/** @throws DatabaseFailure `damaged` when a row points to a row that is not there. */
export function checkForeignKeys(database: SqliteDatabase): void {
  const broken: unknown = database.pragma('foreign_key_check');
  if (Array.isArray(broken) && broken.length > 0) throw new DatabaseFailure('damaged', { cause: broken[0] });
}
