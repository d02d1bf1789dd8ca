import type { Json } from '../json.ts';
import { listOf } from '../json.ts';
import type { EntitySpec } from '../metadata/entity.ts';
import { textOf } from '../php.ts';
import type { Caller } from '../site.ts';

/** A clause that names one or some values of a field exactly. */
function namesValues(clause: Json, field: string): boolean {
  const [left, operator, right = null] = listOf(clause);
  if (left !== field) return false;
  const exact = operator === '=' || operator === 'IN' || (operator === 'LIKE' && !textOf(right).includes('%'));
  return exact && right !== null && !(Array.isArray(right) && right.length === 0);
}

/** Rows are asked for one by one: by id, and since 6 by any unique index. */
function asksForSingleRows(caller: Caller, entity: EntitySpec, where: readonly Json[]): boolean {
  const indices = caller.site.version === '5.77' ? [['id']] : [['id'], ...(entity.unique ?? [])];
  return indices.some((names) => names.every((name) => where.some((clause) => namesValues(clause, name))));
}

function mentions(clauses: readonly Json[], field: string): boolean {
  return clauses.some((clause) => {
    const [head, inside] = listOf(clause);
    if (typeof head !== 'string') return false;
    return typeof inside === 'object' && inside !== null ? mentions(listOf(inside), field) : head === field;
  });
}

/**
 * The conditions nobody wrote: what is in the bin, a test or a template stays out of sight unless the where clause names
 * that field, or asks for single rows (civicrm-api4.md §0). A keyset condition (`id >`) is neither.
 */
export function defaultConditions(caller: Caller, entity: EntitySpec, where: readonly Json[]): readonly Json[] {
  if (asksForSingleRows(caller, entity, where)) return [];
  return entity.fields
    .filter((field) => field.hidden === true && !mentions(where, field.name))
    .map((field) => [field.name, '=', false]);
}
