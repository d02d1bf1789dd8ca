/** The key of a profile's database: 32 random bytes. Where it is kept is the host's affair; here is the file that the loopback host and the tests use. */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { DatabaseFailure } from './database-failure.ts';
import { makeFileOnce } from './durable-file.ts';

export const KEY_BYTES = 32;

/** Hands out the key of a profile. Electron's keeps it in the key store of the operating system. */
export interface KeyStore {
  /** The stored key; null when there is none yet. @throws DatabaseFailure when what is stored is no key. */
  load(): Promise<Buffer | null>;
  /**
   * Keeps a new key; resolves once it would survive a power cut. Of two processes that begin a profile in the same
   * moment one comes first: whoever saves reads back which key it is.
   */
  save(key: Buffer): Promise<void>;
}

/** A file with mode 0600, for machines where the folder itself is the user's own. */
export function keyFile(path: string): KeyStore {
  return {
    load: async () => {
      if (!existsSync(path)) return null;
      const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex');
      if (key.length !== KEY_BYTES) throw new DatabaseFailure('wrong-key');
      return key;
    },
    save: async (key) => void makeFileOnce(path, `${key.toString('hex')}\n`, 0o600),
  };
}

export function newKey(): Buffer {
  return randomBytes(KEY_BYTES);
}

/** Recognises a key without giving it away, so that a wrong key is told from a damaged file. */
export function fingerprintOf(key: Buffer): string {
  return createHash('sha256').update('dankbel database key\0').update(key).digest('hex').slice(0, 32);
}
