import type { Json, JsonObject } from '../../json.ts';
import { entriesOf } from '../../json.ts';
import type { EntitySpec } from '../../metadata/entity.ts';
import type { FieldSpec } from '../../metadata/field.ts';
import { numberOf, textOf } from '../../php.ts';
import { splitSuffix } from '../../query/expression.ts';
import type { SqlValue } from '../../query/scope.ts';
import type { Site } from '../../site.ts';
import { isColumn } from '../../store/schema.ts';
import { ensureOption } from './options.ts';

const SEPARATOR = '\u0001';

/** A captured value of a field, as the column keeps it: an answer's dates are local texts, its lists are of texts. */
function stored(site: Site, field: FieldSpec, value: Json): SqlValue {
  if (value === null) return null;
  if (Array.isArray(value)) return `${SEPARATOR}${value.map(textOf).join(SEPARATOR)}${SEPARATOR}`;
  if (field.storage === 'timestamp') return site.time.timestamp(textOf(value));
  if (field.storage === 'integer' || field.storage === 'real') return numberOf(value);
  return textOf(value);
}

/** The options named in an answer; new ones are added to their list. */
function storedOption(site: Site, field: FieldSpec, suffix: string, value: Json): SqlValue {
  if (value === null || field.options === undefined) return null;
  const names = Array.isArray(value) ? value : [value];
  const ids = names.map((name) => ensureOption(site, field, suffix === 'name' ? 'name' : 'label', textOf(name)));
  return stored(site, field, Array.isArray(value) ? ids : (ids[0] ?? null));
}

/** The columns of an entity among the keys of a captured row. Keys of joined rows are left to their own files. */
export function capturedColumns(site: Site, entity: EntitySpec, row: JsonObject): Record<string, SqlValue> {
  const columns: Record<string, SqlValue> = {};
  for (const [key, value] of entriesOf(row)) {
    const [name, suffix] = splitSuffix(key);
    const field = entity.fields.find((candidate) => candidate.name === name && isColumn(candidate));
    if (field === undefined) continue;
    columns[name] = suffix === undefined ? stored(site, field, value) : storedOption(site, field, suffix, value);
  }
  return columns;
}

/** The custom values among the keys of a captured row, by the name of their field. */
export function capturedCustomValues(
  site: Site,
  entity: EntitySpec,
  row: JsonObject,
): ReadonlyMap<FieldSpec, SqlValue> {
  const values = new Map<FieldSpec, SqlValue>();
  for (const [key, value] of entriesOf(row)) {
    const [name, suffix] = splitSuffix(key);
    const field = site.catalogue.field(entity, name);
    if (field?.kind !== 'Custom' || value === null) continue;
    values.set(field, suffix === undefined ? stored(site, field, value) : storedOption(site, field, suffix, value));
  }
  return values;
}
