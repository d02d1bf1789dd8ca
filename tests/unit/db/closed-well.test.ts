/** A database that was found whole today and closed well is not read through again: docs/decisions/0026. */
import {
  closeSync,
  cpSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DatabaseFailure } from '../../../db/database-failure.ts';
import { openStore } from '../../../db/open/open-store.ts';
import { profilePaths, type ProfilePaths } from '../../../db/open/profile-folder.ts';
import { setCurrentPerson } from '../../../db/queries/people.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const MORNING = '2026-11-21T08:00:00.000Z';
const EVENING = '2026-11-21T18:00:00.000Z';
const TOMORROW = '2026-11-22T08:00:00.000Z';
const PAGE = 4_096;

async function openedAndClosed(folder: string, now: string): Promise<string> {
  try {
    await (await openStore({ folder, now })).close();
    return 'opened';
  } catch (error) {
    if (error instanceof DatabaseFailure) return error.code;
    throw error;
  }
}

/** Turns a bit in the last page, which opening has no need of. */
function wear(path: string): void {
  const { size } = statSync(path);
  const file = openSync(path, 'r+');
  const byte = Buffer.alloc(1);
  readSync(file, byte, 0, 1, size - PAGE / 2);
  writeSync(file, Buffer.of(byte[0]! ^ 1), 0, 1, size - PAGE / 2);
  closeSync(file);
}

/** The same by a worn disk: the file looks untouched, to the very moment that the note has. */
function wearUnseen({ database, closedWell }: ProfilePaths): void {
  wear(database);
  const note = JSON.parse(readFileSync(closedWell, 'utf8')) as object;
  const modified = Math.round(statSync(database).mtimeMs * 100);
  writeFileSync(closedWell, JSON.stringify({ ...note, modified }));
}

async function profile(): Promise<string> {
  const folder = temporaryFolder();
  const store = await openStore({ folder, now: MORNING });
  await store.write((writer) => setCurrentPerson(writer, { crmId: 6, name: 'Anneke', roles: ['caller'] }));
  await store.close();
  // The snapshot of the day, which reads everything too.
  expect(await openedAndClosed(folder, MORNING)).toBe('opened');
  return folder;
}

describe('a database that was closed well', () => {
  it('is not read through on the same day, and is on the next', async () => {
    const folder = await profile();
    wearUnseen(profilePaths(folder));
    expect(await openedAndClosed(folder, EVENING)).toBe('opened');
    expect(await openedAndClosed(folder, TOMORROW)).toBe('damaged');
  });

  it('is read through when the file is another one than was closed', async () => {
    const folder = await profile();
    wear(profilePaths(folder).database);
    expect(await openedAndClosed(folder, EVENING)).toBe('damaged');
  });

  it('is read through after a power cut', async () => {
    const folder = await profile();
    const store = await openStore({ folder, now: EVENING });
    expect(existsSync(profilePaths(folder).closedWell)).toBe(false);
    const afterPowerCut = join(temporaryFolder(), 'profile');
    cpSync(folder, afterPowerCut, { recursive: true });
    await store.close();
    expect(existsSync(profilePaths(folder).closedWell)).toBe(true);
    wear(profilePaths(afterPowerCut).database);
    expect(await openedAndClosed(afterPowerCut, EVENING)).toBe('damaged');
  });
});
