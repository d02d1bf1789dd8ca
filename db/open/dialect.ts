/** Kysely over one better-sqlite3 connection. */
import { Kysely, SqliteAdapter, SqliteDialect, type DialectAdapter } from 'kysely';
import { rememberStatements } from '../remember-statements.ts';
import type { SqliteDatabase } from '../sqlite.ts';
import type { Schema } from '../schema.ts';

/** Kysely thinks that SQLite's schema changes are not transactional; they are, and a failed migration must leave nothing behind. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class TransactionalSqliteDialect extends SqliteDialect {
  override createAdapter(): DialectAdapter {
    return new TransactionalSqliteAdapter();
  }
}

export function createKysely(database: SqliteDatabase): Kysely<Schema> {
  rememberStatements(database);
  return new Kysely<Schema>({ dialect: new TransactionalSqliteDialect({ database }) });
}
