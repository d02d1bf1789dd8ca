/**
 * The database key in the key store of the operating system: Keychain, Windows' DPAPI, or the key ring of a Linux
 * desktop. What lies in the profile is the wrapped key, worth nothing without this user's login.
 */
import { existsSync, readFileSync } from 'node:fs';
import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { writeFileDurably } from '../../db/durable-file.ts';
import { KEY_BYTES, type KeyStore } from '../../db/key.ts';
import { KeyStoreFailure } from './key-store-failure.ts';

/** What of Electron's `safeStorage` is used. */
export interface SafeStorage {
  decryptStringAsync(wrapped: Buffer): Promise<{ readonly result: string; readonly shouldReEncrypt: boolean }>;
  encryptStringAsync(text: string): Promise<Buffer>;
  getSelectedStorageBackend(): string;
  isAsyncEncryptionAvailable(): Promise<boolean>;
}

export interface ElectronKeyStoreOptions {
  readonly safeStorage: SafeStorage;
  readonly platform: NodeJS.Platform;
  /** `key.electron` in the folder of the profile. */
  readonly path: string;
}

/** `keeper` is the key ring it was wrapped by, so that a change of desktop can be told from a damaged file. */
const wrappedKeySchema = z.object({ version: z.literal(1), keeper: z.string(), wrapped: z.base64() });

/** @throws KeyStoreFailure where there is no key store that deserves the name, or it does not open what it closed. */
export function electronKeyStore({ safeStorage, platform, path }: ElectronKeyStoreOptions): KeyStore {
  /** Linux falls back to a password that stands in Chromium's source code. That is no key store. */
  async function requireKeeper(): Promise<string> {
    const keeper = platform === 'linux' ? safeStorage.getSelectedStorageBackend() : platform;
    if (keeper === 'basic_text' || keeper === 'unknown') throw new KeyStoreFailure('plain-text');
    if (!(await safeStorage.isAsyncEncryptionAvailable())) throw new KeyStoreFailure('unavailable');
    return keeper;
  }

  async function unwrap(wrapped: string): Promise<{ key: Buffer; isStale: boolean }> {
    const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(wrapped, 'base64'));
    const key = Buffer.from(result, 'base64');
    if (key.length !== KEY_BYTES) throw new KeyStoreFailure('unreadable');
    return { key, isStale: shouldReEncrypt };
  }

  async function save(key: Buffer): Promise<void> {
    const keeper = await requireKeeper();
    const wrapped = (await safeStorage.encryptStringAsync(key.toString('base64'))).toString('base64');
    // A key that cannot be had back must never lock a database: tried before it is written, and from what was written.
    await requireSame(key, wrapped);
    writeFileDurably(path, `${JSON.stringify({ version: 1, keeper, wrapped })}\n`, 0o600);
    await requireSame(key, readWrapped(path).wrapped);
  }

  async function requireSame(key: Buffer, wrapped: string): Promise<void> {
    const { key: back } = await unwrap(wrapped);
    if (!timingSafeEqual(key, back)) throw new KeyStoreFailure('unreadable');
  }

  return {
    save,
    async load() {
      if (!existsSync(path)) return null;
      const keeper = await requireKeeper();
      const stored = readWrapped(path);
      const { key, isStale } = await unwrap(stored.wrapped).catch((error: unknown) => {
        throw new KeyStoreFailure(stored.keeper === keeper ? 'unreadable' : 'other-keeper', { cause: error });
      });
      if (isStale || stored.keeper !== keeper) await save(key);
      return key;
    },
  };
}

function readWrapped(path: string): z.infer<typeof wrappedKeySchema> {
  try {
    return wrappedKeySchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new KeyStoreFailure('unreadable', { cause: error });
  }
}
