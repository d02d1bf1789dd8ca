/**
 * electron-builder packs the app for real, for three systems, around a stand-in for Electron's binary. What comes out
 * shows what users would get: which files, how large, and that the doors are shut.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFeed } from '../../../electron/updates/way.ts';
import { fusesIn, writeStandInElectron } from './stand-in-electron.ts';

const ROOT = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'dankbel-package-'));
const release = join(folder, 'release');

const UPDATES = 'https://updates.voorbeeld.nl/dankbel';

/** The app without Electron, packed and beside the archive; docs/verified.md says what was measured. */
const MOST_BYTES = 40e6;

interface Packed {
  readonly system: string;
  readonly program: string;
  readonly resources: string;
  /** The native libraries that this system can load. */
  readonly natives: readonly string[];
  /** The languages of Chromium itself, wherever the system keeps them. */
  readonly locales: string;
}

const ALL_SYSTEMS: readonly Packed[] = [
  {
    system: 'Linux',
    program: 'linux-unpacked/dankbel',
    resources: 'linux-unpacked/resources',
    natives: ['linux-x64.node'],
    locales: 'linux-unpacked/locales',
  },
  {
    system: 'Windows',
    program: 'win-unpacked/dankbel.exe',
    resources: 'win-unpacked/resources',
    natives: ['win32-x64.node'],
    locales: 'win-unpacked/locales',
  },
  {
    system: 'macOS',
    program: 'mac/dankbel.app/Contents/Frameworks/Electron Framework.framework/Electron Framework',
    resources: 'mac/dankbel.app/Contents/Resources',
    natives: ['darwin-arm64.node', 'darwin-x64.node'],
    locales: 'mac/dankbel.app/Contents/Frameworks/Electron Framework.framework/Versions/A/Resources',
  },
];

/** Windows cannot hold the links inside a Mac's app, and electron-builder refuses. */
const packsForMac = process.platform !== 'win32';
const SYSTEMS = ALL_SYSTEMS.filter(({ system }) => packsForMac || system !== 'macOS');

