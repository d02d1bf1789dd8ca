/** Answers a question in SOQL from the records: as much of the language as Dankbel speaks, read by a parser that is not ours. */
import { parseQuery, type Condition, type Query, type WhereClause } from '@jetstreamapp/soql-parser-js';
import type { Objects } from './objects.ts';
import { millisecondsOf, type OrgRecord, type Tables, type Value } from './org-data.ts';
import { OrgError } from './org-error.ts';

export interface SoqlAnswer {
  readonly total: number;
  /** Null for a COUNT(). */
  readonly rows: readonly Readonly<Record<string, unknown>>[] | null;
}

export interface Readable {
  readonly tables: Tables;
  readonly objects: Objects;
}

const CHILDREN: Readonly<Record<string, { readonly object: string; readonly parent: string }>> = {
  npe01__OppPayment__r: { object: 'npe01__OppPayment__c', parent: 'npe01__Opportunity__c' },
  GiftCommitmentSchedules: { object: 'GiftCommitmentSchedule', parent: 'GiftCommitmentId' },
};
const PARENTS: Readonly<Record<string, string>> = {
  Campaign: 'CampaignId',
  Owner: 'OwnerId',
  Account: 'AccountId',
  Donor: 'DonorId',
};
const LONGEST_QUESTION = 100_000;

/** @param all `queryAll` */
export function answerSoql({ tables, objects }: Readable, text: string, all: boolean): SoqlAnswer {
  if (text.length > LONGEST_QUESTION)
    throw new OrgError('MALFORMED_QUERY', 'SOQL statements cannot be longer than 100000');
  const query = parse(text);
  const object = query.sObject ?? '';
  const fields = objects[object];
  if (fields === undefined) throw new OrgError('INVALID_TYPE', `sObject type '${object}' is not supported.`);
  const require = (path: string): void => {
    const [name = ''] = path.split('.').map((part, index, { length }) => (index < length - 1 ? PARENTS[part] : part));
    if (name === undefined || !(name in fields))
      throw new OrgError('INVALID_FIELD', `No such column '${name}' on entity '${object}'.`);
  };
  const isCount = query.fields?.some((field) => field.type === 'FieldFunctionExpression') === true;
  for (const field of query.fields ?? []) if (field.type === 'Field') require(field.field);
  let rows = Object.values(tables[object] ?? {}).filter((row) => all || row['IsDeleted'] !== true);
  if (query.where !== undefined) {
    const test = conditionOf(query.where, require, (row, path) => valueAt(row, path, tables));
    rows = rows.filter(test);
  }
  if (isCount) return { total: rows.length, rows: null };
  for (const order of [query.orderBy ?? []].flat().toReversed()) {
    if (!('field' in order)) throw new OrgError('MALFORMED_QUERY', 'unexpected order');
    require(order.field);
    const sign = order.order === 'DESC' ? -1 : 1;
    rows = rows.toSorted((a, b) => sign * compare(a[order.field] ?? null, b[order.field] ?? null));
  }
  const limited = query.limit === undefined ? rows : rows.slice(0, query.limit);
  return { total: limited.length, rows: limited.map((row) => project(query, row, { object, tables, objects })) };
}

function parse(text: string): Query {
  try {
    return parseQuery(text);
  } catch (error) {
    throw new OrgError('MALFORMED_QUERY', error instanceof Error ? error.message.slice(0, 200) : 'malformed');
  }
}

interface Place extends Readable {
  readonly object: string;
}

