/**
 * Puts rows into every table of a database, of whatever schema: the columns, their rules and what they refer to are
 * read from the database itself. For steps of the migrations at which no program of that day runs any more.
 */
import type { SqliteDatabase } from '../../db/sqlite.ts';
import { ownTables } from './rows.ts';

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: 0 | 1;
  readonly pk: number;
}

interface Reference {
  readonly from: string;
  readonly table: string;
  readonly to: string | null;
}

export interface Filling {
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Tables that are filled; absent: all that are empty. */
  readonly tables?: readonly string[];
  /** Rows of each table. Every other one has nothing in the columns that may be empty. */
  readonly rows: number;
  /** What a column holds instead, by "table.column"; null leaves it to chance. */
  readonly values?: Readonly<Record<string, (number: number) => string | number | null>>;
}

/** @returns the tables that got rows */
export function fillTables(database: SqliteDatabase, filling: Filling): readonly string[] {
  const wanted = new Set(filling.tables ?? ownTables(database).filter((name) => isEmpty(database, name)));
  const filled: string[] = [];
  // A table can refer to one that comes later, or to itself.
  database.pragma('foreign_keys = OFF');
  database.exec('BEGIN');
  for (const table of ownTables(database)) {
    if (!wanted.has(table)) continue;
    const rows = holdsOneRow(database, table) ? 1 : filling.rows;
    for (let number = 1; number <= rows; number += 1) insertRow(database, table, number, filling);
    filled.push(table);
  }
  database.exec('COMMIT');
  database.pragma('foreign_keys = ON');
  const broken = database.pragma('foreign_key_check') as readonly unknown[];
  if (broken.length > 0) throw new Error(`a reference leads nowhere: ${JSON.stringify(broken[0])}`);
  return filled;
}

function isEmpty(database: SqliteDatabase, table: string): boolean {
  return database.prepare(`SELECT 1 FROM "${table}" LIMIT 1`).get() === undefined;
}

function holdsOneRow(database: SqliteDatabase, table: string): boolean {
  return (database.pragma(`table_info("${table}")`) as readonly Column[])[0]?.name === 'one';
}

/** What a rule about several columns allows is found by trying. */
const TRIES = 60;

function insertRow(database: SqliteDatabase, table: string, number: number, filling: Filling): void {
  for (let left = TRIES; ; left -= 1) {
    const row = rowFor(database, table, number, filling);
    const names = [...row.keys()].map((name) => `"${name}"`).join(', ');
    const marks = [...row.keys()].map(() => '?').join(', ');
    try {
      database.prepare(`INSERT INTO "${table}" (${names}) VALUES (${marks})`).run(...row.values());
      return;
    } catch (error) {
      const isRule = error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_CHECK';
      if (!isRule || left === 0) throw new Error(`${table} ${JSON.stringify([...row])}`, { cause: error });
    }
  }
}

function rowFor(
  database: SqliteDatabase,
  table: string,
  number: number,
  filling: Filling,
): ReadonlyMap<string, unknown> {
  const columns = database.pragma(`table_info("${table}")`) as readonly Column[];
  const references = database.pragma(`foreign_key_list("${table}")`) as readonly Reference[];
  const { sql } = database.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').get(table) as { sql: string };
  const isBare = number % 2 === 0;
  return new Map(
    columns.map((column) => {
      const given = filling.values?.[`${table}.${column.name}`]?.(number) ?? null;
      if (given !== null) return [column.name, given];
      if (isBare && column.notnull === 0 && column.pk === 0) return [column.name, null];
      const reference = references.find(({ from }) => from === column.name);
      if (reference !== undefined) return [column.name, referenceTo(database, reference, number)];
      return [column.name, valueFor(column, ruleOf(sql, column.name), number, filling.random)];
    }),
  );
}

/** A row that is there, or the one that will have that number. */
function referenceTo(database: SqliteDatabase, { table, to }: Reference, number: number): unknown {
  const key = to ?? 'id';
  const rows = database.prepare(`SELECT "${key}" AS value FROM "${table}" ORDER BY 1`).all() as { value: unknown }[];
  if (rows.length > 0) return rows[(number - 1) % rows.length]?.value;
  const type = (database.pragma(`table_info("${table}")`) as readonly Column[]).find(({ name }) => name === key)?.type;
  return type === 'INTEGER' ? number : idOf(number);
}

/** What the schema says about a column, from its name to the next one. */
function ruleOf(sql: string, name: string): string {
  const from = sql.search(new RegExp(`[(,\\s]"?${name}"? (?:INTEGER|REAL|TEXT|BLOB)`));
  const rest = sql.slice(from + 1);
  const next = /,\s*"?[a-z_]+"? (?:INTEGER|REAL|TEXT|BLOB)|,\s*(?:PRIMARY|UNIQUE|CHECK)/.exec(rest);
  return rest.slice(0, next?.index);
}

const WORDS = ['Aaltje', 'Wilgenhof 12', '8031 XD', 'een notitie met é', "zo'n vraag", '', 'Zwolle'];

function valueFor({ name, type, pk }: Column, rule: string, number: number, random: () => number): unknown {
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!;
  if (type === 'BLOB') return Buffer.from(`bytes ${number}`);
  const oneOf = /IN \(([^)]*)\)/.exec(rule)?.[1];
  if (oneOf !== undefined) {
    const text = pick(oneOf.split(',')).trim();
    return text.startsWith("'") ? text.slice(1, -1) : Number(text);
  }
  if (type === 'REAL') return random();
  if (type === 'INTEGER') {
    if (/= 1\)/.test(rule)) return 1;
    if (pk > 0 || /UNIQUE/.test(rule) || name.endsWith('crm_id')) return number;
    return /BETWEEN 0 AND 10/.test(rule) ? Math.floor(random() * 11) : Math.floor(random() * 100_000);
  }
  if (rule.includes('json_valid'))
    return JSON.stringify(name === 'roles' ? ['caller'] : { words: pick(WORDS), number });
  if (/length\("?\w+"?\) = 64/.test(rule)) return String(number).padStart(64, '0');
  if (rule.includes('GLOB')) return '05-14';
  if (name.endsWith('day')) return '2026-11-21';
  if (name === 'at' || name.endsWith('_at')) return '2026-11-21T12:00:00.000Z';
  if (name === 'id' || name.endsWith('_id')) return idOf(number);
  return pk > 0 || /UNIQUE/.test(rule) ? `${name} ${number}` : pick(WORDS);
}

function idOf(number: number): string {
  return `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}
