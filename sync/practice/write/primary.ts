import type { Row } from '../json.ts';
import type { EntitySpec } from '../metadata/entity.ts';
import { isEmpty, numberOf } from '../php.ts';
import type { Site } from '../site.ts';
import { quoted } from '../store/schema.ts';
import { rowsOfContact, storedRow } from './rows.ts';

/** The contact a row belongs to, by the item or by what is stored; 0 when nobody's. */
function ownerOf(site: Site, entity: EntitySpec, item: Row): number {
  if (!isEmpty(item['contact_id'])) return numberOf(item['contact_id']);
  const id = numberOf(item['id']);
  return id === 0 ? 0 : numberOf(storedRow(site, entity, id)?.['contact_id']);
}

/** Takes a flag away from the other rows of the contact. */
function takeFromOthers(site: Site, entity: EntitySpec, owner: number, item: Row, flag: string): void {
  site.database
    .prepare<[number, number]>(
      `UPDATE ${quoted(entity.table)} SET ${quoted(flag)} = 0 WHERE contact_id = ? AND id <> ? AND ${quoted(flag)} = 1`,
    )
    .run(owner, numberOf(item['id']));
}

/**
 * A contact has exactly one primary row of each kind: the first one is it by itself, a new primary demotes the old one,
 * and the primary cannot be told to be none (civicrm-api4.md §7). Answers the item with what that made of it.
 */
export function settlePrimary(site: Site, entity: EntitySpec, given: Row): Row {
  if (!isEmpty(given['id']) && given['is_primary'] === undefined) return given;
  const owner = ownerOf(site, entity, given);
  if (owner === 0) return given;
  const item: Row = { ...given, contact_id: owner };
  if (!isEmpty(item['is_primary'])) {
    takeFromOthers(site, entity, owner, item, 'is_primary');
    return item;
  }
  const [first] = rowsOfContact(site, entity, owner);
  if (first === undefined || first['id'] === numberOf(item['id'])) return { ...item, is_primary: 1 };
  if (first['is_primary'] !== 1) promote(site, entity, numberOf(first['id']));
  return item;
}

/** Only one row of a kind is the contact's billing row. */
export function settleBilling(site: Site, entity: EntitySpec, item: Row): void {
  const owner = isEmpty(item['is_billing']) ? 0 : ownerOf(site, entity, item);
  if (owner !== 0) takeFromOthers(site, entity, owner, item, 'is_billing');
}

function promote(site: Site, entity: EntitySpec, id: number): void {
  site.database.prepare<[number]>(`UPDATE ${quoted(entity.table)} SET is_primary = 1 WHERE id = ?`).run(id);
}

/** After a primary row was deleted another one takes its place. */
export function promoteAnother(site: Site, entity: EntitySpec, contactId: number): void {
  const [first] = rowsOfContact(site, entity, contactId);
  if (first !== undefined && first['is_primary'] !== 1) promote(site, entity, numberOf(first['id']));
}
