/** A workstation with a passphrase: closed until it is given, closed again by locking, and its key gone from the memory. */
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createClient, FailureError, type Client } from '../../../contract/client.ts';
import { PROCEDURE_NAMES } from '../../../contract/roles-table.ts';
import { profilePaths } from '../../../db/open/profile-folder.ts';
import { setCurrentPerson } from '../../../db/queries/people.ts';
import { openWrappedKey } from '../../../db/wrapped-key.ts';
import type { Backend } from '../../../electron/backend/backend.ts';
import { openLockable } from '../../../electron/backend/lockable-backend.ts';
import { SILENT_LOG } from '../../../electron/backend/log.ts';
import type { OpenBackend } from '../../../electron/backend/open-backend.ts';
import { startBackendProcess } from '../../support/processes.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { whenDone } from '../../support/when-done.ts';
import { CHEAP, seededRandom, testClock, type TestClock } from '../../support/workstation.ts';

const PASSPHRASE = 'regen fiets lamp zolder';

interface Lockable extends Client {
  readonly folder: string;
  readonly backend: Backend;
  readonly clock: TestClock;
  /** Each time the profile was opened. */
  readonly opened: readonly OpenBackend[];
}

async function lockable(folder = temporaryFolder()): Promise<Lockable> {
  const clock = testClock();
  const opened: OpenBackend[] = [];
  const backend = await openLockable({
    folder,
    now: clock.now,
    random: seededRandom(7),
    log: SILENT_LOG,
    syncsByItself: false,
    costs: CHEAP,
    whenOpened: async (open) => {
      opened.push(open);
      return undefined;
    },
  });
  whenDone(() => backend.close());
  return { ...createClient(backend), folder, backend, clock, opened };
}

/** Somebody works here, and the key is wrapped. @returns the recovery code */
async function withPassphrase(station: Lockable): Promise<string> {
  const person = { crmId: null, name: 'Corrie', roles: ['coordinator', 'caller'] as const };
  await station.opened[0]?.store.write((writer) => setCurrentPerson(writer, person));
  return (await station.ask('people.setPassphrase', { passphrase: PASSPHRASE })).code;
}

async function codeOf(asked: Promise<unknown>): Promise<string> {
  const error = await asked.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof FailureError ? error.failure.code : 'answered';
}

