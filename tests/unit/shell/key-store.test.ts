import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { KeyStore } from '../../../db/key.ts';
import { KeyStoreFailure, type KeyStoreFailureCode } from '../../../electron/desktop/key-store-failure.ts';
import { electronKeyStore } from '../../../electron/desktop/key-store.ts';
import { standInSafeStorage, type StandInSafeStorage } from './stand-in.ts';
import { temporaryFolder } from './stand-in-parts.ts';

interface Bench {
  readonly store: KeyStore;
  readonly path: string;
  readonly state: StandInSafeStorage;
}

function bench(platform: NodeJS.Platform = 'linux'): Bench {
  const state: StandInSafeStorage = { storageBackend: 'gnome_libsecret' };
  const path = join(temporaryFolder(), 'key.electron');
  return { store: electronKeyStore({ safeStorage: standInSafeStorage(state), platform, path }), path, state };
}

async function failureOf(work: Promise<unknown>): Promise<KeyStoreFailureCode | null> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof KeyStoreFailure ? error.code : null;
}

describe('electronKeyStore', () => {
  it('has no key at first, and gives back the one it keeps', async () => {
    const { store } = bench();
    const key = randomBytes(32);
    expect(await store.load()).toBeNull();
    await store.save(key);
    expect(await store.load()).toEqual(key);
  });

  it('writes only the wrapped key, for its owner alone', async () => {
    const { store, path } = bench();
    const key = randomBytes(32);
    await store.save(key);
    const written = readFileSync(path);
    for (const plain of [key, key.toString('hex'), key.toString('base64'), key.toString('base64url')]) {
      expect(written.includes(plain)).toBe(false);
    }
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(JSON.parse(written.toString())).toMatchObject({ version: 1, keeper: 'gnome_libsecret' });
  });

  it.each(['basic_text', 'unknown'])('refuses the Linux key store %s, to keep and to open', async (backend) => {
    const { store, state, path } = bench();
    state.storageBackend = backend;
    expect(await failureOf(store.save(randomBytes(32)))).toBe('plain-text');
    expect(existsSync(path)).toBe(false);
    state.storageBackend = 'gnome_libsecret';
    await store.save(randomBytes(32));
    state.storageBackend = backend;
    expect(await failureOf(store.load())).toBe('plain-text');
  });

  it.each<NodeJS.Platform>(['darwin', 'win32'])('does not ask %s for the name of a key ring', async (platform) => {
    const { store, state, path } = bench(platform);
    state.storageBackend = 'basic_text';
    await store.save(randomBytes(32));
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ keeper: platform });
  });

  it('refuses a key store that cannot be reached', async () => {
    const { store, state, path } = bench();
    state.isAvailable = false;
    expect(await failureOf(store.save(randomBytes(32)))).toBe('unavailable');
    expect(existsSync(path)).toBe(false);
  });

  it('does not write a key that it could not get back', async () => {
    const { path } = bench();
    const forgetful = { ...standInSafeStorage({ storageBackend: 'kwallet6' }), decryptStringAsync: lostKey };
    const store = electronKeyStore({ safeStorage: forgetful, platform: 'linux', path });
    expect(await failureOf(store.save(randomBytes(32)))).toBe('unreadable');
    expect(existsSync(path)).toBe(false);
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{"version":1,'],
    ['another version', JSON.stringify({ version: 2, keeper: 'gnome_libsecret', wrapped: 'AAAA' })],
    ['another shape', JSON.stringify({ version: 1, keeper: 'gnome_libsecret', wrapped: 1 })],
    ['no key', JSON.stringify({ version: 1, keeper: 'gnome_libsecret', wrapped: 'AAAA' })],
  ])('leaves a file with %s in it alone, and says so', async (_what, content) => {
    const { store, path } = bench();
    writeFileSync(path, content);
    expect(await failureOf(store.load())).toBe('unreadable');
    expect(readFileSync(path, 'utf8')).toBe(content);
  });

  it('says so when another user, or another installation of the system, wrapped the key', async () => {
    const { store, state, path } = bench();
    await store.save(randomBytes(32));
    const before = readFileSync(path);
    state.secret = 2;
    expect(await failureOf(store.load())).toBe('unreadable');
    expect(readFileSync(path)).toEqual(before);
  });

  it('notices another key ring, and leaves the key to the one that has it', async () => {
    const { store, state, path } = bench();
    await store.save(randomBytes(32));
    const before = readFileSync(path);
    state.storageBackend = 'kwallet6';
    state.secret = 2;
    expect(await failureOf(store.load())).toBe('other-keeper');
    expect(readFileSync(path)).toEqual(before);
  });

  it('wraps the key anew when the key ring has changed but still opens it, or asks for it', async () => {
    const { store, state, path } = bench();
    const key = randomBytes(32);
    await store.save(key);
    state.storageBackend = 'kwallet6';
    expect(await store.load()).toEqual(key);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ keeper: 'kwallet6' });
    const before = state.encrypted ?? 0;
    expect(await store.load()).toEqual(key);
    expect(state.encrypted).toBe(before);
    state.shouldReEncrypt = true;
    expect(await store.load()).toEqual(key);
    expect(state.encrypted).toBe(before + 1);
  });
});

async function lostKey(): Promise<{ result: string; shouldReEncrypt: boolean }> {
  return { result: randomBytes(32).toString('base64'), shouldReEncrypt: false };
}
