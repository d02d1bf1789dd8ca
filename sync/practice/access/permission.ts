/** The permissions that the measured behaviour depends on, under their names in CiviCRM. */
export type Permission =
  | 'access CiviCRM'
  | 'access CiviContribute'
  | 'access all custom data'
  | 'access deleted contacts'
  | 'add contacts'
  | 'administer CiviCRM'
  | 'authenticate with api key'
  | 'delete activities'
  | 'delete contacts'
  | 'delete in CiviContribute'
  | 'edit all contacts'
  | 'edit contributions'
  | 'edit groups'
  | 'view all activities'
  | 'view all contacts'
  | 'view debug output';

/** The users of the practice CRM (civicrm-api4.md, "the users in the examples"). */
export type Role = 'admin' | 'caller' | 'link' | 'nokey';

const CONNECTOR: readonly Permission[] = [
  'access CiviCRM',
  'access CiviContribute',
  'access all custom data',
  'access deleted contacts',
  'add contacts',
  'authenticate with api key',
  'edit all contacts',
  'view all activities',
  'view all contacts',
  'view debug output',
];

const ADMINISTRATOR: readonly Permission[] = [
  ...CONNECTOR,
  'administer CiviCRM',
  'delete activities',
  'delete contacts',
  'delete in CiviContribute',
  'edit contributions',
  'edit groups',
];

function without(permissions: readonly Permission[], ...removed: readonly Permission[]): readonly Permission[] {
  return permissions.filter((permission) => !removed.includes(permission));
}

const ROLES: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  link: new Set(CONNECTOR),
  caller: new Set([
    ...without(CONNECTOR, 'access all custom data', 'access deleted contacts', 'view debug output'),
    'delete activities',
  ]),
  nokey: new Set(without(CONNECTOR, 'authenticate with api key')),
  admin: new Set(ADMINISTRATOR),
};

/** Whether a text is the name of a role. */
export function isRole(text: string): text is Role {
  return Object.hasOwn(ROLES, text);
}

/** The permissions of a role. */
export function permissionsOf(role: Role): ReadonlySet<Permission> {
  return ROLES[role];
}