describe('a passphrase', () => {
  it('closes the data with every lock, and opens it again; in between nothing is answered but how to come in', async () => {
    const station = await lockable();
    const { backend, opened } = station;
    expect(await codeOf(station.ask('people.setPassphrase', { passphrase: 'kort' }))).toBe('not-allowed');
    await withPassphrase(station);
    expect(await codeOf(station.ask('people.setPassphrase', { passphrase: 'kort' }))).toBe('refused');
    const changed: unknown[] = [];
    backend.listen((event) => changed.push(event));
    await station.ask('session.lock', {});
    expect((await station.ask('session.people', {})).state).toBe('sealed');
    expect(changed).not.toEqual([]);
    await expect(opened[0]?.store.reader.selectFrom('person').selectAll().execute()).rejects.toThrow(/destroyed/);
    const answers: string[] = [];
    for (const name of PROCEDURE_NAMES) {
      const answer = await backend.ask(name, {});
      if (answer.ok || answer.failure.code !== 'locked') answers.push(name);
    }
    expect(answers.toSorted()).toEqual([
      'session.people',
      'session.setLanguage',
      'session.setTheme',
      'session.unseal',
      'session.unsealWithCode',
    ]);
    expect(await codeOf(station.ask('session.unseal', { passphrase: 'regen fiets lamp' }))).toBe('refused');
    await station.ask('session.setLanguage', { language: 'en' });
    expect((await station.ask('session.people', {})).language).toBe('en');
    // Two windows at once open it once.
    const both = [PASSPHRASE, PASSPHRASE].map((passphrase) => station.ask('session.unseal', { passphrase }));
    await Promise.all(both);
    expect(opened).toHaveLength(2);
    const { state, people } = await station.ask('session.people', {});
    expect([state, people.map(({ name }) => name)]).toEqual(['signed-out', ['Corrie']]);
    await station.ask('session.signIn', { personId: people[0]?.id ?? 0, pin: null });
    expect((await station.ask('people.list', {})).hasPassphrase).toBe(true);
  });

  it('is asked at the start, and the key lies nowhere else; a forgotten one is replaced with the code', async () => {
    const station = await lockable();
    const code = await withPassphrase(station);
    await station.backend.close();
    const paths = profilePaths(station.folder);
    expect([existsSync(paths.key), existsSync(paths.wrappedKey)]).toEqual([false, true]);
    const key = (await openWrappedKey(paths, 'passphrase', PASSPHRASE)) ?? Buffer.alloc(0);
    for (const entry of readdirSync(station.folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      expect([bytes.includes(key), bytes.includes(key.toString('hex'))]).toEqual([false, false]);
    }
    const again = await lockable(station.folder);
    expect(again.opened).toHaveLength(0);
    expect(await codeOf(again.ask('session.get', {}))).toBe('locked');
    const passphrase = 'kaas boom trein water';
    expect(await codeOf(again.ask('session.unsealWithCode', { code, passphrase: 'kort' }))).toBe('refused');
    expect(await codeOf(again.ask('session.unsealWithCode', { code: 'A'.repeat(26), passphrase }))).toBe('refused');
    await again.ask('session.unsealWithCode', { code, passphrase });
    expect((await again.ask('session.people', {})).people).toHaveLength(1);
    await again.backend.close();
    const third = await lockable(station.folder);
    expect(await codeOf(third.ask('session.unseal', { passphrase: PASSPHRASE }))).toBe('refused');
    await third.ask('session.unseal', { passphrase });
    // A new code makes the old one worthless for the data as well.
    await third.ask('session.signIn', { personId: 1, pin: null });
    const next = await third.ask('people.newCode', {});
    await third.backend.lock();
    expect(await codeOf(third.ask('session.unsealWithCode', { code, passphrase }))).toBe('refused');
    expect(await codeOf(third.ask('session.unsealWithCode', { code: next.code, passphrase }))).toBe('answered');
  });

  it('locks also whoever has no PIN, by itself, and finishes what is being answered first', async () => {
    const station = await lockable();
    await withPassphrase(station);
    const { backend, clock } = station;
    await station.ask('session.touch', { isInCall: false });
    clock.advance(15 * 60);
    expect(await codeOf(station.ask('session.get', {}))).toBe('locked');
    expect((await station.ask('session.people', {})).state).toBe('sealed');
    await station.ask('session.unseal', { passphrase: PASSPHRASE });
    await station.ask('session.signIn', { personId: 1, pin: null });
    const [list, , after] = await Promise.all([
      codeOf(station.ask('people.list', {})),
      backend.lock(),
      codeOf(station.ask('session.people', {})),
    ]);
    expect([list, after]).toEqual(['answered', 'answered']);
    expect((await station.ask('session.people', {})).state).toBe('sealed');
  });
});

const CHUNK = 16 * 1024 * 1024;
/** As much of a chunk is read again with the next: what is looked for may lie across. */
const OVERLAP = 256;

/** Whether bytes stand anywhere in the memory of a process that was written to. */
function isInMemory(pid: number, wanted: readonly Buffer[]): boolean {
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  const chunk = Buffer.alloc(CHUNK);
  try {
    for (const [from, to] of regionsOf(pid)) {
      for (let at = from; at < to; at += BigInt(CHUNK - OVERLAP)) {
        const length = Number(to - at < BigInt(CHUNK) ? to - at : BigInt(CHUNK));
        const read = readWhatIsThere(memory, chunk, length, at);
        if (wanted.some((each) => chunk.subarray(0, read).includes(each))) return true;
      }
    }
    return false;
  } finally {
    closeSync(memory);
  }
}

/** How much; 0 for a part that the process gave back since its regions were listed. */
function readWhatIsThere(memory: number, chunk: Buffer, length: number, at: bigint): number {
  try {
    return readSync(memory, chunk, 0, length, at);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EIO') return 0;
    throw error;
  }
}

/** What can be written and is not merely reserved. */
function regionsOf(pid: number): readonly (readonly [bigint, bigint])[] {
  return [...readFileSync(`/proc/${pid}/smaps`, 'utf8').matchAll(/^([0-9a-f]+)-([0-9a-f]+) rw[^]*?^Rss: +(\d+) kB/gm)]
    .filter(([, , , rss]) => rss !== '0')
    .map(([, from = '0', to = '0']) => [BigInt(`0x${from}`), BigInt(`0x${to}`)] as const);
}

// Only Linux shows the memory of another process as a file.
it.skipIf(process.platform !== 'linux')('a locked backend holds the key nowhere in its memory', async () => {
  const station = await lockable();
  await withPassphrase(station);
  await station.backend.close();
  const key = (await openWrappedKey(profilePaths(station.folder), 'passphrase', PASSPHRASE)) ?? Buffer.alloc(0);
  const hex = key.toString('hex');
  const forms = [key, Buffer.from(hex), Buffer.from(hex, 'utf16le')];
  const child = await startBackendProcess(station.folder, station.clock.now());
  expect(isInMemory(child.pid, forms)).toBe(false);
  await child.ask('session.unseal', { passphrase: PASSPHRASE });
  await child.ask('session.signIn', { personId: 1, pin: null });
  await child.ask('people.list', {});
  expect(isInMemory(child.pid, forms)).toBe(true);
  await child.ask('session.lock', {});
  expect((await child.ask('session.people', {})).state).toBe('sealed');
  expect(isInMemory(child.pid, forms)).toBe(false);
});
