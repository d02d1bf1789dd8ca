/** What lies where in the folder of a profile. */
import { join } from 'node:path';

export interface ProfilePaths {
  readonly folder: string;
  readonly database: string;
  readonly key: string;
  /** The key, wrapped by a passphrase; then there is no other. */
  readonly wrappedKey: string;
  /** The key, wrapped by the key store of the operating system. */
  readonly electronKey: string;
  readonly identity: string;
  readonly snapshots: string;
  readonly outboxCopy: string;
  /** See `closed-well.ts`. */
  readonly closedWell: string;
  /** See `left-behind.ts`. */
  readonly leftBehind: string;
}

export function profilePaths(folder: string): ProfilePaths {
  return {
    folder,
    database: join(folder, 'dankbel.db'),
    key: join(folder, 'dankbel.key'),
    wrappedKey: join(folder, 'key.wrapped'),
    electronKey: join(folder, 'key.electron'),
    identity: join(folder, 'profile.json'),
    snapshots: join(folder, 'snapshots'),
    outboxCopy: join(folder, 'outbox.copy'),
    closedWell: join(folder, 'closed-well.json'),
    leftBehind: join(folder, 'left.behind'),
  };
}
