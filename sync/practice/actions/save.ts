import { listOf } from '../json.ts';
import type { Action } from './action.ts';
import { withMethod } from './create.ts';
import { reloadRows } from './reload.ts';
import { recordsOf, saveRecords } from './write.ts';

export const save: Action = (call) => {
  const { caller, entity, parameters } = call;
  const [defaults = {}] = recordsOf([parameters['defaults'] ?? {}]);
  const records = recordsOf(parameters['records']).map((record) => withMethod(call, { ...defaults, ...record }));
  const { rows, matched } = saveRecords(caller, entity, records, listOf(parameters['match']));
  const answer = reloadRows(caller, entity, rows, parameters['reload']);
  return caller.site.version === '5.77' ? { rows: answer } : { rows: answer, matched };
};
