import type { Json, Row } from '../json.ts';
import { listOf } from '../json.ts';
import { numberOf } from '../php.ts';
import { findIds } from '../query/get.ts';
import type { Action } from './action.ts';
import { reloadRows } from './reload.ts';
import { removeWhere } from './remove.ts';
import { prepareRecords, recordsOf, saveRecords } from './write.ts';

/** What the where clause says with `=` holds for the new rows too. */
function defaultsFrom(where: readonly Json[]): Row {
  const defaults: Row = {};
  for (const clause of where) {
    const [left, operator, value = null] = listOf(clause);
    if (typeof left === 'string' && operator === '=') defaults[left] = value;
  }
  return defaults;
}

/** Makes the rows that a where clause finds be exactly the given ones: writes those, and deletes the others. */
export const replace: Action = ({ caller, entity, parameters }) => {
  const where = listOf(parameters['where']);
  const { orderBy = null, limit = null, offset = null } = parameters;
  const before = findIds(caller, entity, { where, orderBy, limit, offset });
  const [given = {}] = recordsOf([parameters['defaults'] ?? {}]);
  const defaults = { ...given, ...defaultsFrom(where) };
  const records = recordsOf(parameters['records']).map((record) => ({ ...defaults, ...record }));
  const matched = prepareRecords(caller, entity, records, listOf(parameters['match']));
  const kept = new Set(matched.map((record) => numberOf(record['id'])));
  const saved = saveRecords(caller, entity, matched, []);
  const gone = before.filter((id) => !kept.has(id));
  const deleted = gone.length === 0 ? [] : removeWhere(caller, entity, { where: [['id', 'IN', gone]] }, true);
  const rows = reloadRows(caller, entity, saved.rows, parameters['reload']);
  return caller.site.version === '5.77' ? { rows, deleted } : { rows, deleted, matched: saved.matched };
};
