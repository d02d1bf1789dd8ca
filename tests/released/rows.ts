/** Everything in a profile's database as plain rows, as it lies there: whatever program made it. */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite, type SqliteDatabase } from '../../db/sqlite.ts';
import { unlock } from '../../db/open/connection.ts';
import { profilePaths } from '../../db/open/profile-folder.ts';

export type Row = Readonly<Record<string, unknown>>;
export type Rows = ReadonlyMap<string, readonly Row[]>;

/** What SQLite and Kysely keep for themselves, and the parts of the search index, which is proved by searching. */
const NOT_OURS = /^(?:sqlite_|kysely_|donor_search)/;

/** The tables that hold something of ours, by name. */
export function ownTables(database: SqliteDatabase): readonly string[] {
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all() as {
    readonly name: string;
  }[];
  return tables.map(({ name }) => name).filter((name) => !NOT_OURS.test(name));
}

export function rowsOf(database: SqliteDatabase): Rows {
  return new Map(ownTables(database).map((name) => [name, database.prepare(`SELECT * FROM "${name}"`).all() as Row[]]));
}

/** Reads a copy: looking at a file may not change it. */
export async function lookInto<Result>(folder: string, look: (database: SqliteDatabase) => Result): Promise<Result> {
  const paths = profilePaths(folder);
  const elsewhere = mkdtempSync(join(tmpdir(), 'dankbel-look-'));
  try {
    const copy = join(elsewhere, 'copy.db');
    for (const suffix of ['', '-wal']) {
      if (existsSync(paths.database + suffix)) copyFileSync(paths.database + suffix, copy + suffix);
    }
    const database = await openSqlite(copy, { fileMustExist: true });
    try {
      unlock(database, Buffer.from(readFileSync(paths.key, 'utf8').trim(), 'hex'));
      return look(database);
    } finally {
      database.close();
    }
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
  }
}

/** What a migration changed on purpose: how a row of the version before looks now. Null: it is gone. */
export type Changes = Readonly<Record<string, (row: Row) => Row | null>>;

/**
 * Rows of `before` that are not in `after` with the same value in every column, one line each. Columns and tables that
 * came since do not matter; whatever was there does.
 */
export function missingRows(before: Rows, after: Rows, changes: Changes = {}): readonly string[] {
  const lost: string[] = [];
  for (const [table, rows] of before) {
    const now = after.get(table);
    if (now === undefined) {
      lost.push(`${table}: no such table any more`);
      continue;
    }
    const left = new Map<string, number>();
    const expected = rows.map((row) => changes[table]?.(row) ?? (changes[table] === undefined ? row : null));
    const columns = Object.keys(expected.find((row) => row !== null) ?? {});
    for (const row of now) {
      const text = asText(row, columns);
      left.set(text, (left.get(text) ?? 0) + 1);
    }
    for (const row of expected) {
      if (row === null) continue;
      const text = asText(row, columns);
      const count = left.get(text) ?? 0;
      if (count === 0) lost.push(`${table}: ${text}`);
      else left.set(text, count - 1);
    }
  }
  return lost;
}

function asText(row: Row, columns: readonly string[]): string {
  return JSON.stringify(
    columns.map((column) => {
      const value = column in row ? row[column] : 'no such column any more';
      return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
    }),
  );
}
