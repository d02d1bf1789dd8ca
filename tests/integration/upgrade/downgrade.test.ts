/** An older program on a profile that a newer one used: refused in words, wherever it is started, and nothing changed. */
import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { DATABASE_FAILURES } from '../../../db/database-failure.ts';
import { MIGRATIONS } from '../../../db/migrations/index.ts';
import { openStore } from '../../../db/open/open-store.ts';
import { profilePaths } from '../../../db/open/profile-folder.ts';
import { restoreNewestSnapshot } from '../../../db/open/restore.ts';
import { openLockable } from '../../../electron/backend/lockable-backend.ts';
import { SILENT_LOG } from '../../../electron/backend/log.ts';
import { serveBackend } from '../../../electron/desktop/backend-server.ts';
import { startApp } from '../../../electron/shell/start-app.ts';
import { filesOf } from '../../released/files-of.ts';
import { newerProfile } from '../../released/newer-profile.ts';
import { seededRandom } from '../../support/workstation.ts';
import { startCommand } from '../../support/processes.ts';
import { runCommand } from '../../support/run-command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { shellOptions } from '../../unit/shell/started.ts';
import { standIn } from '../../unit/shell/stand-in.ts';
import { recordingLog, standInChild } from '../../unit/shell/stand-in-parts.ts';

const NOW = '2026-11-22T13:00:00.000Z';
const { nl, en } = DATABASE_FAILURES.newer;

vi.setConfig({ testTimeout: 60_000 });

it('says what to do, and that nothing was changed', () => {
  expect(nl).toContain('Werk Dankbel bij');
  expect(nl).toContain('niets veranderd');
  expect(en).toContain('Update Dankbel');
  expect(en).toContain('nothing was changed');
});

describe('the command line', () => {
  it.each([
    ['nl_NL.UTF-8', nl],
    ['en_GB.UTF-8', en],
  ])('in %s', async (LANG, sentence) => {
    const folder = temporaryFolder();
    await newerProfile(folder);
    const before = filesOf(folder);
    for (const command of ['doctor', 'list', 'backup'].slice(0, LANG.startsWith('nl') ? 3 : 1)) {
      const run = command === 'doctor' && LANG.startsWith('nl') ? startCommand : runCommand;
      expect(await run([command, '--data', folder], { LANG })).toEqual({
        code: 1,
        out: '',
        problem: `${sentence}\n`,
      });
    }
    expect(filesOf(folder)).toEqual(before);
  });
});

describe('the Electron host', () => {
  it.each([
    ['nl', nl],
    ['en-GB', en],
  ])('in %s, in a box, and ends', async (locale, sentence) => {
    const folder = temporaryFolder();
    await newerProfile(folder);
    const before = filesOf(folder);
    const key = readFileSync(profilePaths(folder).key);
    const newChild = () =>
      standInChild((parentPort) =>
        serveBackend({
          port: parentPort,
          openBackend: ({ profileDirectory, keyStore }) =>
            openLockable({
              folder: profileDirectory,
              ...(keyStore === null ? {} : { keyStore }),
              now: () => NOW,
              random: seededRandom(),
              log: SILENT_LOG,
              syncsByItself: false,
            }),
          exit: () => undefined,
          log: SILENT_LOG,
        }),
      );
    const electron = standIn({ locale, newChild });
    await startApp(electron.electron, shellOptions(folder, recordingLog()));
    await vi.waitFor(() => expect(electron.errorBoxes).toEqual([['Dankbel', sentence]]));
    expect(electron.exits).toEqual([1]);
    const after = filesOf(folder);
    // Electron wraps the key for its own key store, beside the one that was there.
    after.delete('key.electron');
    // How the starts ended: that this one was no crash.
    after.delete('electron/starts.json');
    expect(after).toEqual(before);
    expect(readFileSync(profilePaths(folder).key)).toEqual(key);
  });
});

describe('going back', () => {
  it('takes the newest copy that this program can read, not the newest of all', async () => {
    const folder = temporaryFolder();
    const store = await openStore({ folder, now: '2026-11-20T10:00:00.000Z' });
    const own = await store.snapshot('2026-11-20T11:00:00.000Z');
    await store.close();
    const later = { number: 9_990, name: '9990-later', up: async () => undefined };
    const newer = await openStore({ folder, now: '2026-11-21T10:00:00.000Z', migrations: [...MIGRATIONS, later] });
    await newer.snapshot('2026-11-21T11:00:00.000Z');
    await newer.close();
    const { snapshot, setAside } = await restoreNewestSnapshot(folder, NOW);
    expect(snapshot?.takenAt).toBe('2026-11-21T10:00:00.000Z');
    expect(snapshot?.path).not.toBe(own.path);
    expect(filesOf(folder).has(setAside?.slice(folder.length + 1) ?? '')).toBe(true);
    await (await openStore({ folder, now: NOW })).close();
  });
});
