import { accessCheckFailed, notAuthorized } from '../errors.ts';
import type { Json, JsonObject } from '../json.ts';
import type { EntitySpec } from '../metadata/entity.ts';
import { isEmpty, numberOf } from '../php.ts';
import type { Caller } from '../site.ts';
import { quoted } from '../store/schema.ts';
import type { Permission } from './permission.ts';
import { holds } from './user.ts';

/** What the gatekeeper asks for an action; `save` is a kind of create, `replace` a kind of delete. */
function required(entity: EntitySpec, action: string): readonly Permission[] {
  const { permissions } = entity;
  switch (action) {
    case 'checkAccess':
      return [];
    case 'getActions':
    case 'getFields':
      return ['access CiviCRM'];
    case 'get':
      return permissions.get ?? permissions.default;
    case 'create':
    case 'save':
      return permissions.create ?? permissions.default;
    case 'update':
      return permissions.update ?? permissions.default;
    case 'delete':
    case 'replace':
      return permissions.delete ?? permissions.default;
    default:
      return permissions.default;
  }
}

/** Whether the user's role covers the action. */
export function isAuthorized(caller: Caller, entity: EntitySpec, action: string): boolean {
  return !caller.checkPermissions || holds(caller.user, required(entity, action));
}

/** @throws ApiError when the user's role does not cover the action. */
export function authorize(caller: Caller, entity: EntitySpec, action: string): void {
  if (!isAuthorized(caller, entity, action)) throw notAuthorized(entity.name, action);
}

function exists(caller: Caller, table: string, id: Json | undefined): boolean {
  return (
    caller.site.database.prepare<[number]>(`SELECT 1 FROM ${quoted(table)} WHERE id = ?`).get(numberOf(id)) !==
    undefined
  );
}

function ownerOf(caller: Caller, entity: EntitySpec, record: JsonObject): number {
  if (!isEmpty(record['contact_id'])) return numberOf(record['contact_id']);
  const found = caller.site.database
    .prepare<[number], number | null>(`SELECT contact_id FROM ${quoted(entity.table)} WHERE id = ?`)
    .pluck()
    .get(numberOf(record['id']));
  return found ?? 0;
}

/**
 * Whether the user may do this with this record. An e-mail, phone or address is the contact's: of no contact it is only
 * the administrator's. Whether the contact can be seen, or exists, is not asked (civicrm-api4.md §6).
 */
export function mayWrite(caller: Caller, entity: EntitySpec, action: string, record: JsonObject): boolean {
  if (!caller.checkPermissions) return true;
  const { permissions } = caller.user;
  switch (entity.name) {
    case 'Contact':
      return action === 'create'
        ? permissions.has('add contacts')
        : permissions.has(action === 'delete' ? 'delete contacts' : 'edit all contacts');
    case 'Address':
    case 'Email':
    case 'Phone':
      return ownerOf(caller, entity, record) === 0
        ? permissions.has('administer CiviCRM')
        : permissions.has('edit all contacts');
    case 'Activity':
      return action === 'create' || exists(caller, 'activity', record['id']);
    default:
      return true;
  }
}

/** @throws ApiError when the user may not do this with this record. */
export function checkRecord(caller: Caller, entity: EntitySpec, action: string, record: JsonObject): void {
  if (!mayWrite(caller, entity, action, record)) throw accessCheckFailed();
}
