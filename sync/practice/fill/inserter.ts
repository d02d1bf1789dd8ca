import type { SqliteDatabase } from '../../../db/sqlite.ts';
import type { Row } from '../json.ts';
import { textOf } from '../php.ts';
import type { SqlValue } from '../query/scope.ts';
import { quoted } from '../store/schema.ts';

export type Values = Readonly<Record<string, SqlValue>>;

/** Texts that were worked out for an answer, as their columns keep them: nothing is NULL. */
export function textColumns(row: Row): Record<string, SqlValue> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, textOf(value) || null]));
}

interface InsertStatement {
  run(values: Values): { readonly lastInsertRowid: number | bigint };
}

/** Inserts many rows quickly: one statement for all rows that have the same columns. */
export class Inserter {
  readonly #database: SqliteDatabase;
  readonly #statements = new Map<string, InsertStatement>();

  constructor(database: SqliteDatabase) {
    this.#database = database;
  }

  /** Inserts a row and answers its id. Tables and columns are named by the filler, never by what is filled in. */
  insert(table: string, values: Values): number {
    const names = Object.keys(values);
    const key = `${table} ${names.join(' ')}`;
    const statement = this.#statements.get(key) ?? this.#prepare(key, table, names);
    return Number(statement.run(values).lastInsertRowid);
  }

  #prepare(key: string, table: string, names: readonly string[]): InsertStatement {
    const columns = names.map(quoted).join(', ');
    const values = names.map((name) => `@${name}`).join(', ');
    const statement = this.#database.prepare<[Values]>(`INSERT INTO ${quoted(table)} (${columns}) VALUES (${values})`);
    this.#statements.set(key, statement);
    return statement;
  }
}
