import { isAuthorized } from '../access/authorize.ts';
import type { EntitySpec } from '../metadata/entity.ts';
import type { Version } from '../metadata/field.ts';
import { filterRows } from '../query/in-memory.ts';
import type { Action } from './action.ts';
import { checkAccess } from './check-access.ts';
import { create } from './create.ts';
import { getFields } from './get-fields.ts';
import { getMergedTo } from './get-merged-to.ts';
import { get } from './get.ts';
import { remove } from './remove.ts';
import { replace } from './replace.ts';
import { save } from './save.ts';
import { update } from './update.ts';

const GENERAL: Readonly<Record<string, Action>> = {
  get,
  create,
  update,
  save,
  delete: remove,
  replace,
  getFields,
  getActions: (call) => getActions(call),
  checkAccess,
};

/** The actions of an entity by name. `getMergedTo` came with version 6. */
export function actionsOf(entity: EntitySpec, version: Version): ReadonlyMap<string, Action> {
  const actions = new Map(Object.entries(GENERAL));
  if (entity.name === 'Contact' && version !== '5.77') actions.set('getMergedTo', getMergedTo);
  return actions;
}

/** Lists the actions that this user may use. */
const getActions: Action = ({ caller, entity, parameters }) => {
  const names = [...actionsOf(entity, caller.site.version).keys()];
  const rows = names
    .filter((name) => isAuthorized(caller, entity, name))
    .map((name) => ({ name, description: null, comment: null, see: [], params: {} }));
  return filterRows(rows, parameters);
};
