/** Every rung of opening a profile: what can be the matter, what is said, and that nothing is lost. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { DATABASE_FAILURES, DatabaseFailure, failureBehind } from '../../../db/database-failure.ts';
import { openConnection, unlock } from '../../../db/open/connection.ts';
import { openStore } from '../../../db/open/open-store.ts';
import { profilePaths } from '../../../db/open/profile-folder.ts';
import { restoreNewestSnapshot } from '../../../db/open/restore.ts';
import { MIGRATIONS } from '../../../db/migrations/index.ts';
import { setCurrentPerson } from '../../../db/queries/people.ts';
import { assertSuitableNode, openSqlite, UnsuitableNodeError } from '../../../db/sqlite.ts';
import type { Store } from '../../../db/store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const NOW = '2026-11-21T12:00:00.000Z';

async function failureOf(opening: Promise<unknown>): Promise<string> {
  try {
    await opening;
    return 'opened';
  } catch (error) {
    if (error instanceof DatabaseFailure) return error.code;
    throw error;
  }
}

async function withPerson(folder: string, name = 'Anneke'): Promise<Store> {
  const store = await openStore({ folder, now: NOW });
  await store.write((writer) => setCurrentPerson(writer, { crmId: 6, name, roles: ['caller'] }));
  return store;
}

const names = async (store: Store): Promise<readonly string[]> =>
  (await store.reader.selectFrom('person').select('name').execute()).map(({ name }) => name);

describe('Node', () => {
  it('that is too old is refused in words before SQLite is loaded', () => {
    expect(() => assertSuitableNode({ node: '20.20.2', napi: '9' })).toThrow(UnsuitableNodeError);
    expect(() => assertSuitableNode({ node: '20.20.2', napi: '9' })).toThrow(/npm start/);
    expect(() => assertSuitableNode()).not.toThrow();
  });
});

describe('a new profile', () => {
  it('gets a key that only its owner can read, and keeps what is written', async () => {
    const folder = temporaryFolder();
    const store = await withPerson(folder);
    await store.close();
    expect(statSync(profilePaths(folder).key).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o077).toBe(0);
    const again = await openStore({ folder, now: NOW });
    expect(await names(again)).toEqual(['Anneke']);
    await again.close();
  });

  it('has every promised pragma on every open', async () => {
    const folder = temporaryFolder();
    await (await withPerson(folder)).close();
    const key = Buffer.from(readFileSync(profilePaths(folder).key, 'utf8').trim(), 'hex');
    for (let open = 0; open < 2; open += 1) {
      const database = await openConnection(profilePaths(folder).database, key);
      const pragma = (name: string): unknown => database.pragma(name, { simple: true });
      expect(['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete', 'locking_mode'].map(pragma)).toEqual([
        'wal',
        2,
        1,
        1,
        'exclusive',
      ]);
      database.close();
    }
  });

  it('is unreadable without its key: no name stands in any of its files', async () => {
    const folder = temporaryFolder();
    const store = await withPerson(folder, 'Geheime Naam');
    await store.snapshot(NOW);
    await store.close();
    for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      const bytes = readFileSync(join(file.parentPath, file.name));
      expect(bytes.includes('Geheime')).toBe(false);
      expect(bytes.includes(Buffer.from('Geheime', 'utf16le'))).toBe(false);
    }
  });
});

describe('a profile does not open', () => {
  it('a second time, and says so', async () => {
    const folder = temporaryFolder();
    const store = await withPerson(folder);
    expect(await failureOf(openStore({ folder, now: NOW }))).toBe('in-use');
    expect(await names(store)).toEqual(['Anneke']);
    await store.close();
    expect(await failureOf(openStore({ folder, now: NOW }).then((opened) => opened.close()))).toBe('opened');
  });

  it('without its key file, and makes no new one', async () => {
    const folder = temporaryFolder();
    await (await withPerson(folder)).close();
    rmSync(profilePaths(folder).key);
    expect(await failureOf(openStore({ folder, now: NOW }))).toBe('no-key');
    expect(existsSync(profilePaths(folder).key)).toBe(false);
  });

  it.each([
    ['another key', 'ab'.repeat(32)],
    ['no key at all', 'niet een sleutel'],
  ])('with %s, and tells it from damage', async (_, content) => {
    const folder = temporaryFolder();
    await (await withPerson(folder)).close();
    const kept = readFileSync(profilePaths(folder).key);
    writeFileSync(profilePaths(folder).key, content);
    expect(await failureOf(openStore({ folder, now: NOW }))).toBe('wrong-key');
    writeFileSync(profilePaths(folder).key, kept);
    const store = await openStore({ folder, now: NOW });
    expect(await names(store)).toEqual(['Anneke']);
    await store.close();
  });

  it('that lacks a migration with a lower number than its newest, which is run then', async () => {
    const folder = temporaryFolder();
    const missing = MIGRATIONS.filter(({ number }) => number !== 110);
    await (await openStore({ folder, now: NOW, migrations: missing })).close();
    const store = await openStore({ folder, now: NOW });
    const { rows } = await sql<{ name: string }>`
      SELECT name FROM pragma_index_list('donor') WHERE name = 'donor_merged_into'`.execute(store.reader);
    expect(rows).toHaveLength(1);
    await store.close();
  });

  it('that a newer Dankbel has used, and leaves it as it was', async () => {
    const folder = temporaryFolder();
    await (await withPerson(folder)).close();
    const later = { number: 9_990, name: '9990-later', up: async () => undefined };
    await (await openStore({ folder, now: NOW, migrations: [...MIGRATIONS, later] })).close();
    const before = readFileSync(profilePaths(folder).database);
    expect(await failureOf(openStore({ folder, now: NOW }))).toBe('newer');
    expect(readFileSync(profilePaths(folder).database).equals(before)).toBe(true);
  });

  it.each([
    [
      'a flipped bit',
      (bytes: Buffer) => {
        bytes[9_000] = (bytes[9_000] ?? 0) ^ 1;
        return bytes;
      },
    ],
    ['a truncated file', (bytes: Buffer) => bytes.subarray(0, 12_288)],
    ['another file in its place', () => Buffer.from('<html>geen database</html>'.repeat(500))],
  ])('with %s, and brings back the newest whole snapshot', async (_, damage) => {
    const folder = temporaryFolder();
    const paths = profilePaths(folder);
    const store = await withPerson(folder);
    await store.snapshot(NOW);
    await store.close();
    writeFileSync(paths.database, damage(readFileSync(paths.database)));
    expect(await failureOf(openStore({ folder, now: NOW }))).toBe('damaged');
    const { setAside, snapshot } = await restoreNewestSnapshot(folder, '2026-11-21T13:00:00.000Z');
    expect(snapshot).not.toBeNull();
    expect(existsSync(setAside ?? '')).toBe(true);
    const restored = await openStore({ folder, now: NOW });
    expect(await names(restored)).toEqual(['Anneke']);
    await restored.close();
  });

  it('and with a damaged newest snapshot takes the one before it', async () => {
    const folder = temporaryFolder();
    const store = await withPerson(folder);
    const good = await store.snapshot('2026-11-21T10:00:00.000Z');
    const bad = await store.snapshot('2026-11-21T11:00:00.000Z');
    await store.close();
    writeFileSync(bad.path, 'kapot');
    writeFileSync(profilePaths(folder).database, 'kapot');
    expect((await restoreNewestSnapshot(folder, NOW)).snapshot?.path).toBe(good.path);
  });

  it('in a folder that is a file', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'bestand'), '');
    await expect(openStore({ folder: join(folder, 'bestand'), now: NOW })).rejects.toThrow('EEXIST');
  });
});

describe('a full disk', () => {
  it('is said in words, and what was saved before is whole', async () => {
    const folder = temporaryFolder();
    const store = await withPerson(folder);
    await store.close();
    const key = Buffer.from(readFileSync(profilePaths(folder).key, 'utf8').trim(), 'hex');
    const database = await openSqlite(profilePaths(folder).database);
    unlock(database, key);
    // The file may not grow any more: the same error that SQLite gives for a full disk.
    database.pragma(`max_page_count = ${Number(database.pragma('page_count', { simple: true }))}`);
    database.exec('BEGIN');
    const insert = database.prepare('INSERT INTO setting (key, value) VALUES (?, ?)');
    let failure: DatabaseFailure | null = null;
    try {
      for (let row = 0; row < 10_000; row += 1) insert.run(`test ${row}`, JSON.stringify('x'.repeat(500)));
    } catch (error) {
      failure = failureBehind(error);
    }
    database.close();
    expect(failure?.code).toBe('disk-full');
    expect(failure?.sentence.nl).toMatch(/schijf is vol/);
    const again = await openStore({ folder, now: NOW });
    expect(await names(again)).toEqual(['Anneke']);
    await again.close();
  });
});

describe('failures', () => {
  it.each([
    ['SQLITE_FULL', 'disk-full'],
    ['ENOSPC', 'disk-full'],
    ['SQLITE_IOERR_WRITE', null],
    ['EACCES', 'not-writable'],
    ['SQLITE_CORRUPT_VTAB', 'damaged'],
    ['ENOENT', null],
  ])('%s is %s', (code, expected) => {
    expect(failureBehind(Object.assign(new Error('x'), { code }))?.code ?? null).toBe(expected);
  });

  it('each have a sentence in both languages', () => {
    for (const { nl, en } of Object.values(DATABASE_FAILURES)) expect(nl.length * en.length).toBeGreaterThan(0);
  });
});

describe('a failed migration', () => {
  it('leaves nothing behind, not even what it did before it failed', async () => {
    const folder = temporaryFolder();
    await (await withPerson(folder)).close();
    const failing = {
      number: 9990,
      name: '9990-fails',
      up: async (db: Parameters<(typeof MIGRATIONS)[0]['up']>[0]) => {
        await db.schema.createTable('half').addColumn('id', 'integer').execute();
        throw new Error('no');
      },
    };
    await expect(openStore({ folder, now: NOW, migrations: [...MIGRATIONS, failing] })).rejects.toThrow('no');
    const store = await openStore({ folder, now: NOW });
    const tables = await store.reader.introspection.getTables();
    expect(tables.map(({ name }) => name)).not.toContain('half');
    expect(await names(store)).toEqual(['Anneke']);
    await store.close();
    expect(readdirSync(profilePaths(folder).snapshots)).toHaveLength(1);
  });
});

describe('a copied profile', () => {
  it('opens from its snapshot with the same key elsewhere', async () => {
    const folder = temporaryFolder();
    const store = await withPerson(folder);
    const { path } = await store.snapshot(NOW);
    await store.close();
    const elsewhere = join(temporaryFolder(), 'elders');
    mkdirSync(elsewhere);
    copyFileSync(path, profilePaths(elsewhere).database);
    copyFileSync(profilePaths(folder).key, profilePaths(elsewhere).key);
    const copy = await openStore({ folder: elsewhere, now: NOW });
    expect(await names(copy)).toEqual(['Anneke']);
    await copy.close();
  });
});
