/** Kysely over one better-sqlite3 connection. */
import {
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type DialectAdapter,
  type Driver,
} from 'kysely';
import { rememberStatements } from '../remember-statements.ts';
import type { SqliteDatabase } from '../sqlite.ts';
import type { Schema } from '../schema.ts';

/** Kysely thinks that SQLite's schema changes are not transactional; they are, and a failed migration must leave nothing behind. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/**
 * On a full disk SQLite itself has taken the transaction back already. Kysely would then stumble over its own ROLLBACK,
 * and nobody would learn that the disk is full.
 */
class ForgivingDriver extends SqliteDriver {
  readonly #database: SqliteDatabase;
  constructor(database: SqliteDatabase) {
    super({ database });
    this.#database = database;
  }
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}

class TransactionalSqliteDialect extends SqliteDialect {
  readonly #database: SqliteDatabase;
  constructor(database: SqliteDatabase) {
    super({ database });
    this.#database = database;
  }
  override createDriver(): Driver {
    return new ForgivingDriver(this.#database);
  }
  override createAdapter(): DialectAdapter {
    return new TransactionalSqliteAdapter();
  }
}

export function createKysely(database: SqliteDatabase): Kysely<Schema> {
  rememberStatements(database);
  return new Kysely<Schema>({ dialect: new TransactionalSqliteDialect(database) });
}
