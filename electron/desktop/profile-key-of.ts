/** Asks for the key of a profile, wherever it lies. */
import { keyFile } from '../../db/key.ts';
import { profilePaths } from '../../db/open/profile-folder.ts';
import { finishWipe } from '../../db/wipe.ts';
import { isWrapped } from '../../db/wrapped-key.ts';
import type { HostLog } from '../launch/host-log.ts';
import { electronKeyStore, type SafeStorage } from './key-store.ts';
import { obtainProfileKey } from './profile-key.ts';

export interface KeyOfOptions {
  readonly safeStorage: SafeStorage;
  readonly platform: NodeJS.Platform;
  readonly profileDirectory: string;
  readonly random: (bytes: number) => Buffer;
  readonly log: HostLog;
}

/** Null when the key is wrapped by a passphrase, which only a person can give. */
export async function profileKeyOf(options: KeyOfOptions): Promise<Buffer | null> {
  const { safeStorage, platform, profileDirectory, random, log } = options;
  const paths = profilePaths(profileDirectory);
  // A key that was taken away while the rest was not yet would look like one that is lost.
  finishWipe(profileDirectory);
  // Then the key store of this machine has no part in it, and need not be there.
  if (isWrapped(paths)) return null;
  return obtainProfileKey({
    keyStore: electronKeyStore({ safeStorage, platform, path: paths.electronKey }),
    plainKeyFile: keyFile(paths.key),
    databasePath: paths.database,
    random,
    log,
  });
}
