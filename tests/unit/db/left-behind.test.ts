/** What is left for the next start, and when it does not count: docs/decisions/0035. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newKey } from '../../../db/key.ts';
import { leaveBehind, takeLeftBehind } from '../../../db/left-behind.ts';
import { MIGRATIONS } from '../../../db/migrations/index.ts';
import { openStore } from '../../../db/open/open-store.ts';
import { profilePaths } from '../../../db/open/profile-folder.ts';
import { setCurrentPerson } from '../../../db/queries/people.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const MORNING = '2026-11-21T08:00:00.000Z';
const EVENING = '2026-11-21T18:00:00.000Z';
const TOMORROW = '2026-11-22T08:00:00.000Z';
const LEFT = 'Marijke van der Veen, 0612345671';

/** A profile that was opened in the morning and closed with something left. */
async function left(migrations = MIGRATIONS): Promise<string> {
  const folder = temporaryFolder();
  for (const leaving of [null, LEFT]) {
    const store = await openStore({ folder, now: MORNING, migrations });
    await store.close(async () => leaving);
  }
  return folder;
}

async function found(folder: string, now = EVENING): Promise<string | null> {
  const store = await openStore({ folder, now });
  await store.close();
  const taken = store.takeLeftBehind();
  // Whoever asks after somebody else has it would not know what was written meanwhile.
  expect(store.takeLeftBehind()).toBeNull();
  return taken;
}

describe('what is left behind', () => {
  it('is found once, by the next opening', async () => {
    const folder = await left();
    expect(await found(folder)).toBe(LEFT);
    expect(await found(folder)).toBeNull();
  });

  it('is off the disk while the store is open, and cannot be read without the key', async () => {
    const folder = await left();
    const path = profilePaths(folder).leftBehind;
    expect(readFileSync(path).includes('Marijke')).toBe(false);
    const store = await openStore({ folder, now: EVENING });
    expect(existsSync(path)).toBe(false);
    await store.close();
  });

  it('does not count on another day, after a power cut, or for a newer program', async () => {
    expect(await found(await left(), TOMORROW)).toBeNull();
    const cut = await left();
    writeFileSync(profilePaths(cut).closedWell, '');
    expect(await found(cut)).toBeNull();
    expect(await found(await left(MIGRATIONS.slice(0, -1)))).toBeNull();
  });

  it('is written of a database that nobody writes to any more', async () => {
    const folder = temporaryFolder();
    const store = await openStore({ folder, now: MORNING });
    const person = { crmId: 6, name: 'Anneke', roles: ['caller' as const] };
    await store.close(async () => {
      await expect(store.write((writer) => setCurrentPerson(writer, person))).rejects.toThrow('being closed');
      return LEFT;
    });
  });

  it('comes back whole or not at all, whatever happened to the file', () => {
    const path = join(temporaryFolder(), 'left.behind');
    const [key, another] = [newKey(), newKey()];
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.nat(),
        fc.constantFrom('kept', 'worn', 'cut', 'other'),
        (text, at, what) => {
          leaveBehind(path, key, text);
          const bytes = readFileSync(path);
          if (what === 'worn') bytes[at % bytes.length]! ^= 1;
          writeFileSync(path, what === 'cut' ? bytes.subarray(0, at % bytes.length) : bytes);
          const taken = takeLeftBehind(path, what === 'other' ? another : key);
          expect(taken).toBe(what === 'kept' ? Buffer.from(text, 'utf8').toString('utf8') : null);
          expect(existsSync(path)).toBe(false);
        },
      ),
      { numRuns: 200 },
    );
  });
});
