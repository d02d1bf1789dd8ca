import { visibleRows } from '../access/visible-rows.ts';
import { ApiError } from '../errors.ts';
import type { Json, Row } from '../json.ts';
import { listOf } from '../json.ts';
import type { EntitySpec } from '../metadata/entity.ts';
import { isEmpty, numberOf, textOf } from '../php.ts';
import type { Caller } from '../site.ts';
import { quoted } from '../store/schema.ts';
import { compile } from './compile.ts';
import { addExplicitJoins } from './explicit-join.ts';
import { parseExpression } from './expression.ts';
import { writeHaving } from './having.ts';
import { defaultConditions } from './hidden.ts';
import { sortable, writeOrder } from './order.ts';
import type { SqlValue } from './scope.ts';
import { Scope } from './scope.ts';
import type { OutputColumn } from './select.ts';
import { expandSelect, outputColumns, rowReader } from './select.ts';
import { writeCondition } from './where.ts';

/** What a `get` may ask; the shapes were checked when the parameters were read. */
export interface GetQuery {
  readonly select?: Json;
  readonly where?: Json;
  readonly orderBy?: Json;
  readonly limit?: Json;
  readonly offset?: Json;
  readonly join?: Json;
  readonly groupBy?: Json;
  readonly having?: Json;
}

export interface Found {
  readonly rows: readonly Row[];
  /** How many there are in all, when `row_count` was selected. */
  readonly matched?: number;
  /** What `count` says: see {@link getRows}. */
  readonly count: number;
}

interface Statement {
  readonly scope: Scope;
  readonly columns: readonly OutputColumn[];
  /** Without ORDER BY and LIMIT. */
  readonly sql: string;
  readonly order: string;
}

function bound(value: Json | undefined, name: string): number {
  const number = numberOf(value);
  if (number < 0 || !Number.isInteger(number)) throw new ApiError('DB Error: syntax error');
  if (number > Number.MAX_SAFE_INTEGER) throw new ApiError(`Invalid ${name}`);
  return number;
}

function groupBy(scope: Scope, groups: readonly Json[]): string {
  const parts = groups.map((item) => sortable(compile(scope, parseExpression(textOf(item)))));
  return parts.length === 0 ? '' : ` GROUP BY ${parts.join(', ')}`;
}

function clause(word: 'HAVING' | 'WHERE', conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : ` ${word} ${conditions.join(' AND ')}`;
}

function build(caller: Caller, entity: EntitySpec, query: GetQuery): Statement {
  const scope = new Scope(caller, entity);
  const where = [...listOf(query.where), ...defaultConditions(caller, entity, listOf(query.where))];
  const asked = [...where, ...addExplicitJoins(scope, query.join ?? null)];
  const items = expandSelect(scope, listOf(query.select));
  const groups = listOf(query.groupBy);
  const gathers =
    groups.length > 0 || items.some((item) => /^(COUNT|SUM|AVG|MIN|MAX|GROUP_CONCAT)\(/.test(item.expression.source));
  const columns = outputColumns(scope, items, !gathers || groups.includes('id'));
  const conditions = [
    ...visibleRows(caller, entity, scope.base.alias),
    ...asked.map((condition) => writeCondition(scope, condition)).filter((part) => part !== ''),
  ];
  const grouped = groupBy(scope, groups);
  const kept = listOf(query.having)
    .map((condition) => writeHaving(scope, columns, condition))
    .filter((part) => part !== '');
  const order = writeOrder(scope, query.orderBy ?? null, columns);
  const selected = columns.length === 0 ? 'NULL' : columns.map((column) => column.compiled.sql).join(', ');
  const sql =
    `SELECT ${selected} FROM ${quoted(entity.table)} ${scope.base.alias} ${scope.joins.join(' ')}` +
    // Rows that are not gathered have no HAVING here: for them it asks the same as WHERE.
    (gathers
      ? `${clause('WHERE', conditions)}${grouped}${clause('HAVING', kept)}`
      : clause('WHERE', [...conditions, ...kept]));
  const natural = gathers ? '' : ` ORDER BY ${scope.base.alias}.id`;
  return { scope, columns, sql, order: order === '' ? natural : order };
}

function run(caller: Caller, statement: Statement, limit: number, offset: number): readonly Row[] {
  const { scope, columns, sql, order } = statement;
  const page =
    limit > 0 || offset > 0 ? ` LIMIT ${scope.bind(limit > 0 ? limit : -1)} OFFSET ${scope.bind(offset)}` : '';
  const prepared = caller.site.database.prepare<[Record<string, SqlValue>], readonly SqlValue[]>(
    `${sql}${order}${page}`,
  );
  const read = rowReader(columns);
  return prepared.raw().all(scope.values).map(read);
}

function countAll(caller: Caller, statement: Statement): number {
  const counted = caller.site.database
    .prepare<[Record<string, SqlValue>], number>(`SELECT count(*) FROM (${statement.sql})`)
    .pluck()
    .get(statement.scope.values);
  return counted ?? 0;
}

/**
 * Finds rows. `count` follows the real server: with `row_count` all that match, else the rows of this page, to which the
 * offset is added when the page is not full (an offset past the end answers the offset itself, civicrm-api4.md §0).
 */
export function getRows(caller: Caller, entity: EntitySpec, query: GetQuery): Found {
  const limit = isEmpty(query.limit) ? 0 : bound(query.limit, 'limit');
  const offset = isEmpty(query.offset) ? 0 : bound(query.offset, 'offset');
  const select = listOf(query.select);
  const wantsCount = select.includes('row_count');
  const onlyCount = wantsCount && select.length === 1;
  const rows = onlyCount ? [] : run(caller, build(caller, entity, query), limit, offset);
  if (!onlyCount && (limit === 0 || rows.length < limit)) {
    const count = rows.length + offset;
    return wantsCount ? { rows, count, matched: count } : { rows, count };
  }
  if (!wantsCount) return { rows, count: rows.length };
  const counted = listOf(query.having).length > 0 ? select : ['id'];
  const matched = countAll(caller, build(caller, entity, { ...query, select: counted, orderBy: null }));
  return { rows, count: matched, matched };
}

/** The ids of the rows a where clause finds, for the actions that work on them. */
export function findIds(caller: Caller, entity: EntitySpec, query: GetQuery): readonly number[] {
  return getRows(caller, entity, { ...query, select: ['id'] }).rows.map((row) => numberOf(row['id']));
}
