import type { EntitySpec } from '../metadata/entity.ts';
import type { Caller } from '../site.ts';

/**
 * The conditions under which the user may see a row of this table. Who may not see the bin does not see what belongs to
 * a contact in it either, whatever is asked (civicrm-api4.md §4).
 */
export function visibleRows(caller: Caller, entity: EntitySpec, alias: string): readonly string[] {
  if (!caller.checkPermissions) return [];
  const { permissions } = caller.user;
  if (entity.name === 'CustomGroup' || entity.name === 'CustomField') {
    return permissions.has('access all custom data') ? [] : ['0'];
  }
  const byContact = entity.name === 'Contact' || entity.name === 'Activity' || entity.owner !== undefined;
  if (!byContact || (permissions.has('view all contacts') && permissions.has('access deleted contacts'))) return [];
  if (!permissions.has('view all contacts')) return ['0'];
  if (entity.name === 'Contact') return [`${alias}.is_deleted = 0`];
  if (entity.name === 'Activity') {
    return [
      `EXISTS (SELECT 1 FROM activity_contact x JOIN contact y ON y.id = x.contact_id ` +
        `WHERE x.activity_id = ${alias}.id AND y.is_deleted = 0)`,
    ];
  }
  return [`EXISTS (SELECT 1 FROM contact y WHERE y.id = ${alias}.contact_id AND y.is_deleted = 0)`];
}
