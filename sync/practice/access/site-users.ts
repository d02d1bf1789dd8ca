import type { SqliteDatabase } from '../../../db/sqlite.ts';
import type { Role } from './permission.ts';
import { isRole, permissionsOf } from './permission.ts';
import type { User } from './user.ts';

interface UserRow {
  readonly contact_id: number;
  readonly user_id: number | null;
  readonly role: string | null;
}

/** The user of an API key; `undefined` for a key nobody has. A contact without an account has no permissions. */
export function userOfKey(database: SqliteDatabase, key: string): User | undefined {
  const row = database
    .prepare<[string], UserRow>(
      'SELECT c.id AS contact_id, u.user_id, u.role FROM contact c LEFT JOIN site_user u ON u.contact_id = c.id ' +
        'WHERE c.api_key = ?',
    )
    .get(key);
  if (row === undefined) return undefined;
  const permissions = row.role !== null && isRole(row.role) ? permissionsOf(row.role) : new Set<never>();
  return { contactId: row.contact_id, userId: row.user_id, permissions };
}

export type ApiKeys = Readonly<Record<Role, string>>;

/** The API keys of the users, as they are kept with the data. */
export function apiKeys(database: SqliteDatabase): ApiKeys {
  const rows = database
    .prepare<[], { readonly role: string; readonly api_key: string | null }>(
      'SELECT u.role, c.api_key FROM site_user u JOIN contact c ON c.id = u.contact_id',
    )
    .all();
  const keyOf = (role: Role): string => rows.find((row) => row.role === role)?.api_key ?? '';
  return { link: keyOf('link'), caller: keyOf('caller'), nokey: keyOf('nokey'), admin: keyOf('admin') };
}
