/**
 * What is in the Debian package of the loopback host, and what its scripts may do. That it installs, runs, is upgraded
 * and removed on a clean Debian is `npm run prove:deb`.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../../electron/start/build.ts';
import { VERSION } from '../../../electron/launch/version.ts';
import { controlOf } from '../../../packages/deb/control.ts';
import { changelogOf } from '../../../packages/deb/documents.ts';
import { stageTree } from '../../../packages/deb/stage.ts';

const ROOT = join(import.meta.dirname, '../../..');
const EPOCH = 1_795_000_000;
const isHere = process.platform === 'linux' && process.arch === 'x64';
const tree = mkdtempSync(join(tmpdir(), 'dankbel-deb-test-'));

/** Every file that may be inside, by kind; nothing else may. */
const ALLOWED = [
  /^usr\/bin\/dankbel$/,
  /^usr\/lib\/dankbel\/(?:node|package\.json)$/,
  /^usr\/lib\/dankbel\/dist\/loopback\/dankbel\.js$/,
  /^usr\/lib\/dankbel\/dist\/loopback\/fonts\/[\w-]+\.woff$/,
  /^usr\/lib\/dankbel\/dist\/renderer\/index\.html$/,
  /^usr\/lib\/dankbel\/dist\/renderer\/assets\/[\w-]+\.(?:js|css|svg|png|woff2)$/,
  /^usr\/lib\/dankbel\/node_modules\/better-sqlite3\/(?:package\.json|prebuilds\/linux-x64\.node)$/,
  /^usr\/lib\/dankbel\/node_modules\/better-sqlite3\/lib\/(?:methods\/)?[\w-]+\.js$/,
  /^usr\/share\/applications\/org\.dankbel\.workstation\.desktop$/,
  /^usr\/share\/metainfo\/org\.dankbel\.workstation\.metainfo\.xml$/,
  /^usr\/share\/icons\/hicolor\/(?:scalable|\d+x\d+)\/apps\/dankbel\.(?:svg|png)$/,
  /^usr\/share\/man\/(?:nl\/)?man1\/dankbel\.1\.gz$/,
  /^usr\/share\/doc\/dankbel\/(?:copyright|changelog\.gz|LICENCE-OF-NODE\.gz|LICENCES-OF-OTHERS\.gz)$/,
  /^usr\/share\/doc\/dankbel\/examples\/policy(?:\.schema)?\.json$/,
  /^usr\/share\/lintian\/overrides\/dankbel$/,
];

function filesInTree(): readonly string[] {
  return readdirSync(tree, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(tree, join(entry.parentPath, entry.name)))
    .toSorted();
}

const text = (path: string): string => readFileSync(join(tree, path), 'utf8');
const source = (name: string): string => readFileSync(join(ROOT, 'packages/deb/files', name), 'utf8');

afterAll(() => rmSync(tree, { recursive: true, force: true }));

