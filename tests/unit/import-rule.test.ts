/** Who may import whom (docs, "The rooms"). Reads every import of every source file; the first wrong one fails. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What each room may import of ours. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  contract: ['domain'],
  db: ['domain'],
  sync: ['domain', 'db'],
  electron: ['contract', 'domain', 'db', 'sync'],
  renderer: ['contract', 'domain'],
};

/** Rooms that are pure: no Node, no clock of their own. */
const WITHOUT_NODE = new Set(['domain', 'contract', 'renderer']);

interface Import {
  readonly file: string;
  readonly target: string;
}

function sourceFiles(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|js)$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
}

/** `import … from`, `export … from`, `import '…'` and `import('…')`. */
const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"]+)\1/g;

function importsOf(file: string): readonly Import[] {
  const source = readFileSync(join(ROOT, file), 'utf8');
  return [...source.matchAll(IMPORT)].map(([, , target = '']) => ({ file, target }));
}

function roomOf(path: string): string {
  return path.split('/')[0] ?? '';
}

/** Says what is wrong with an import, or null. */
function objectionTo({ file, target }: Import): string | null {
  const room = roomOf(file);
  if (target.startsWith('.')) {
    const targetRoom = roomOf(normalize(join(dirname(file), target)).replaceAll(sep, '/'));
    if (targetRoom === room || ROOMS[room]?.includes(targetRoom) === true) return null;
    return `${room} may not import ${targetRoom}`;
  }
  const isNode = target.startsWith('node:');
  if (isNode && WITHOUT_NODE.has(room)) return `${room} may not import Node`;
  if (target === 'electron' && !file.startsWith('electron/shell/')) return 'only electron/shell may import electron';
  const isSqlite = target === 'better-sqlite3';
  if (isSqlite && file !== 'db/sqlite.ts' && !isTypeOnly(file, target))
    return 'only db/sqlite.ts may import better-sqlite3';
  return null;
}

function isTypeOnly(file: string, target: string): boolean {
  const source = readFileSync(join(ROOT, file), 'utf8');
  return new RegExp(`import type [^;]*from ['"]${target}['"]`).test(source);
}

describe('the import rule', () => {
  for (const room of Object.keys(ROOMS)) {
    it(`holds in ${room}/`, () => {
      const imports = sourceFiles(room).flatMap(importsOf);
      expect(imports.length).toBeGreaterThan(0);
      expect(
        imports
          .map((each) => ({ ...each, objection: objectionTo(each) }))
          .filter(({ objection }) => objection !== null),
      ).toEqual([]);
    });
  }

  it.each([
    [{ file: 'domain/gift.ts', target: '../db/store.ts' }, 'domain may not import db'],
    [{ file: 'domain/gift.ts', target: 'node:fs' }, 'domain may not import Node'],
    [{ file: 'contract/index.ts', target: '../sync/engine.ts' }, 'contract may not import sync'],
    [{ file: 'db/store.ts', target: '../sync/engine.ts' }, 'db may not import sync'],
    [{ file: 'sync/push.ts', target: '../electron/backend/log.ts' }, 'sync may not import electron'],
    [{ file: 'renderer/main.tsx', target: '../db/store.ts' }, 'renderer may not import db'],
    [{ file: 'renderer/main.tsx', target: 'node:path' }, 'renderer may not import Node'],
    [{ file: 'electron/backend/log.ts', target: 'electron' }, 'only electron/shell may import electron'],
    [{ file: 'electron/backend/log.ts', target: '../../renderer/main.tsx' }, 'electron may not import renderer'],
  ])('refuses %j', (wrong, objection) => {
    expect(objectionTo(wrong)).toBe(objection);
  });
});

describe('domain', () => {
  it('has no clock and no randomness of its own', () => {
    const impure = /\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(|\bperformance\.now\(|\bcrypto\b/;
    expect(sourceFiles('domain').filter((file) => impure.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
  });
});
