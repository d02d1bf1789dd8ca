import type { Row } from '../json.ts';
import type { EntitySpec } from '../metadata/entity.ts';
import type { FieldSpec } from '../metadata/field.ts';
import { isEmpty, numberOf } from '../php.ts';
import type { SqlValue } from '../query/scope.ts';
import type { Site } from '../site.ts';
import { isColumn, quoted } from '../store/schema.ts';
import { columnValue } from './columns.ts';

/** A row as the database keeps it. */
export type StoredRow = Record<string, SqlValue>;

/** The fields that are columns of the table. */
export function columnsOf(entity: EntitySpec): readonly FieldSpec[] {
  return entity.fields.filter(isColumn);
}

/** A row as it is kept, by its id. */
export function storedRow(site: Site, entity: EntitySpec, id: number): StoredRow | undefined {
  return site.database.prepare<[number], StoredRow>(`SELECT * FROM ${quoted(entity.table)} WHERE id = ?`).get(id);
}

/** The rows of an entity that belong to a contact, the primary one first. */
export function rowsOfContact(site: Site, entity: EntitySpec, contactId: number): readonly StoredRow[] {
  return site.database
    .prepare<[number], StoredRow>(
      `SELECT * FROM ${quoted(entity.table)} WHERE contact_id = ? ORDER BY is_primary DESC, id`,
    )
    .all(contactId);
}

/** The columns among the values of an item, as the database keeps them. */
function toColumns(site: Site, entity: EntitySpec, item: Row): StoredRow {
  const columns: StoredRow = {};
  for (const field of columnsOf(entity)) {
    const value = item[field.name];
    if (value !== undefined) columns[field.name] = columnValue(field, value, site.time);
  }
  return columns;
}

/** Inserts a row and answers its id. A timestamp nobody gave is now. */
export function insertRow(site: Site, entity: EntitySpec, item: Row): number {
  const columns = toColumns(site, entity, item);
  for (const name of ['created_date', 'modified_date']) {
    const field = entity.fields.find((candidate) => candidate.name === name);
    if (field?.storage === 'timestamp') columns[name] ??= site.time.now();
  }
  const names = Object.keys(columns);
  const sql =
    names.length === 0
      ? `INSERT INTO ${quoted(entity.table)} DEFAULT VALUES`
      : `INSERT INTO ${quoted(entity.table)} (${names.map(quoted).join(', ')}) ` +
        `VALUES (${names.map((name) => `@${name}`).join(', ')})`;
  return Number(site.database.prepare<[StoredRow]>(sql).run(columns).lastInsertRowid);
}

/**
 * Updates a row, when there is anything to change. A change moves `modified_date` to now, unless the change itself says
 * what it should be: the same value written again moves nothing (civicrm-api4.md §6).
 */
export function updateRow(site: Site, entity: EntitySpec, id: number, item: Row): void {
  const current = storedRow(site, entity, id);
  if (current === undefined) return;
  const columns = toColumns(site, entity, item);
  const changed = Object.keys(columns).filter((name) => name !== 'id' && columns[name] !== current[name]);
  if (changed.length === 0) return;
  const values: StoredRow = { id };
  for (const name of changed) values[name] = columns[name] ?? null;
  if ('modified_date' in current && !('modified_date' in columns)) values['modified_date'] = site.time.now();
  const assignments = Object.keys(values).filter((name) => name !== 'id');
  site.database
    .prepare<[StoredRow]>(
      `UPDATE ${quoted(entity.table)} SET ${assignments.map((name) => `${quoted(name)} = @${name}`).join(', ')} WHERE id = @id`,
    )
    .run(values);
}

/** Inserts or updates, and answers the item with its id. */
export function writeRow(site: Site, entity: EntitySpec, item: Row): Row {
  const { id: given = 0, ...values } = item;
  const id = numberOf(given) || insertRow(site, entity, values);
  if (!isEmpty(given)) updateRow(site, entity, id, values);
  return { id, ...values };
}

/** A change of an e-mail, phone or address moves the stamp of the contact, even when nothing really changed. */
export function touchContact(site: Site, contactId: SqlValue | undefined): void {
  if (typeof contactId !== 'number') return;
  site.database
    .prepare<[number, number]>('UPDATE contact SET modified_date = ? WHERE id = ?')
    .run(site.time.now(), contactId);
}
