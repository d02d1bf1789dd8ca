/** The libraries that the list is held against. They are no part of Dankbel, so the bench fetches them when it needs them. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchCache } from '../charity/charity-profile.ts';

/** @returns the folder they are installed in; null when they cannot be had here */
export function installPeers(say: (line: string) => void): string | null {
  const folder = join(benchCache(), 'peers');
  if (existsSync(join(folder, 'node_modules', 'rxdb'))) return folder;
  say('fetching PouchDB and RxDB, once …');
  mkdirSync(folder, { recursive: true });
  copyFileSync(fileURLToPath(new URL('peers.json', import.meta.url)), join(folder, 'package.json'));
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  return status === 0 ? folder : null;
}
