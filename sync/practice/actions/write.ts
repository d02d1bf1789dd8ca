import { checkRecord } from '../access/authorize.ts';
import { ApiError } from '../errors.ts';
import type { Json, JsonObject, Row } from '../json.ts';
import { listOf } from '../json.ts';
import type { EntitySpec } from '../metadata/entity.ts';
import { isEmpty, numberOf } from '../php.ts';
import { findIds } from '../query/get.ts';
import type { Caller } from '../site.ts';
import { writtenAnswer } from '../write/answer.ts';
import { writeCustomValues } from '../write/custom-value.ts';
import { formatItem, missingFields, resolveNames, supplyDefaults } from '../write/item.ts';
import type { GeneralActions } from '../write/own-rows.ts';
import { writeOwnRows } from '../write/own-rows.ts';
import { writeEntity } from '../write/writers.ts';
import { noteCatalogueChange } from './catalogue-change.ts';
import { removeWhere } from './remove.ts';

/** Keys that every answer to a write carries, because the server passes them along with the values. */
const PASSED_ALONG = ['custom', 'check_permissions'];
const PASSED_WITH_MEMBERSHIP = ['method', 'tracking'];

const general: GeneralActions = {
  save: (caller, name, record, match) =>
    saveRecords(caller, caller.site.catalogue.known(name), [record], match).rows[0] ?? {},
  remove: (caller, name, where) => removeWhere(caller, caller.site.catalogue.known(name), { where }, false),
};

function requestedKeys(entity: EntitySpec, item: Row): readonly string[] {
  const passed = entity.name === 'GroupContact' ? [...PASSED_ALONG, ...PASSED_WITH_MEMBERSHIP] : PASSED_ALONG;
  return [...Object.keys(item), ...passed];
}

/** Leaves out the columns of other contact types, as in every row that says its type. */
function ofItsType(entity: EntitySpec, answer: Row): Row {
  const type = answer['contact_type'];
  if (entity.name !== 'Contact' || typeof type !== 'string') return answer;
  const foreign = new Set(
    entity.fields.filter((field) => (field.contactType ?? type) !== type).map((field) => field.name),
  );
  return Object.fromEntries(Object.entries(answer).filter(([name]) => !foreign.has(name)));
}

/** Writes one record whose names were resolved: its row, its custom values, its own rows; and answers it. */
function writeOne(caller: Caller, entity: EntitySpec, record: JsonObject): Row {
  const item = formatItem(caller, entity, record);
  const written = writeEntity(caller, entity, item);
  const id = numberOf(written['id']);
  writeCustomValues(caller, entity, id, item);
  const own = entity.name === 'Contact' ? writeOwnRows(caller, general, id, record) : {};
  const requested = requestedKeys(entity, item);
  const answer = writtenAnswer(entity, written, requested);
  for (const name of requested) if (own[name] !== undefined) answer[name] = own[name];
  return ofItsType(entity, answer);
}

/** Writes records one after the other. The first bad one ends it, and what came before stays (civicrm-api4.md §7). */
export function writeRecords(caller: Caller, entity: EntitySpec, records: readonly JsonObject[]): readonly Row[] {
  try {
    return records.map((record) => writeOne(caller, entity, record));
  } finally {
    noteCatalogueChange(caller.site, entity);
  }
}

/** Finds the one record that has the values of all `match` fields, and gives the new one its id. */
function matchExisting(caller: Caller, entity: EntitySpec, record: Row, match: readonly Json[]): void {
  if (!isEmpty(record['id']) || match.length === 0) return;
  const where = Object.entries(record)
    .filter(([key]) => match.includes(key))
    .map(([key, value]): Json => (value === '' || value === null ? [key, 'IS EMPTY'] : [key, '=', value]));
  if (where.length !== match.length) return;
  const [id, another] = findIds(caller, entity, { where, limit: 2 });
  if (id !== undefined && another === undefined) record['id'] = id;
}

/** @throws ApiError naming everything that the new records lack. Nothing was written then. */
export function checkMandatory(entity: EntitySpec, action: string, records: readonly JsonObject[]): void {
  const missing = new Set(records.flatMap((record) => missingFields(entity, record)));
  if (missing.size > 0) {
    throw new ApiError(`Mandatory values missing from Api4 ${entity.name}::${action}: ${[...missing].join(', ')}`);
  }
}

/** Records with their names resolved, matched with what exists, and filled with defaults where they are new. */
export function prepareRecords(
  caller: Caller,
  entity: EntitySpec,
  records: readonly JsonObject[],
  match: readonly Json[],
): readonly Row[] {
  return records.map((given) => {
    const record = resolveNames(caller, entity, given);
    matchExisting(caller, entity, record, match);
    if (isEmpty(record['id'])) supplyDefaults(entity, record);
    return record;
  });
}

/** Creates records, or updates those that are matched; answers also how many there were already. */
export function saveRecords(
  caller: Caller,
  entity: EntitySpec,
  given: readonly JsonObject[],
  match: readonly Json[],
  action = 'save',
): { readonly rows: readonly Row[]; readonly matched: number } {
  const records = prepareRecords(caller, entity, given, match);
  const isNew = (record: Row): boolean => isEmpty(record['id']);
  checkMandatory(entity, action, records.filter(isNew));
  for (const record of records) checkRecord(caller, entity, isNew(record) ? 'create' : 'update', record);
  const matched = records.filter((record) => !isNew(record)).length;
  return { rows: writeRecords(caller, entity, records), matched };
}

/** The records of a request: whatever is not an object has no values. */
export function recordsOf(value: Json | undefined): readonly JsonObject[] {
  return listOf(value).map((item) =>
    typeof item === 'object' && item !== null && !Array.isArray(item) ? (item as JsonObject) : {},
  );
}
