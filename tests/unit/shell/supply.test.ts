/** What comes from others: under which licences, in which versions, and that none of it runs anything when it is installed. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      license: z.string().optional(),
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      integrity: z.string().optional(),
      hasInstallScript: z.boolean().optional(),
      link: z.boolean().optional(),
    }),
  ),
});
const packageSchema = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  optionalDependencies: z.record(z.string(), z.string()),
});

/** May be shipped with a program under the AGPL. */
const ALLOWED = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'OFL-1.1',
  // Permissive, approved by the OSI in 2024, and it adds no condition that the AGPL does not have.
  'BlueOak-1.0.0',
  // On the FSF's list of licences that go with the GPL. Only the command line of js-yaml has it, which is not bundled.
  'Python-2.0',
  'MIT or MPL-2.0',
  '(MIT OR Apache-2.0)',
  // Word lists: OpenTaal, and the English Hunspell by its many hands.
  '(BSD-3-Clause OR CC-BY-3.0)',
  '(MIT AND BSD)',
]);

/** Says nothing in its package.json; the licence lies beside it. */
const BY_FILE: Readonly<Record<string, RegExp>> = { 'node_modules/png-js': /MIT License/ };

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const { packages } = lockSchema.parse(JSON.parse(read('package-lock.json')));
const foreign = Object.entries(packages).filter(([path]) => path !== '');

describe('what comes from others', () => {
  it('is shipped under licences that allow it', () => {
    const shipped = foreign.filter(([, { dev, devOptional }]) => dev !== true && devOptional !== true);
    expect(shipped.length).toBeGreaterThan(50);
    const refused = shipped.filter(
      ([path, { license }]) => !(license === undefined ? path in BY_FILE : ALLOWED.has(license)),
    );
    expect(refused.map(([path, { license }]) => `${path}: ${license ?? 'says nothing'}`)).toEqual([]);
    for (const [path, words] of Object.entries(BY_FILE)) expect(read(`${path}/LICENSE`)).toMatch(words);
  });

  it('is the very file that was looked at, in an exact version', () => {
    expect(foreign.filter(([, { integrity, link }]) => integrity === undefined && link !== true)).toEqual([]);
    const { dependencies, devDependencies, optionalDependencies } = packageSchema.parse(
      JSON.parse(read('package.json')),
    );
    const versions = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(versions.filter(([, version]) => !/^(?:npm:[\w-]+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('runs nothing when it is installed, and needs nothing to be run', () => {
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
    // The library comes with a binary for each platform, made against Node's stable interface: its script would only
    // look for one. The other makes installers for Windows, on Windows.
    const scripts = foreign.filter(([, { hasInstallScript }]) => hasInstallScript === true).map(([path]) => path);
    expect(scripts).toEqual(['node_modules/better-sqlite3', 'node_modules/electron-winstaller']);
    const binaries = readdirSync(new URL('../../../node_modules/better-sqlite3/prebuilds', import.meta.url));
    expect(binaries).toEqual(expect.arrayContaining(['linux-x64.node', 'linux-arm64.node', 'win32-x64.node']));
  });
});
