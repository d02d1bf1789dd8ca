/** Kysely over one better-sqlite3 connection. */
import {
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  type DialectAdapter,
  type SqliteDatabase as KyselyDatabase,
} from 'kysely';
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

/** Statements that are asked again and again are prepared once. More than this many different ones are not kept. */
const MOST_STATEMENTS = 400;

export function createKysely(database: SqliteDatabase): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: new TransactionalSqliteDialect({ database: rememberingStatements(database) }) });
}

type Statement = ReturnType<KyselyDatabase['prepare']>;

function rememberingStatements(database: SqliteDatabase): KyselyDatabase {
  const statements = new Map<string, Statement>();
  return {
    close: () => {
      statements.clear();
      database.close();
    },
    prepare: (sql) => {
      const known = statements.get(sql);
      if (known !== undefined) return known;
      const statement = database.prepare(sql);
      if (statements.size >= MOST_STATEMENTS) statements.clear();
      statements.set(sql, statement);
      return statement;
    },
  };
}
