import { checkRecord } from '../access/authorize.ts';
import { ApiError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { isObject } from '../json.ts';
import { isEmpty } from '../php.ts';
import type { Action, ActionCall } from './action.ts';
import { checkMandatory, prepareRecords, writeRecords } from './write.ts';

/** How a membership came about is a parameter of the action, and is kept in the history. */
export function withMethod({ entity, parameters }: ActionCall, record: JsonObject): JsonObject {
  if (entity.name !== 'GroupContact') return record;
  const named = Object.entries(parameters).filter(([name]) => name === 'method' || name === 'tracking');
  return { ...record, ...Object.fromEntries(named) };
}

export const create: Action = (call) => {
  const { caller, entity, action, parameters } = call;
  const values: JsonObject = isObject(parameters['values']) ? parameters['values'] : {};
  if (!isEmpty(values['id'])) throw new ApiError('Cannot pass id to Create action. Use Update action instead.');
  const records = prepareRecords(caller, entity, [withMethod(call, values)], []);
  checkMandatory(entity, action, records);
  for (const record of records) checkRecord(caller, entity, 'create', record);
  return { rows: writeRecords(caller, entity, records) };
};
