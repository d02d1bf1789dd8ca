import { isAuthorized, mayWrite } from '../access/authorize.ts';
import type { Json, JsonObject } from '../json.ts';
import { isObject } from '../json.ts';
import { textOf } from '../php.ts';
import { findIds } from '../query/get.ts';
import type { Action, ActionCall } from './action.ts';

function isGranted(call: ActionCall, action: string, values: JsonObject): boolean {
  const { caller, entity } = call;
  if (action === 'checkAccess') return true;
  if (!isAuthorized(caller, entity, action)) return false;
  if (action === 'get') return findIds(caller, entity, { where: [['id', '=', values['id'] ?? null]] }).length > 0;
  return mayWrite(caller, entity, action === 'save' ? 'create' : action, values);
}

/** Answers whether an action would be allowed; since 6 with the id it was asked about. */
export const checkAccess: Action = (call) => {
  const values: JsonObject = isObject(call.parameters['values']) ? call.parameters['values'] : {};
  const access = isGranted(call, textOf(call.parameters['action']), values);
  const id: Json = values['id'] ?? null;
  return { rows: [call.caller.site.version === '5.77' ? { access } : { access, id }] };
};
