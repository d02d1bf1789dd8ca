/** The key with which a profile is opened in Electron: kept before, taken over from the loopback host, or new. */
import { existsSync } from 'node:fs';
import { DatabaseFailure } from '../../db/database-failure.ts';
import { KEY_BYTES, type KeyStore } from '../../db/key.ts';
import type { HostLog } from '../launch/host-log.ts';

export interface ProfileKeyOptions {
  readonly keyStore: KeyStore;
  /** The loopback host's key file of the same profile. */
  readonly plainKeyFile: KeyStore;
  readonly databasePath: string;
  readonly random: (bytes: number) => Buffer;
  readonly log: HostLog;
}

/** @throws KeyStoreFailure or DatabaseFailure; then nothing was written that could lock the data. */
export async function obtainProfileKey(options: ProfileKeyOptions): Promise<Buffer> {
  const { keyStore, plainKeyFile, databasePath, random, log } = options;
  const kept = await keyStore.load();
  if (kept !== null) return kept;
  const plain = await plainKeyFile.load();
  if (plain !== null) {
    // The file stays: without it the loopback host could not open this profile any more.
    log.warn({}, 'shell: key taken over from the key file, which is still there');
    await keyStore.save(plain);
    return plain;
  }
  // A new key would lock the data out for good.
  if (existsSync(databasePath)) throw new DatabaseFailure('no-key');
  const fresh = random(KEY_BYTES);
  await keyStore.save(fresh);
  return fresh;
}
