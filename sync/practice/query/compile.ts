import { ApiError } from '../errors.ts';
import type { DataType, FieldSpec, Storage } from '../metadata/field.ts';
import type { Expression } from './expression.ts';
import type { SqlFunction } from './functions.ts';
import { FUNCTIONS } from './functions.ts';
import type { Column, Scope } from './scope.ts';
import { FORBIDDEN } from './scope.ts';

/** An expression in SQL, with what is needed to compare it and to read it. */
export interface Compiled {
  readonly sql: string;
  readonly dataType: DataType | undefined;
  readonly storage: Storage;
  /** The field itself, when the expression is nothing but a field. */
  readonly column?: Column;
  /** The field that the value comes from, through a function that answers what it was given. */
  readonly field?: FieldSpec;
  readonly aggregate: boolean;
}

const STORAGE_OF: Readonly<Record<DataType, Storage>> = {
  Array: 'text',
  Boolean: 'integer',
  Date: 'date',
  Float: 'real',
  Integer: 'integer',
  Money: 'real',
  String: 'text',
  Text: 'text',
  Timestamp: 'datetime',
};

/** Said about a field that may not be named: the caller leaves out what mentions it. */
export class ForbiddenFieldError extends Error {
  override readonly name = 'ForbiddenFieldError';
}

/** The field of a path. @throws ApiError when there is none, ForbiddenFieldError when it is not for this user. */
export function columnOf(scope: Scope, path: string): Column {
  const column = scope.find(path);
  if (column === undefined) throw new ApiError(`Invalid field '${path}'`);
  if (column === FORBIDDEN) throw new ForbiddenFieldError(path);
  return column;
}

function functionOf(expression: Extract<Expression, { readonly kind: 'call' }>): SqlFunction {
  const known = Object.hasOwn(FUNCTIONS, expression.name) ? FUNCTIONS[expression.name] : undefined;
  if (known === undefined) throw new ApiError(`Unable to parse sql expression: ${expression.source}`);
  if (expression.parameters.length < known.minimum) {
    throw new ApiError(`Too few arguments to param 1 for SQL function ${expression.name}`);
  }
  if (expression.parameters.length > known.maximum) {
    throw new ApiError(`Too many arguments given for SQL function ${expression.name}`);
  }
  return known;
}

/** A moment inside a function that cuts texts is read as the local text it is shown as. */
function asParameter(compiled: Compiled, known: SqlFunction): string {
  return compiled.storage === 'timestamp' && !known.aggregate ? `local_time(${compiled.sql})` : compiled.sql;
}

function compileCall(scope: Scope, expression: Extract<Expression, { readonly kind: 'call' }>): Compiled {
  const known = functionOf(expression);
  const parameters = expression.parameters
    .filter((parameter) => parameter.source !== '*')
    .map((parameter) => compile(scope, parameter));
  const sql = known.write(
    parameters.map((parameter) => asParameter(parameter, known)),
    expression.distinct ? 'DISTINCT ' : '',
  );
  const aggregate = known.aggregate || parameters.some((parameter) => parameter.aggregate);
  const first = parameters.find((parameter) => parameter.dataType !== undefined);
  if (known.answers !== 'same') {
    const field = known.answers === 'Array' ? first?.field : undefined;
    return { sql, dataType: known.answers, storage: STORAGE_OF[known.answers], aggregate, ...(field && { field }) };
  }
  const storage = first?.storage === 'timestamp' && !known.aggregate ? 'datetime' : (first?.storage ?? 'text');
  return { sql, dataType: first?.dataType, storage, aggregate, ...(first?.field && { field: first.field }) };
}

/** Writes an expression in SQL. */
export function compile(scope: Scope, expression: Expression): Compiled {
  switch (expression.kind) {
    case 'field': {
      const column = columnOf(scope, expression.path);
      const { dataType, storage } = column.field;
      return { sql: column.sql, dataType, storage, column, field: column.field, aggregate: false };
    }
    case 'literal': {
      const value = typeof expression.value === 'boolean' ? Number(expression.value) : expression.value;
      const storage = typeof value === 'number' ? 'real' : 'text';
      return { sql: scope.bind(value), dataType: undefined, storage, aggregate: false };
    }
    case 'call':
      return compileCall(scope, expression);
  }
}
