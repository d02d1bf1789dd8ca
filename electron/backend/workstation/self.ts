/** What a host knows of its workstation: the version, and what keeps the key of the data. */
import { existsSync } from 'node:fs';
import type { KeptBy } from '../../../domain/workstation/announcement.ts';
import { profilePaths } from '../../../db/open/profile-folder.ts';
import { isWrapped } from '../../../db/wrapped-key.ts';
import { VERSION } from '../../launch/version.ts';

/** The weakest that is there counts: a key file beside a key store lies open. */
export function describeHost(folder: string): { readonly version: string; readonly keptBy: () => KeptBy } {
  const paths = profilePaths(folder);
  return {
    version: VERSION,
    keptBy: () => (existsSync(paths.key) ? 'key-file' : isWrapped(paths) ? 'passphrase' : 'key-store'),
  };
}
