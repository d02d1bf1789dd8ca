import type { SqliteDatabase } from '../../../db/sqlite.ts';
import { rememberStatements } from '../../../db/remember-statements.ts';
import { openSqlite } from '../../../db/sqlite.ts';
import { ApiError } from '../errors.ts';
import type { SiteTime } from '../time/site-time.ts';
import { fold } from './fold.ts';

/** Written into the file as `user_version`, together with its contents: a file without it is as good as empty. */
export const FORMAT = 1;

/** Enough for the whole file of a large charity, also while it is filled in one transaction. */
const CACHE_KIBIBYTES = 131_072;

/** What SQLite hands to a function of ours is a text, a number or nothing. */
function textFrom(value: unknown): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : '';
}

function matches(pattern: unknown, text: unknown): number | null {
  if (text === null) return null;
  try {
    return new RegExp(textFrom(pattern), 'iu').test(textFrom(text)) ? 1 : 0;
  } catch {
    throw new ApiError('DB Error: unknown error');
  }
}

function textFunction(change: (text: string) => string): (value: unknown) => string | null {
  return (value) => (value === null ? null : change(textFrom(value)));
}

/** The functions that the queries, and the indices on folded text, are written with. */
function defineFunctions(database: SqliteDatabase, time: SiteTime): void {
  const deterministic = { deterministic: true };
  database.function('fold', deterministic, textFunction(fold));
  database.function(
    'lower_case',
    deterministic,
    textFunction((text) => text.toLowerCase()),
  );
  database.function(
    'upper_case',
    deterministic,
    textFunction((text) => text.toUpperCase()),
  );
  database.function('matches', deterministic, matches);
  database.function('local_time', (value: unknown) => (value === null ? null : time.timestampReader()(Number(value))));
}

/**
 * Opens the file of a practice CRM. WAL, so that what was answered survives the end of the process at any moment; not
 * more than that, for it holds invented people only.
 */
export async function openStore(path: string, time: SiteTime, readonly = false): Promise<SqliteDatabase> {
  const database = await openSqlite(path, { readonly });
  database.pragma(`cache_size = -${CACHE_KIBIBYTES}`);
  if (!readonly) {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = NORMAL');
    database.pragma('foreign_keys = ON');
  }
  defineFunctions(database, time);
  rememberStatements(database);
  return database;
}

/** The format of a file; 0 when it was not finished, or never begun. */
export function formatOf(database: SqliteDatabase): number {
  return Number(database.pragma('user_version', { simple: true }));
}