function project(query: Query, row: OrgRecord, { object, tables, objects }: Place): Readonly<Record<string, unknown>> {
  const id = String(row['Id']);
  const shown: Record<string, unknown> = {
    attributes: { type: object, url: `/services/data/v68.0/sobjects/${object}/${id}` },
  };
  for (const field of query.fields ?? []) {
    if (field.type === 'Field') shown[field.field] = row[field.field] ?? null;
    else if (field.type === 'FieldRelationship') {
      const [relation = ''] = field.relationships;
      const parent = parentOf(row, relation, tables);
      const before = shown[relation] as object | null | undefined;
      shown[relation] = parent === undefined ? null : { ...before, [field.field]: parent[field.field] ?? null };
    } else if (field.type === 'FieldSubquery') {
      const { relationshipName: name } = field.subquery;
      const child = CHILDREN[name];
      if (child === undefined || objects[child.object] === undefined)
        throw new OrgError('INVALID_FIELD', `Didn't understand relationship '${name}'`);
      const records = Object.values(tables[child.object] ?? {})
        .filter((each) => each[child.parent] === id && each['IsDeleted'] !== true)
        .map((each) =>
          Object.fromEntries(
            (field.subquery.fields ?? []).flatMap((asked) =>
              asked.type === 'Field' ? [[asked.field, each[asked.field] ?? null]] : [],
            ),
          ),
        );
      shown[name] = records.length === 0 ? null : { totalSize: records.length, done: true, records };
    }
  }
  return shown;
}

function parentOf(row: OrgRecord, relation: string, tables: Tables): OrgRecord | undefined {
  const parentId = String(row[PARENTS[relation] ?? '']);
  return Object.values(tables).find((table) => parentId in table)?.[parentId];
}

/** Of a field, or of a field of the record that it refers to: `Donor.PersonContactId`. */
function valueAt(row: OrgRecord, path: string, tables: Tables): Value {
  const [relation = '', field] = path.split('.');
  return (field === undefined ? row[path] : parentOf(row, relation, tables)?.[field]) ?? null;
}

type ReadValue = (row: OrgRecord, path: string) => Value;
type Test = (row: OrgRecord) => boolean;

interface Token {
  readonly kind: 'test' | 'AND' | 'OR' | 'NOT' | '(' | ')';
  readonly test?: Test;
}

/** The parser gives a chain with counted parentheses; it is read once more as an expression. */
function conditionOf(where: WhereClause, require: (field: string) => void, read: ReadValue): Test {
  const tokens = [...tokensOf(where, require, read)];
  let at = 0;
  const primary = (): Test => {
    const token = tokens[at];
    at += 1;
    if (token?.kind === 'NOT') {
      const inner = primary();
      return (row) => !inner(row);
    }
    if (token?.kind === '(') {
      const inner = either();
      at += 1;
      return inner;
    }
    if (token?.test === undefined) throw new OrgError('MALFORMED_QUERY', 'unexpected token');
    return token.test;
  };
  const both = (): Test => {
    let left = primary();
    while (tokens[at]?.kind === 'AND') {
      at += 1;
      const [first, second] = [left, primary()];
      left = (row) => first(row) && second(row);
    }
    return left;
  };
  const either = (): Test => {
    let left = both();
    while (tokens[at]?.kind === 'OR') {
      at += 1;
      const [first, second] = [left, both()];
      left = (row) => first(row) || second(row);
    }
    return left;
  };
  return either();
}

function* tokensOf(where: WhereClause, require: (field: string) => void, read: ReadValue): Generator<Token> {
  for (let clause: WhereClause | undefined = where; clause !== undefined;) {
    const condition = clause.left as (Condition & { openParen?: number; closeParen?: number }) | null;
    if (condition !== null) {
      for (let open = 0; open < (condition.openParen ?? 0); open += 1) yield { kind: '(' };
      if ('field' in condition && 'operator' in condition) {
        require(condition.field);
        yield { kind: 'test', test: testOf(condition, read) };
      }
      for (let close = 0; close < (condition.closeParen ?? 0); close += 1) yield { kind: ')' };
    }
    if (!('operator' in clause)) return;
    yield { kind: clause.operator };
    clause = clause.right;
  }
}

interface FieldCondition {
  readonly field: string;
  readonly operator: string;
  readonly value: string | string[];
  readonly literalType?: string | string[];
}

