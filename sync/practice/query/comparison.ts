import { ApiError } from '../errors.ts';
import type { Json } from '../json.ts';
import { listOf } from '../json.ts';
import type { Storage } from '../metadata/field.ts';
import { isEmpty, numberOf, textOf } from '../php.ts';
import { fold, foldPattern } from '../store/fold.ts';
import { compactDate } from '../time/local-date.ts';
import type { Compiled } from './compile.ts';
import type { Scope, SqlValue } from './scope.ts';

/** How two sides are made comparable: the left one in SQL, the right one before it is bound. */
interface Side {
  readonly left: string;
  readonly right: (value: Json) => SqlValue;
  /** The left side as text, for patterns. */
  readonly text: string;
}

const SEPARATOR = '\u0001';
const NOTHING_KNOWN = new Set<string | undefined>(['Boolean', 'Float', 'Integer', 'String']);

function sideOf(scope: Scope, compiled: Compiled): Side {
  const { sql, storage } = compiled;
  const sides: Readonly<Record<Storage, () => Side>> = {
    integer: () => ({ left: sql, right: numberOf, text: `CAST(${sql} AS TEXT)` }),
    real: () => ({ left: sql, right: numberOf, text: `CAST(${sql} AS TEXT)` }),
    date: () => ({ left: sql, right: textOf, text: sql }),
    datetime: () => ({ left: sql, right: textOf, text: sql }),
    timestamp: () => ({
      left: sql,
      right: (value) => scope.caller.site.time.timestamp(textOf(value)),
      text: `local_time(${sql})`,
    }),
    text: () =>
      compiled.field?.exact === true || compiled.field?.dataType === 'Array'
        ? { left: sql, right: textOf, text: sql }
        : { left: `fold(${sql})`, right: (value) => fold(textOf(value)), text: `fold(${sql})` },
  };
  return sides[storage]();
}

/** A date is handed to LIKE in its compact form, which no column looks like: such a condition finds nothing. */
function patternOf(compiled: Compiled, value: Json): string {
  const isDate = compiled.storage === 'date' || compiled.storage === 'datetime' || compiled.storage === 'timestamp';
  return isDate ? compactDate(textOf(value)) : foldPattern(textOf(value));
}

function like(scope: Scope, compiled: Compiled, pattern: string, not: string): string {
  return `${sideOf(scope, compiled).text} ${not}LIKE ${scope.bind(pattern)} ESCAPE '\\'`;
}

function contains(scope: Scope, compiled: Compiled, value: Json): string {
  const pattern = patternOf(compiled, value);
  if (compiled.field?.serialize === 'bookend') return like(scope, compiled, `%${SEPARATOR}${pattern}${SEPARATOR}%`, '');
  if (compiled.field?.serialize === 'comma') {
    return `',' || ${compiled.sql} || ',' LIKE ${scope.bind(`%,${pattern},%`)} ESCAPE '\\'`;
  }
  return like(scope, compiled, `%${pattern}%`, '');
}

/** CONTAINS with a list asks for all of it, CONTAINS ONE OF for one. What is not there does not contain anything. */
function containsAny(scope: Scope, compiled: Compiled, operator: string, value: Json): string {
  const values = typeof value === 'object' && value !== null ? listOf(value) : [value];
  const parts = values.map((item) => contains(scope, compiled, item));
  const sql = `(${parts.length === 0 ? '0' : parts.join(operator.endsWith('ONE OF') ? ' OR ' : ' AND ')})`;
  return operator.startsWith('NOT') ? `(NOT ${sql} OR ${compiled.sql} IS NULL)` : sql;
}

function between(side: Side, scope: Scope, operator: string, value: Json): string {
  const [from = null, to = null] = listOf(value);
  const missing = (end: Json): boolean => isEmpty(end) && end !== 0 && end !== '0';
  if (missing(from) || missing(to)) throw new ApiError(`invalid criteria for ${operator}`);
  return `${side.left} ${operator} ${scope.bind(side.right(from))} AND ${scope.bind(side.right(to))}`;
}

/** An empty list becomes a list of one empty value, as on the real server: nothing is in it, and NULL is not out of it. */
function inList(side: Side, scope: Scope, operator: string, value: Json): string {
  const given = typeof value === 'object' && value !== null ? listOf(value) : [value];
  const list = (given.length === 0 ? [''] : given).map(side.right);
  return `${side.left} ${operator} (SELECT value FROM json_each(${scope.bind(JSON.stringify(list))}))`;
}

function isEmptyColumn(compiled: Compiled, operator: string): string {
  const { sql, storage, dataType } = compiled;
  const isNull = operator === 'IS EMPTY';
  if (!NOTHING_KNOWN.has(dataType)) return `${sql} IS ${isNull ? '' : 'NOT '}NULL`;
  const nothing = storage === 'text' ? "''" : '0';
  return isNull ? `(${sql} = ${nothing} OR ${sql} IS NULL)` : `(${sql} <> ${nothing} AND ${sql} IS NOT NULL)`;
}

/** A condition on a compiled left side and a value that was read for it. @throws ApiError for an operator unknown. */
export function compare(scope: Scope, compiled: Compiled, operator: string, value: Json): string {
  const side = sideOf(scope, compiled);
  switch (operator) {
    case 'IS NULL':
    case 'IS NOT NULL':
      return `${compiled.sql} ${operator}`;
    case 'IS EMPTY':
    case 'IS NOT EMPTY':
      return isEmptyColumn(compiled, operator);
    case 'IN':
    case 'NOT IN':
      return inList(side, scope, operator, value);
    case 'BETWEEN':
    case 'NOT BETWEEN':
      return between(side, scope, operator, value);
    case 'CONTAINS':
    case 'NOT CONTAINS':
    case 'CONTAINS ONE OF':
    case 'NOT CONTAINS ONE OF':
      return containsAny(scope, compiled, operator, value);
    default:
      return compareOne(scope, compiled, side, operator, value);
  }
}

function compareOne(scope: Scope, compiled: Compiled, side: Side, operator: string, value: Json): string {
  if (typeof value === 'object' && value !== null) throw new ApiError(`Invalid value in WHERE clause`);
  switch (operator) {
    case '=':
    case '!=':
    case '<>':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return `${side.left} ${operator} ${scope.bind(side.right(value))}`;
    case 'LIKE':
    case 'NOT LIKE':
      return like(scope, compiled, patternOf(compiled, value), operator === 'LIKE' ? '' : 'NOT ');
    case 'REGEXP':
    case 'NOT REGEXP':
      return `${operator === 'REGEXP' ? '' : 'NOT '}matches(${scope.bind(textOf(value))}, ${side.text})`;
    default:
      throw new ApiError('Illegal operator');
  }
}
