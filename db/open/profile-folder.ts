/** What lies where in the folder of a profile. */
import { join } from 'node:path';

export interface ProfilePaths {
  readonly folder: string;
  readonly database: string;
  readonly key: string;
  readonly identity: string;
  readonly snapshots: string;
  readonly outboxCopy: string;
  /** See `closed-well.ts`. */
  readonly closedWell: string;
}

export function profilePaths(folder: string): ProfilePaths {
  return {
    folder,
    database: join(folder, 'dankbel.db'),
    key: join(folder, 'dankbel.key'),
    identity: join(folder, 'profile.json'),
    snapshots: join(folder, 'snapshots'),
    outboxCopy: join(folder, 'outbox.copy'),
    closedWell: join(folder, 'closed-well.json'),
  };
}