function testOf({ field, operator, value, literalType }: FieldCondition, read: ReadValue): Test {
  const typeAt = (index: number): string => (Array.isArray(literalType) ? literalType[index] : literalType) ?? 'STRING';
  if (Array.isArray(value)) {
    const values = value.map((each, index) => literal(each, typeAt(index)));
    const isIn = operator.toUpperCase() === 'IN';
    return (row) => values.some((each) => isEqual(read(row, field), each)) === isIn;
  }
  const wanted = literal(value, typeAt(0));
  const order = (row: OrgRecord): number => compare(read(row, field), wanted);
  switch (operator.toUpperCase()) {
    case '=':
      return (row) => isEqual(read(row, field), wanted);
    case '!=':
      return (row) => !isEqual(read(row, field), wanted);
    case '>':
      return (row) => isThere(read(row, field)) && order(row) > 0;
    case '>=':
      return (row) => isThere(read(row, field)) && order(row) >= 0;
    case '<':
      return (row) => isThere(read(row, field)) && order(row) < 0;
    case '<=':
      return (row) => isThere(read(row, field)) && order(row) <= 0;
    case 'LIKE': {
      const pattern = patternOf(value);
      return (row) => {
        const text = read(row, field);
        return typeof text === 'string' && pattern.test(text);
      };
    }
    default:
      throw new OrgError('MALFORMED_QUERY', `unexpected operator ${operator}`);
  }
}

function isThere(value: Value | undefined): boolean {
  return value !== null && value !== undefined;
}

/** Texts are the same whatever their capitals; ids are not. */
function isEqual(a: Value, b: Value): boolean {
  if (typeof a !== 'string' || typeof b !== 'string') return a === b || (a === '' && b === null);
  if (isStamp(a) && isStamp(b)) return millisecondsOf(a) === millisecondsOf(b);
  return /^[A-Za-z0-9]{18}$/.test(a) ? a === b : a.toLowerCase() === b.toLowerCase();
}

function isStamp(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T/.test(text);
}

function compare(a: Value, b: Value): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  if (typeof a === 'string' && typeof b === 'string' && isStamp(a) && isStamp(b)) {
    return millisecondsOf(a) - millisecondsOf(b);
  }
  return a < b ? -1 : 1;
}

const UNESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f', b: '\b' };

function unescaped(sequence: string): string {
  if (sequence.length > 1) return String.fromCharCode(Number.parseInt(sequence.slice(1), 16));
  return UNESCAPED[sequence] ?? sequence;
}

/** The text between the quotes of a literal. */
export function unquoted(text: string): string {
  return text.slice(1, -1).replaceAll(/\\(u[\dA-Fa-f]{4}|.)/gs, (_, sequence: string) => unescaped(sequence));
}

function literal(text: string, type: string): Value {
  switch (type) {
    case 'NULL':
      return null;
    case 'BOOLEAN':
      return text.toUpperCase() === 'TRUE';
    case 'INTEGER':
    case 'DECIMAL':
      return Number(text);
    case 'DATE':
      return text;
    case 'DATETIME':
      return `${new Date(text).toISOString().slice(0, 23)}+0000`;
    default:
      if (!text.startsWith("'")) throw new OrgError('MALFORMED_QUERY', `unexpected literal ${text.slice(0, 40)}`);
      return unquoted(text);
  }
}

/** Of a literal with its quotes: `\\%` and `\\_` mean themselves, and only here (the reserved characters of SOQL). */
function patternOf(quoted: string): RegExp {
  const source = [...quoted.slice(1, -1).matchAll(/\\(u[\dA-Fa-f]{4}|.)|([%_])|([^\\%_])/gs)]
    .map(([, escaped, wild, plain]) => {
      if (wild === '%') return '[^]*';
      if (wild === '_') return '[^]';
      return (plain ?? unescaped(escaped ?? '')).replaceAll(/[^A-Za-z0-9]/gu, String.raw`\$&`);
    })
    .join('');
  return new RegExp(`^${source}$`, 'i');
}
