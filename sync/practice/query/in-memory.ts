/** The filters of `getFields` and `getActions`, whose rows are not in a table. */
import { ApiError } from '../errors.ts';
import type { Json, Row } from '../json.ts';
import { entriesOf, listOf } from '../json.ts';
import { isEmpty, looselyEqual, numberOf, textOf } from '../php.ts';
import { fold } from '../store/fold.ts';
import type { Found, GetQuery } from './get.ts';

function likeness(pattern: string): RegExp {
  const escaped = fold(pattern).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('%', '.*').replaceAll('_', '.')}$`, 's');
}

function holdsLeaf(row: Row, clause: readonly Json[]): boolean {
  const [name, operator, expected = null] = clause;
  const value = row[textOf(name)] ?? null;
  const among = (): boolean => listOf(expected).some((item) => looselyEqual(value, item));
  const contains = (): boolean =>
    Array.isArray(value) ? value.includes(expected) : textOf(value).includes(textOf(expected));
  switch (textOf(operator)) {
    case '=':
      return looselyEqual(value, expected);
    case '!=':
    case '<>':
      return !looselyEqual(value, expected);
    case 'IN':
      return among();
    case 'NOT IN':
      return !among();
    case 'LIKE':
      return likeness(textOf(expected)).test(fold(textOf(value)));
    case 'NOT LIKE':
      return !likeness(textOf(expected)).test(fold(textOf(value)));
    case 'CONTAINS':
      return contains();
    case 'NOT CONTAINS':
      return !contains();
    case 'IS NULL':
    case 'IS EMPTY':
      return operator === 'IS NULL' ? value === null : isEmpty(value);
    case 'IS NOT NULL':
    case 'IS NOT EMPTY':
      return operator === 'IS NOT NULL' ? value !== null : !isEmpty(value);
    default:
      throw new ApiError('Illegal operator');
  }
}

function holdsFor(row: Row, clause: Json): boolean {
  const [head, inside] = listOf(clause);
  const word = textOf(head);
  const children = listOf(inside);
  switch (word) {
    case 'AND':
      return children.every((child) => holdsFor(row, child));
    case 'OR':
      return children.some((child) => holdsFor(row, child));
    case 'NOT':
      return typeof children[0] === 'string'
        ? !holdsFor(row, children)
        : !children.every((child) => holdsFor(row, child));
    default:
      return holdsLeaf(row, listOf(clause));
  }
}

function compareRows(a: Row, b: Row, orderBy: Json): number {
  for (const [name, direction] of entriesOf(orderBy)) {
    const [left, right] = [fold(textOf(a[name])), fold(textOf(b[name]))];
    if (left !== right) return (left < right ? -1 : 1) * (direction === 'DESC' ? -1 : 1);
  }
  return 0;
}

function pick(row: Row, select: readonly Json[]): Row {
  if (select.length === 0 || select.includes('*')) return row;
  return Object.fromEntries(Object.entries(row).filter(([name]) => select.includes(name)));
}

/** Filters, sorts, cuts and selects rows as `get` does. */
export function filterRows(all: readonly Row[], query: GetQuery): Found {
  const where = listOf(query.where);
  const found = all.filter((row) => where.every((clause) => holdsFor(row, clause)));
  const sorted = found.toSorted((a, b) => compareRows(a, b, query.orderBy ?? null));
  const offset = numberOf(query.offset);
  const limit = numberOf(query.limit) > 0 ? numberOf(query.limit) : sorted.length;
  const select = listOf(query.select).filter((name) => name !== 'row_count');
  const wantsCount = listOf(query.select).includes('row_count');
  const onlyCount = wantsCount && select.length === 0;
  const rows = onlyCount ? [] : sorted.slice(offset, offset + limit).map((row) => pick(row, select));
  return wantsCount ? { rows, count: sorted.length, matched: sorted.length } : { rows, count: rows.length };
}
