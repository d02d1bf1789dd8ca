/**
 * electron-builder packs the app for real, around a stand-in for Electron's binary: a file with the fuse wire in it
 * (Electron's docs/tutorial/fuses.md). What comes out shows what users would get, and that the doors are shut.
 */
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSES = 8;
const folder = mkdtempSync(join(tmpdir(), 'dankbel-package-'));
const unpacked = join(folder, 'release', 'linux-unpacked');

function writeStandInElectron(directory: string): void {
  mkdirSync(join(directory, 'resources'), { recursive: true });
  // Version 1, eight fuses, all as Electron ships most of them: open.
  const wire = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, FUSES]), Buffer.from('1'.repeat(FUSES))]);
  writeFileSync(join(directory, 'electron'), Buffer.concat([Buffer.alloc(64), wire, Buffer.alloc(64)]));
  chmodSync(join(directory, 'electron'), 0o755);
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version']) writeFileSync(join(directory, name), '');
}

beforeAll(async () => {
  const electron = join(folder, 'electron');
  writeStandInElectron(electron);
  const builder = join(ROOT, 'node_modules', 'electron-builder', 'cli.js');
  const settings = {
    electronDist: electron,
    'directories.output': join(folder, 'release'),
    'extraMetadata.main': 'dist/electron/main.js',
  };
  const args = Object.entries(settings).map(([name, value]) => `-c.${name}=${value}`);
  const child = spawn(process.execPath, [builder, '--linux', '--dir', '--x64', ...args], { cwd: ROOT });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => void (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(output);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface AsarEntry {
  readonly files?: Readonly<Record<string, AsarEntry>>;
  readonly unpacked?: boolean;
}

/** The header of an asar: two pickled numbers of lengths, then JSON. */
function filesOf(archive: string): { path: string; isUnpacked: boolean }[] {
  const bytes = readFileSync(archive);
  const header = JSON.parse(bytes.subarray(16, 16 + bytes.readUInt32LE(12)).toString('utf8')) as AsarEntry;
  const walk = (entry: AsarEntry, path: string): { path: string; isUnpacked: boolean }[] =>
    entry.files === undefined
      ? [{ path, isUnpacked: entry.unpacked === true }]
      : Object.entries(entry.files).flatMap(([name, inside]) => walk(inside, path === '' ? name : `${path}/${name}`));
  return walk(header, '');
}

describe('the package', () => {
  it('has every door of Electron shut that the app does not need', () => {
    const binary = readFileSync(join(unpacked, 'dankbel'));
    const wire = binary.subarray(binary.indexOf(SENTINEL) + SENTINEL.length);
    const states = wire.subarray(2, 2 + FUSES).toString();
    expect(states).toBe(
      [
        '0', // runAsNode
        '1', // cookie encryption
        '0', // NODE_OPTIONS
        '0', // --inspect
        '1', // integrity of the asar
        '1', // nothing but the asar
        '0', // a snapshot of its own
        '0', // file:// pages with powers
      ].join(''),
    );
  });

  it('holds the bundles and the native library, and no source, test, map or other module', () => {
    const paths = filesOf(join(unpacked, 'resources', 'app.asar')).map(({ path }) => path);
    const expected =
      /^(?:package\.json|LICENSE|dist\/(?:electron|renderer)\/[^:]+|node_modules\/better-sqlite3\/(?:lib|prebuilds)\/.+|node_modules\/better-sqlite3\/(?:LICENSE|package\.json))$/;
    expect(paths.filter((path) => !expected.test(path) || path.endsWith('.map') || path.endsWith('.ts'))).toEqual([]);
    expect(paths).toContain('package.json');
  });

  it('has the native library of its own platform only, outside the archive, where the system can load it', () => {
    const native = filesOf(join(unpacked, 'resources', 'app.asar')).filter(({ path }) => path.endsWith('.node'));
    expect(native).toEqual([{ path: 'node_modules/better-sqlite3/prebuilds/linux-x64.node', isUnpacked: true }]);
    const outside = join(unpacked, 'resources', 'app.asar.unpacked', native[0]!.path);
    expect(readFileSync(outside).subarray(1, 4).toString()).toBe('ELF');
  });
});
