import type { Permission } from './permission.ts';

/** On whose behalf a request is interpreted. */
export interface User {
  readonly contactId: number | null;
  readonly userId: number | null;
  readonly permissions: ReadonlySet<Permission>;
}

/** A request without a credential that looks like a script's: it may ask, and sees nothing. */
export const ANONYMOUS: User = { contactId: null, userId: null, permissions: new Set() };

/** Whether the user has all of these permissions. */
export function holds(user: User, required: readonly Permission[]): boolean {
  return required.every((permission) => user.permissions.has(permission));
}

/** Whether the user has at least one of these permissions. */
export function holdsOne(user: User, sufficient: readonly Permission[]): boolean {
  return sufficient.some((permission) => user.permissions.has(permission));
}
