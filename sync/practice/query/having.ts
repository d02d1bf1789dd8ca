import { ApiError } from '../errors.ts';
import type { Json } from '../json.ts';
import { textOf } from '../php.ts';
import type { Scope } from './scope.ts';
import type { OutputColumn } from './select.ts';
import { OPERATORS, compareCompiled, writeTree } from './where.ts';

/** HAVING speaks about the selected columns, by their keys. */
export function writeHaving(scope: Scope, columns: readonly OutputColumn[], clause: Json): string {
  return writeTree(clause, ([left = null, operator, right = null]) => {
    const key = textOf(left);
    const column = columns.find((candidate) => candidate.key === key);
    if (column === undefined) {
      throw new ApiError(`Invalid expression in HAVING clause: '${key}'. Must use a value from SELECT clause.`);
    }
    if (typeof operator !== 'string' || !OPERATORS.has(operator)) throw new ApiError('Illegal operator');
    return compareCompiled(scope, column.compiled, key, operator, right);
  });
}
