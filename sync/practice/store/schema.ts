import type { EntitySpec } from '../metadata/entity.ts';
import type { FieldSpec, Storage } from '../metadata/field.ts';

const COLUMN_TYPES: Readonly<Record<Storage, string>> = {
  integer: 'INTEGER',
  timestamp: 'INTEGER',
  real: 'REAL',
  text: 'TEXT',
  date: 'TEXT',
  datetime: 'TEXT',
};

/** The key of a value that describes the practice CRM itself. */
export type SettingName = 'version';

const OWN_TABLES = `
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE site_user (
  contact_id INTEGER PRIMARY KEY REFERENCES contact (id) ON DELETE CASCADE,
  user_id INTEGER NOT NULL UNIQUE,
  role TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE custom_trigger (
  custom_group_id INTEGER PRIMARY KEY REFERENCES custom_group (id) ON DELETE CASCADE
) STRICT;
CREATE TABLE custom_value (
  field_id INTEGER NOT NULL REFERENCES custom_field (id) ON DELETE CASCADE,
  entity_id INTEGER NOT NULL,
  value ANY,
  PRIMARY KEY (field_id, entity_id)
) STRICT, WITHOUT ROWID;
`;

/** Quotes a name. Names come from the metadata only, never from a request. */
export function quoted(name: string): string {
  return `"${name}"`;
}

/** Whether a field is a column of its table: not derived, and not a custom field. */
export function isColumn(field: FieldSpec): boolean {
  return field.derivation === undefined && field.kind === 'Field';
}

/** Text in an index is folded, as it is in every comparison: so are the unique ones, `don-1` is taken when `DON-1` is. */
function indexed(entity: EntitySpec, name: string): string {
  const field = entity.fields.find((candidate) => candidate.name === name);
  return field?.storage === 'text' && field.exact !== true ? `fold(${quoted(name)})` : quoted(name);
}

function literal(value: number | string): string {
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
}

function columnOf(field: FieldSpec, tables: ReadonlyMap<string, string>): string {
  if (field.name === 'id') return '"id" INTEGER PRIMARY KEY AUTOINCREMENT';
  const parts = [quoted(field.name), COLUMN_TYPES[field.storage]];
  if (field.notNull === true) parts.push('NOT NULL');
  if (field.initial !== undefined) parts.push(`DEFAULT ${literal(field.initial)}`);
  const table = field.references === undefined ? undefined : tables.get(field.references);
  if (table !== undefined) parts.push(`REFERENCES ${quoted(table)} ("id") ON DELETE ${field.onDelete ?? 'SET NULL'}`);
  return parts.join(' ');
}

function statementsFor(entity: EntitySpec, tables: ReadonlyMap<string, string>): readonly string[] {
  const columns = entity.fields.filter(isColumn).map((field) => columnOf(field, tables));
  const index = (names: readonly string[], unique: string): string =>
    `CREATE ${unique} INDEX ${quoted(`${entity.table}_${names.join('_')}`)} ` +
    `ON ${quoted(entity.table)} (${names.map((name) => indexed(entity, name)).join(', ')})`;
  return [
    `CREATE TABLE ${quoted(entity.table)} (\n  ${columns.join(',\n  ')}\n) STRICT`,
    ...(entity.unique ?? []).map((names) => index(names, 'UNIQUE')),
    ...(entity.indexed ?? []).map((names) => index(names, '')),
  ];
}

/** The statements that make an empty practice CRM. AUTOINCREMENT: an id is never given out twice, as in MySQL. */
export function schemaStatements(entities: readonly EntitySpec[]): string {
  const tables = new Map(entities.map((entity) => [entity.name, entity.table]));
  const statements = entities.flatMap((entity) => statementsFor(entity, tables));
  return `${statements.join(';\n')};\n${OWN_TABLES}`;
}
