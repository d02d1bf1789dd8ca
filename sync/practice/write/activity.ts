import { notAuthorized } from '../errors.ts';
import type { Json, Row } from '../json.ts';
import { listOf } from '../json.ts';
import type { EntitySpec } from '../metadata/entity.ts';
import { ASSIGNEE, SOURCE, TARGET } from '../metadata/entities/activity.ts';
import { isEmpty, numberOf } from '../php.ts';
import type { Caller, Site } from '../site.ts';
import { storedRow, writeRow } from './rows.ts';

/** The order in which the server stores them: what comes before a bad one stays, also when the answer is an error. */
const ROLES: readonly (readonly [string, number])[] = [
  ['source_contact_id', SOURCE],
  ['assignee_contact_id', ASSIGNEE],
  ['target_contact_id', TARGET],
];

const COMPLETED = 2;
const NORMAL = 2;

function contactIds(value: Json): readonly number[] {
  if (isEmpty(value)) return [];
  const list = typeof value === 'object' && value !== null ? listOf(value) : [value];
  return [...new Set(list.map(numberOf))];
}

function insertContact(site: Site, activityId: number, recordType: number, contactId: number): void {
  site.database
    .prepare<[number, number, number]>(
      'INSERT INTO activity_contact (activity_id, record_type_id, contact_id) VALUES (?, ?, ?)',
    )
    .run(activityId, recordType, contactId);
}

/** Replaces the contacts in the given roles, and leaves the other roles alone. That takes "delete activities". */
function replaceContacts(caller: Caller, activityId: number, given: ReadonlyMap<number, readonly number[]>): void {
  if (given.size === 0) return;
  if (caller.checkPermissions && !caller.user.permissions.has('delete activities')) {
    throw notAuthorized('ActivityContact', 'delete');
  }
  for (const [recordType, ids] of given) {
    caller.site.database
      .prepare<[number, number, string]>(
        'DELETE FROM activity_contact WHERE activity_id = ? AND record_type_id = ? ' +
          'AND contact_id NOT IN (SELECT value FROM json_each(?))',
      )
      .run(activityId, recordType, JSON.stringify(ids));
  }
}

function contactsIn(site: Site, activityId: number, recordType: number): ReadonlySet<number> {
  const ids = site.database
    .prepare<[number, number], number>(
      'SELECT contact_id FROM activity_contact WHERE activity_id = ? AND record_type_id = ?',
    )
    .pluck()
    .all(activityId, recordType);
  return new Set(ids);
}

/**
 * Writes an activity. There is no transaction around its row and its contacts: a contact that does not exist leaves an
 * activity behind its error, and so does a refusal to replace contacts (civicrm-api4.md §7).
 */
export function writeActivity(caller: Caller, entity: EntitySpec, given: Row): Row {
  const isNew = isEmpty(given['id']);
  const item: Row = Object.fromEntries(
    Object.entries(given).filter(([name]) => name !== 'created_date' && name !== 'modified_date'),
  );
  if (isNew && isEmpty(item['status_id'])) item['status_id'] = COMPLETED;
  if (isNew && (item['priority_id'] ?? null) === null) item['priority_id'] = NORMAL;
  const written = writeRow(caller.site, entity, item);
  const id = numberOf(written['id']);
  const contacts = new Map(
    ROLES.filter(([name]) => item[name] !== undefined).map(([name, role]) => [role, contactIds(item[name] ?? null)]),
  );
  if (!isNew) replaceContacts(caller, id, contacts);
  for (const [role, ids] of contacts) {
    const present = contactsIn(caller.site, id, role);
    for (const contactId of ids) if (!present.has(contactId)) insertContact(caller.site, id, role, contactId);
  }
  return written;
}

/** An activity that is not there cannot be changed. */
export function activityExists(site: Site, entity: EntitySpec, id: number): boolean {
  return storedRow(site, entity, id) !== undefined;
}
