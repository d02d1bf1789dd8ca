import { checkRecord } from '../access/authorize.ts';
import { ApiError } from '../errors.ts';
import type { Json, JsonObject, Row } from '../json.ts';
import { isObject, listOf } from '../json.ts';
import { isEmpty, textOf } from '../php.ts';
import { getRows } from '../query/get.ts';
import { resolveNames } from '../write/item.ts';
import type { Action, ActionCall } from './action.ts';
import { withMethod } from './create.ts';
import { reloadRows, reloadedFields } from './reload.ts';
import { writeRecords } from './write.ts';

function sameId(clause: Json, id: Json): boolean {
  const [, operator, value = null] = listOf(clause);
  return operator === '=' && textOf(value) === textOf(id);
}

/** The where clause with the id that stands among the values. @throws ApiError when the two disagree, or there is none. */
function whereOf(call: ActionCall, values: JsonObject): readonly Json[] {
  const where = listOf(call.parameters['where']);
  const id = values['id'] ?? null;
  if (!isEmpty(id)) {
    const own = where.find((clause) => listOf(clause)[0] === 'id');
    if (own === undefined) return [...where, ['id', '=', id]];
    if (!sameId(own, id)) throw new ApiError(`Cannot update the id of an existing ${call.entity.name}.`);
  }
  if (where.length === 0)
    throw new ApiError('Parameter "where" is required unless primary keys are supplied in values.');
  return where;
}

/** One row by its id is written without being looked for: it may be one that the user cannot see. */
function singleId(call: ActionCall, where: readonly Json[]): Json {
  const [left, operator, value = null] = listOf(where[0]);
  const isSingle = where.length === 1 && left === 'id' && operator === '=' && call.entity.name !== 'GroupContact';
  return isSingle && !isEmpty(value) && typeof value !== 'object' ? value : null;
}

/** Memberships are written with the contact and the group they are of. */
function keysOf(call: ActionCall): readonly string[] {
  return call.entity.name === 'GroupContact' ? ['id', 'contact_id', 'group_id'] : ['id'];
}

/**
 * The rows to be written. The columns that `reload` names are read with them, and so written back with them, the stamp
 * and a change that somebody made in between included: the trap of civicrm-api4.md §7.
 */
function batch(call: ActionCall, where: readonly Json[], values: Row): readonly Row[] {
  const { caller, entity, parameters } = call;
  const reload = parameters['reload'];
  const select = isEmpty(reload) ? keysOf(call) : [...keysOf(call), ...reloadedFields(reload)];
  const { orderBy = null, limit = null, offset = null } = parameters;
  return getRows(caller, entity, { select, where, orderBy, limit, offset }).rows.map((row) => ({ ...row, ...values }));
}

export const update: Action = (call) => {
  const { caller, entity, parameters } = call;
  const given: JsonObject = isObject(parameters['values']) ? parameters['values'] : {};
  const values = resolveNames(caller, entity, withMethod(call, given));
  const where = whereOf(call, values);
  const id = singleId(call, where);
  const records = id === null ? batch(call, where, values) : [{ ...values, id }];
  for (const record of records) checkRecord(caller, entity, 'update', record);
  return { rows: reloadRows(caller, entity, writeRecords(caller, entity, records), parameters['reload']) };
};
