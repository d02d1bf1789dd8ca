import type { Json, JsonObject, Row } from '../json.ts';
import { entriesOf } from '../json.ts';
import type { EntitySpec } from '../metadata/entity.ts';
import type { FieldSpec } from '../metadata/field.ts';
import { isEmpty, textOf } from '../php.ts';
import { splitSuffix } from '../query/expression.ts';
import { contactId, decodeMarkup, optionIds } from '../query/input.ts';
import { getRows } from '../query/get.ts';
import type { Caller } from '../site.ts';
import { compactDate } from '../time/local-date.ts';
import { localDateOf } from '../time/php-date.ts';

/** The id of the row another entity knows by one of its fields: `contact_id.external_identifier`. */
function lookUp(caller: Caller, field: FieldSpec, by: string, value: Json): Json {
  const target = field.references === undefined ? undefined : caller.site.catalogue.entity(field.references);
  if (target === undefined || caller.site.catalogue.field(target, by) === undefined) return null;
  const unchecked = { ...caller, checkPermissions: false };
  return getRows(unchecked, target, { select: ['id'], where: [[by, '=', value]], limit: 1 }).rows[0]?.['id'] ?? null;
}

/** The reference that a key like `contact_id.external_identifier` stands for. */
function referenceIn(caller: Caller, entity: EntitySpec, key: string): FieldSpec | undefined {
  const [name = '', , more] = key.split('.');
  if (!key.includes('.') || more !== undefined) return undefined;
  const field = caller.site.catalogue.field(entity, name);
  return field?.references === undefined || field.derivation !== undefined ? undefined : field;
}

/** Replaces what is named by something else than its id: options by name or label, rows by one of their fields. */
export function resolveNames(caller: Caller, entity: EntitySpec, record: JsonObject): Row {
  const resolved: Row = {};
  for (const [key, value] of entriesOf(record)) {
    const [name, suffix] = splitSuffix(key);
    const field = suffix === undefined ? undefined : caller.site.catalogue.field(entity, name);
    const link = isEmpty(value) ? undefined : referenceIn(caller, entity, key);
    if (field !== undefined && suffix !== undefined) resolved[name] = optionIds(caller.site, field, suffix, value);
    else if (link !== undefined) resolved[link.name] = lookUp(caller, link, key.slice(link.name.length + 1), value);
    else resolved[key] = value;
  }
  return resolved;
}

/** What the API itself fills in before a create (`now`, the default location type). */
export function supplyDefaults(entity: EntitySpec, record: Row): void {
  for (const field of entity.fields) {
    if (field.supplied !== undefined && (record[field.name] ?? null) === null) record[field.name] = field.supplied;
  }
}

/** The names of the mandatory fields that a new record lacks, in the order of the schema. */
export function missingFields(entity: EntitySpec, record: JsonObject): readonly string[] {
  return entity.fields
    .filter((field) => field.required === true)
    .filter((field) => (record[field.name] ?? '') === '')
    .map((field) => field.name);
}

function formatOne(caller: Caller, field: FieldSpec, value: Json): Json {
  if (typeof value === 'object' && value !== null) {
    return entriesOf(value).map(([, item]) => formatOne(caller, field, item));
  }
  const resolved = field.references === 'Contact' ? contactId(caller, value) : value;
  if (field.dataType === 'Date' || field.dataType === 'Timestamp') {
    const compact = compactDate(localDateOf(textOf(resolved), caller.site.time));
    return field.dataType === 'Date' ? compact.slice(0, 8) : compact;
  }
  return typeof resolved === 'string' && field.markup !== true ? decodeMarkup(resolved) : resolved;
}

/** The one text that would clear a field is kept as a text: "null" becomes "Null" (civicrm-api4.md §7). */
function formatValue(caller: Caller, field: FieldSpec, value: Json): Json {
  if (value === null) return '';
  if (isEmpty(value)) return value;
  const formatted = formatOne(caller, field, value === 'null' ? 'Null' : value);
  return field.serialize !== undefined && !Array.isArray(formatted) ? [formatted] : formatted;
}

/** Brings a record into the form in which it is written: dates compact, nothing as '', "user_contact_id" resolved. */
export function formatItem(caller: Caller, entity: EntitySpec, record: JsonObject): Row {
  const item: Row = {};
  for (const [key, value] of entriesOf(record)) {
    const isOwnId = key === 'id' && entity.name === 'Contact';
    const field = caller.site.catalogue.field(entity, key);
    if (isOwnId) item[key] = contactId(caller, value);
    else item[key] = field === undefined ? value : formatValue(caller, field, value);
  }
  return item;
}
