import { ApiError } from '../errors.ts';
import type { Json } from '../json.ts';
import { listOf } from '../json.ts';
import { textOf } from '../php.ts';
import { compare } from './comparison.ts';
import type { Compiled } from './compile.ts';
import { ForbiddenFieldError, compile } from './compile.ts';
import { filterDerived } from './derived-filter.ts';
import { parseExpression, splitSuffix } from './expression.ts';
import { readOperand } from './input.ts';
import type { Scope } from './scope.ts';

/** Where a condition stands: in ON the right side is an expression unless said otherwise, elsewhere a value. */
export type ClauseKind = 'ON' | 'WHERE';

const BRANCHES = new Set<Json | undefined>(['AND', 'NOT', 'OR']);

export const OPERATORS: ReadonlySet<string> = new Set([
  '=',
  '<=',
  '>=',
  '>',
  '<',
  'LIKE',
  '<>',
  '!=',
  'NOT LIKE',
  'IN',
  'NOT IN',
  'BETWEEN',
  'NOT BETWEEN',
  'IS NOT NULL',
  'IS NULL',
  'CONTAINS',
  'NOT CONTAINS',
  'CONTAINS ONE OF',
  'NOT CONTAINS ONE OF',
  'IS EMPTY',
  'IS NOT EMPTY',
  'REGEXP',
  'NOT REGEXP',
]);

/** Writes one condition that is no branch. */
type WriteLeaf = (clause: readonly Json[]) => string;

/** Writes a tree of conditions in SQL; '' when there is nothing to ask. */
export function writeTree(clause: Json, leaf: WriteLeaf): string {
  const [head, inside] = listOf(clause);
  if (!BRANCHES.has(head)) return leaf(listOf(clause));
  const children = listOf(inside);
  if (children.length === 0) return '';
  if (head === 'NOT') {
    const negated = typeof children[0] === 'string' ? writeTree(children, leaf) : all(children, leaf, 'AND');
    return negated === '' ? '' : `NOT (${negated})`;
  }
  return all(children, leaf, head === 'OR' ? 'OR' : 'AND');
}

function all(clauses: readonly Json[], leaf: WriteLeaf, glue: 'AND' | 'OR'): string {
  const parts = clauses.map((clause) => writeTree(clause, leaf)).filter((part) => part !== '');
  return parts.length > 1 ? `(${parts.join(` ${glue} `)})` : (parts[0] ?? '');
}

/** Writes the conditions of a WHERE, or of the ON of a join. */
export function writeCondition(scope: Scope, clause: Json, kind: ClauseKind = 'WHERE'): string {
  return writeTree(clause, (leaf) => writeLeaf(scope, leaf, kind));
}

/** A condition on a field that the user may not see is left out, as if it had not been written. */
function writeLeaf(scope: Scope, clause: readonly Json[], kind: ClauseKind): string {
  const [left, operator, right = null, isExpression = kind === 'ON'] = clause;
  if (typeof operator !== 'string' || !OPERATORS.has(operator)) throw new ApiError('Illegal operator');
  if (typeof left !== 'string') throw new ApiError(`Invalid field '${textOf(left)}'`);
  try {
    return isExpression === true ? onExpression(scope, left, operator, right) : onValue(scope, left, operator, right);
  } catch (error) {
    if (error instanceof ForbiddenFieldError) return '';
    throw error;
  }
}

function onValue(scope: Scope, left: string, operator: string, right: Json): string {
  return compareCompiled(scope, compileLeft(scope, left), left, operator, right);
}

/** A compiled left side and a value as it stands in the request. `text` is how the left side was written. */
export function compareCompiled(scope: Scope, compiled: Compiled, text: string, operator: string, right: Json): string {
  const field = compiled.column?.field;
  if (field?.operators !== undefined && !field.operators.includes(operator)) {
    throw new ApiError(`Illegal operator for ${field.name}`);
  }
  if (compiled.column === undefined) return compare(scope, compiled, operator, right);
  const [, suffix] = splitSuffix(text);
  const { caller } = scope;
  const { field: asked, source } = compiled.column;
  const operand = readOperand(caller, asked, source.entity.name, suffix, operator, right);
  return filterDerived(scope, compiled.column, operand) ?? compare(scope, compiled, operand.operator, operand.value);
}

/** The right side is a field, a function or a quoted value; a quoted value is read for the field on the left. */
function onExpression(scope: Scope, left: string, operator: string, right: Json): string {
  if (typeof right !== 'string') return onValue(scope, left, operator, right);
  const expression = parseExpression(right);
  if (expression.kind === 'literal') return onValue(scope, left, operator, expression.value);
  const [a, b] = [compileLeft(scope, left), compile(scope, expression)];
  const isText = a.storage === 'text' && b.storage === 'text';
  return isText ? `fold(${a.sql}) ${operator} fold(${b.sql})` : `${a.sql} ${operator} ${b.sql}`;
}

function compileLeft(scope: Scope, text: string): Compiled {
  const expression = parseExpression(text);
  if (expression.kind === 'literal') throw new ApiError('Illegal sql expression.');
  const compiled = compile(scope, expression);
  if (compiled.aggregate) throw new ApiError('DB Error: unknown error');
  return compiled;
}
