import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { findElectron, type FoundElectron } from '../../../electron/launch/find-electron.ts';
import { isRunning, programAt, temporaryFolder, writeFileAt } from './support.ts';

const STARTS = 'process.exit(0);';
/** What Electron's installer leaves behind: the program, and its name in path.txt. */
const INSTALLS = `
  const fs = require('node:fs');
  fs.mkdirSync('dist');
  fs.writeFileSync('dist/electron', '#!' + process.execPath + '\\n', { mode: 0o755 });
  fs.writeFileSync('path.txt', 'electron');`;

function packageWith(installer: string): string {
  const folder = temporaryFolder();
  writeFileAt(join(folder, 'install.js'), installer);
  return folder;
}

function installedPackage(script: string): string {
  const folder = packageWith('throw new Error("must not be asked")');
  writeFileAt(join(folder, 'path.txt'), 'electron');
  programAt(join(folder, 'dist', 'electron'), script);
  return folder;
}

function reasonOf(found: FoundElectron): string {
  return 'reason' in found ? found.reason : `found ${found.path}`;
}

describe('findElectron', () => {
  it('takes a program that is there and starts', async () => {
    const packageDirectory = installedPackage(STARTS);
    expect(await findElectron({ packageDirectory })).toEqual({ path: join(packageDirectory, 'dist', 'electron') });
  });

  it('looks where ELECTRON_OVERRIDE_DIST_PATH says', async () => {
    const packageDirectory = installedPackage('process.exit(1);');
    const elsewhere = temporaryFolder();
    programAt(join(elsewhere, 'electron'), STARTS);
    const environment = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: elsewhere };
    expect(await findElectron({ packageDirectory, environment })).toEqual({ path: join(elsewhere, 'electron') });
  });

  it('downloads it when it is not there', async () => {
    const packageDirectory = packageWith(INSTALLS);
    expect(await findElectron({ packageDirectory })).toEqual({ path: join(packageDirectory, 'dist', 'electron') });
  });

  it('downloads it again when only its name is left', async () => {
    const packageDirectory = packageWith(INSTALLS);
    writeFileAt(join(packageDirectory, 'path.txt'), 'electron');
    expect(await findElectron({ packageDirectory })).toEqual({ path: join(packageDirectory, 'dist', 'electron') });
  });

  it('has a reason when the download fails', async () => {
    const packageDirectory = packageWith('process.exit(1);');
    expect(reasonOf(await findElectron({ packageDirectory }))).toContain('could not be downloaded');
  });

  it('does not wait for a download without end, and ends what it started', async () => {
    const packageDirectory = packageWith(`
      const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
      require('node:fs').writeFileSync('child.pid', String(child.pid));
      setInterval(() => {}, 1000);`);
    const found = await findElectron({ packageDirectory, downloadMilliseconds: 3_000 });
    expect(reasonOf(found)).toContain('could not be downloaded');
    const left = Number(readFileSync(join(packageDirectory, 'child.pid'), 'utf8'));
    await vi.waitFor(() => expect(isRunning(left)).toBe(false));
  });

  it('has a reason when the program does not start here', async () => {
    const packageDirectory = installedPackage('process.exit(127);');
    expect(reasonOf(await findElectron({ packageDirectory }))).toBe(
      'the Electron program does not start on this machine',
    );
  });

  it('has a reason when the npm package is not there', async () => {
    expect(reasonOf(await findElectron({ packageDirectory: temporaryFolder() }))).toContain('not installed');
  });

  it('never lets the program run as a plain Node', async () => {
    const packageDirectory = installedPackage('process.exit(process.env.ELECTRON_RUN_AS_NODE === undefined ? 0 : 1);');
    const environment = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
    expect(await findElectron({ packageDirectory, environment })).toHaveProperty('path');
  });
});