// The pinned Node of the package is installed on Linux x64 alone.
describe.runIf(isHere)('the files of the Debian package', () => {
  beforeAll(async () => {
    await build(ROOT, 'vite.loopback.config.ts');
    stageTree({ root: ROOT, tree, version: VERSION, epoch: EPOCH });
  }, 60_000);

  it('are those that are needed to run, and what Debian asks for', () => {
    const files = filesInTree();
    expect(files.filter((path) => !ALLOWED.some((allowed) => allowed.test(path)))).toEqual([]);
    expect(ALLOWED.filter((allowed) => !files.some((path) => allowed.test(path)))).toEqual([]);
  });

  it('can be run where they say so, and are written by nobody but root', () => {
    const odd = filesInTree().filter((path) => {
      const isProgram = path === 'usr/bin/dankbel' || path === 'usr/lib/dankbel/node';
      return (statSync(join(tree, path)).mode & 0o777) !== (isProgram ? 0o755 : 0o644);
    });
    expect(odd).toEqual([]);
  });

  it('are one program that takes nothing from outside but the native library', () => {
    const program = text('usr/lib/dankbel/dist/loopback/dankbel.js');
    const taken = [...program.matchAll(/^import .*?from ["']([^"']+)["'];?$|\bimport\(["']([^"']+)["']\)/gm)]
      .map(([, fixed, late]) => fixed ?? late ?? '')
      .filter((name) => !isBuiltin(name));
    expect([...new Set(taken)]).toEqual(['better-sqlite3']);
    expect(program).not.toContain(ROOT);
  });

  it('start on their own Node, whatever the user set for another one', () => {
    const program = join(tree, 'usr/lib/dankbel/dist/loopback/dankbel.js');
    const run = (...parameters: readonly string[]): string =>
      execFileSync(join(tree, 'usr/lib/dankbel/node'), [program, ...parameters], { cwd: '/', encoding: 'utf8' });
    expect(run('--version')).toBe(`dankbel ${VERSION}\n`);
    expect(run('--help')).toContain('dankbel COMMAND');
    expect(text('usr/bin/dankbel')).toMatch(/^unset NODE_OPTIONS NODE_PATH$/m);
  });

  it('carry the licences of everything inside', () => {
    expect(text('usr/share/doc/dankbel/copyright')).toContain('GNU AFFERO GENERAL PUBLIC LICENSE');
    const others = readFileSync(join(ROOT, 'dist/loopback/LICENCES-OF-OTHERS.txt'), 'utf8');
    for (const name of ['better-sqlite3-multiple-ciphers', 'react', 'zod', '@fontsource/literata'])
      expect(others).toMatch(new RegExp(`^${name} \\d`, 'm'));
  });
});

describe('the words and scripts of the Debian package', () => {
  it('has one script, which says where the data is and does nothing else', () => {
    const commands = source('postrm.sh')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#'));
    const harmless = /^(?:set -e|case .* in|esac|;;|remove \| purge\)|nl\*\)|\*\)|echo '[^']*')$/;
    expect(commands.filter((line) => !harmless.test(line))).toEqual([]);
    expect(source('postrm.sh').match(/~\/\.local\/share\/dankbel/g)).toHaveLength(2);
  });

  it('needs a browser, and does not stand beside the Electron package', () => {
    const control = controlOf({ version: '1.2.3', installedSize: 5 });
    expect(control).toMatch(/^Depends: chromium \| /m);
    expect(control).toMatch(/^Conflicts: dankbel-desktop$/m);
    expect(control).toMatch(/^Version: 1\.2\.3$/m);
  });

  it('tells in Debian’s form what changed in this version', () => {
    const changes =
      '# What changed\n\n## [2.0.0] - 2027-01-01\n\n- Newer.\n\n## 1.0.0\n\n### Added\n\n- First.\n- Second.\n';
    expect(changelogOf({ changes, version: '1.0.0', epoch: 0 })).toBe(
      'dankbel (1.0.0) unstable; urgency=medium\n\n  * First.\n  * Second.\n\n' +
        ' -- Dankbel contributors <dankbel@example.org>  Thu, 01 Jan 1970 00:00:00 +0000\n',
    );
    expect(changelogOf({ changes, version: '2.0.0', epoch: 0 })).toContain('  * Newer.\n\n --');
  });

  it('has a menu entry and a manual in both languages', () => {
    expect(source('org.dankbel.workstation.desktop')).toMatch(/^Comment\[nl\]=.+$/m);
    // A link that is clicked in the CRM opens the app.
    expect(source('org.dankbel.workstation.desktop')).toMatch(
      /^Exec=dankbel %u\nMimeType=x-scheme-handler\/dankbel;$/m,
    );
    const sections = (name: string): number => source(name).match(/^\.SH /gm)?.length ?? 0;
    expect(sections('dankbel.1')).toBe(sections('dankbel.nl.1'));
    // The same options, in the same order.
    const options = (name: string): string[] => source(name).match(/\\-\\-[a-z\\-]+/g) ?? [];
    expect(options('dankbel.nl.1')).toEqual(options('dankbel.1'));
  });
});