beforeAll(async () => {
  const electron = join(folder, 'electron');
  writeStandInElectron(electron);
  const builder = join(ROOT, 'node_modules', 'electron-builder', 'cli.js');
  const settings = {
    electronDist: electron,
    'directories.output': release,
    'extraMetadata.main': 'dist/electron/main.js',
    // As a release does (packages/release/package.ts).
    'publish.provider': 'generic',
    'publish.url': UPDATES,
    // That is done by Apple's codesign, which is on a Mac alone.
    'electronFuses.resetAdHocDarwinSignature': 'false',
  };
  const args = Object.entries(settings).map(([name, value]) => `-c.${name}=${value}`);
  const systems = ['--linux', '--win', ...(packsForMac ? ['--mac'] : [])];
  const child = spawn(process.execPath, [builder, ...systems, '--dir', '--x64', ...args], {
    cwd: ROOT,
    env: { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: 'false' },
  });
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
  readonly size?: number;
}

interface PackedFile {
  readonly path: string;
  readonly isUnpacked: boolean;
  readonly size: number;
}

/** The header of an asar: two pickled numbers of lengths, then JSON. */
function filesOf({ resources }: Packed): PackedFile[] {
  const bytes = readFileSync(join(release, resources, 'app.asar'));
  const header = JSON.parse(bytes.subarray(16, 16 + bytes.readUInt32LE(12)).toString('utf8')) as AsarEntry;
  const walk = (entry: AsarEntry, path: string): PackedFile[] =>
    entry.files === undefined
      ? [{ path, isUnpacked: entry.unpacked === true, size: entry.size ?? 0 }]
      : Object.entries(entry.files).flatMap(([name, inside]) => walk(inside, path === '' ? name : `${path}/${name}`));
  return walk(header, '');
}

/** Every file that may be inside, by kind; nothing else may. */
const ALLOWED = [
  /^package\.json$/,
  /^LICENSE$/,
  /^dist\/electron\/(?:main|backend|spelling|shared-[\w-]+)\.js$/,
  /^dist\/electron\/dictionaries\/(?:nl|en)\.(?:aff|dic)$/,
  /^dist\/electron\/preload\.cjs$/,
  /^dist\/electron\/LICENCES-OF-OTHERS\.txt$/,
  /^dist\/electron\/fonts\/[\w-]+\.woff$/,
  /^dist\/renderer\/index\.html$/,
  /^dist\/renderer\/assets\/[\w-]+\.(?:js|css|svg|png|woff2)$/,
  /^node_modules\/better-sqlite3\/(?:LICENSE|package\.json)$/,
  /^node_modules\/better-sqlite3\/lib\/(?:methods\/)?[\w-]+\.js$/,
  /^node_modules\/better-sqlite3\/prebuilds\/[\w-]+\.node$/,
];

describe.each(SYSTEMS)('the package for $system', (packed) => {
  it('has every door of Electron shut that the app does not need', () => {
    expect(fusesIn(readFileSync(join(release, packed.program)))).toBe(
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

  it('holds no file outside the list: no source, test, map, setting or other module', () => {
    const paths = filesOf(packed).map(({ path }) => path);
    expect(paths.filter((path) => !ALLOWED.some((allowed) => allowed.test(path)))).toEqual([]);
    expect(paths).toEqual(
      expect.arrayContaining([
        'package.json',
        'LICENSE',
        'dist/electron/main.js',
        'dist/electron/preload.cjs',
        'dist/electron/LICENCES-OF-OTHERS.txt',
        'dist/renderer/index.html',
      ]),
    );
  });

  it('has the native library of its own system only, outside the archive, where the system can load it', () => {
    const native = filesOf(packed).filter(({ path }) => path.endsWith('.node'));
    expect(native.map(({ path, isUnpacked }) => [path, isUnpacked])).toEqual(
      packed.natives.map((name) => [`node_modules/better-sqlite3/prebuilds/${name}`, true]),
    );
    const beside = readdirSync(join(release, packed.resources, 'app.asar.unpacked'), { recursive: true }).map(String);
    expect(beside.filter((path) => path.endsWith('.node')).map((path) => path.split('/').at(-1))).toEqual(
      packed.natives,
    );
  });

  it('is under 40 MB without Electron', () => {
    const files = filesOf(packed);
    const beside = files.filter(({ isUnpacked }) => isUnpacked).reduce((sum, { size }) => sum + size, 0);
    const bytes = statSync(join(release, packed.resources, 'app.asar')).size + beside;
    expect(bytes).toBeGreaterThan(1e6);
    expect(bytes, `${files.length} files`).toBeLessThan(MOST_BYTES);
  });

  it('brings Chromium’s own words in Dutch and English, and in nothing else', () => {
    const languages = readdirSync(join(release, packed.locales)).map((name) => name.replace(/\.(?:pak|lproj)$/, ''));
    expect(languages.toSorted()).toEqual(packed.system === 'macOS' ? ['en', 'nl'] : ['en-US', 'nl']);
  });
});

it('the package for Linux knows where newer versions are; those for Windows and macOS get it with their installers', () => {
  const text = readFileSync(join(release, 'linux-unpacked/resources/app-update.yml'), 'utf8');
  expect(readFeed(text)).toEqual({ url: UPDATES, hasPublisher: false });
  // Who signed is written there by `signtoolOptions`, which tests/unit/packages holds.
  expect(readFeed(`${text}publisherName:\n  - Dankbel contributors\n`)).toEqual({ url: UPDATES, hasPublisher: true });
});

describe('the program checks that its archive is the one it was packed with', () => {
  const DIGEST = /\b[0-9a-f]{64}\b/;

  it('on Windows, by a resource in the program', () => {
    const program = readFileSync(join(release, 'win-unpacked/dankbel.exe')).toString('latin1');
    expect(program).toMatch(/"file":"resources\\\\app\.asar"/);
    expect(program).toMatch(DIGEST);
  });

  it.runIf(packsForMac)('on macOS, in its description', () => {
    const description = readFileSync(join(release, 'mac/dankbel.app/Contents/Info.plist'), 'utf8');
    expect(description).toContain('<key>ElectronAsarIntegrity</key>');
    expect(description).toContain('<string>dankbel</string>');
    expect(description).toMatch(DIGEST);
  });
});
