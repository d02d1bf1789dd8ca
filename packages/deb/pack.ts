/** Makes the package of a tree, always the same bytes: one moment, one order, one owner. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { controlOf } from './control.ts';

export interface PackOptions {
  readonly tree: string;
  readonly file: string;
  readonly epoch: number;
  readonly version: string;
  readonly compression: 'xz' | 'none';
}

/** Threads change the bytes of xz when there is one of them and when there are more, not how many more. */
const THREADS = 2;

export function packTree({ tree, file, epoch, version, compression }: PackOptions): void {
  const entries = entriesOf(tree);
  const files = entries.filter((path) => lstatSync(path).isFile());
  const control = join(tree, 'DEBIAN');
  mkdirSync(control);
  writeFileSync(join(control, 'control'), controlOf({ version, installedSize: kibibytesOf(entries) }));
  writeFileSync(join(control, 'md5sums'), files.map((path) => `${md5Of(path)}  ${relative(tree, path)}\n`).join(''));
  copyFileSync(join(import.meta.dirname, 'files', 'postrm.sh'), join(control, 'postrm'));
  for (const path of [tree, control, ...entries]) if (lstatSync(path).isDirectory()) chmodSync(path, 0o755);
  for (const name of ['control', 'md5sums']) chmodSync(join(control, name), 0o644);
  chmodSync(join(control, 'postrm'), 0o755);
  for (const path of [...entriesOf(tree), tree]) lutimesSync(path, epoch, epoch);
  const how = compression === 'xz' ? ['-Zxz', `--threads-max=${THREADS}`] : ['-Znone'];
  execFileSync('dpkg-deb', ['--root-owner-group', ...how, '--build', tree, file], {
    env: { ...process.env, SOURCE_DATE_EPOCH: String(epoch), LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** In one order, whatever the disk says. */
function entriesOf(tree: string): string[] {
  return readdirSync(tree, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

/** As Debian's policy counts it (5.6.20): a file in whole kibibytes, everything else as one. */
function kibibytesOf(entries: readonly string[]): number {
  return entries
    .map((path) => lstatSync(path))
    .reduce((sum, status) => sum + (status.isFile() ? Math.ceil(status.size / 1_024) : 1), 0);
}

function md5Of(path: string): string {
  return createHash('md5').update(readFileSync(path)).digest('hex');
}
