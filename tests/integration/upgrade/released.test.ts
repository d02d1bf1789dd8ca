/** The profile of every release, as its own program left it, in the hands of this one. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkChain } from '../../../db/audit-chain.ts';
import { MIGRATIONS } from '../../../db/migrations/index.ts';
import { openStore } from '../../../db/open/open-store.ts';
import { listSnapshots } from '../../../db/snapshot.ts';
import { profilePaths } from '../../../db/open/profile-folder.ts';
import type { SqliteDatabase } from '../../../db/sqlite.ts';
import { VERSION } from '../../../electron/launch/version.ts';
import { PIN } from '../../released/make-profile.ts';
import { copyReleased, releasedProfiles, releasesIn } from '../../released/released.ts';
import { changesSince } from '../../released/changes.ts';
import { lookInto, missingRows, rowsOf } from '../../released/rows.ts';
import { openWorkstation, testClock } from '../../support/workstation.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const PROFILES = releasedProfiles();
/** A day after the evening on which the profiles were made. */
const NOW = '2026-11-22T13:00:00.000Z';

describe.each(PROFILES.map((contents) => [contents.version, contents] as const))('a profile of %s', (version, kept) => {
  const copy = (): string => {
    const folder = temporaryFolder();
    copyReleased(version, folder);
    return folder;
  };

  it('is as it was made: something in every table, most of it by commands', async () => {
    const rows = await lookInto(copy(), rowsOf);
    expect(Object.fromEntries([...rows].map(([table, of]) => [table, of.length]))).toEqual(kept.rows);
    expect(Object.entries(kept.rows).filter(([, count]) => count === 0)).toEqual([]);
    expect(kept.byHand.length).toBeLessThan(Object.keys(kept.rows).length / 5);
  });

  it('opens with every row that was in it, and with a copy of how it was', async () => {
    const folder = copy();
    const before = await lookInto(folder, rowsOf);
    const store = await openStore({ folder, now: NOW });
    expect(await checkChain(store.reader)).toMatchObject({ isWhole: true });
    await store.close();
    expect(missingRows(before, await lookInto(folder, rowsOf), changesSince(kept.schema))).toEqual([]);
    expect(listSnapshots(profilePaths(folder).snapshots)).toHaveLength(1);
  });

  it('is worked with: the list, the search, the half note of the call that was going on, and what waits', async () => {
    const workstation = await openWorkstation({ folder: copy(), clock: testClock(NOW) });
    const me = (await workstation.ask('session.people', {})).people.find(({ hasPin }) => hasPin);
    await workstation.ask('session.signIn', { personId: me?.id ?? 0, pin: PIN });
    const { donors } = await workstation.ask('donor.search', { text: 'Bos' });
    expect(donors.map(({ fullName }) => fullName)).toContainEqual(expect.stringContaining('Bos'));
    const { reader } = workstation.backend.store;
    const items = reader.selectFrom('call_item').select('notes').where('state', '=', 'open');
    expect(await items.execute()).toContainEqual({ notes: 'Een halve notitie, midden in het gesprek' });
    expect((await workstation.ask('today.get', { lane: 'caller' })).lane).toBe('caller');
    const { operations } = await workstation.ask('sync.operations', {});
    expect(operations.length).toBeGreaterThan(0);
    const waiting = reader.selectFrom('operation').select('kind').where('state', '=', 'waiting');
    expect(await waiting.execute()).toContainEqual({ kind: 'objection' });
  });

  it('has the shape that its migrations still make: what was released never changes', async () => {
    const released = await lookInto(copy(), shapeOf);
    const folder = temporaryFolder();
    const migrations = MIGRATIONS.filter(({ name }) => released.migrations.includes(name));
    expect(migrations.map(({ name }) => name)).toEqual(released.migrations);
    await (await openStore({ folder, now: NOW, migrations })).close();
    expect(await lookInto(folder, shapeOf)).toEqual(released);
  });
});

describe('a release', () => {
  const changelog = readFileSync(new URL('../../../CHANGELOG.md', import.meta.url), 'utf8');

  it('is kept as a profile by `npm run release:fixture`, from the moment that CHANGELOG.md tells of it', () => {
    const releases = releasesIn(changelog);
    expect(releases.length).toBeGreaterThan(0);
    expect(releases.filter((version) => !PROFILES.some((kept) => kept.version === version))).toEqual([]);
  });

  it('is in CHANGELOG.md when it was kept: nothing stands there that no user has', () => {
    const releases = releasesIn(changelog);
    expect(PROFILES.map(({ version }) => version).filter((version) => !releases.includes(version))).toEqual([]);
  });

  it('is never newer than this program', () => {
    const newest = Math.max(...MIGRATIONS.map(({ number }) => number));
    expect(PROFILES.filter(({ schema }) => schema > newest)).toEqual([]);
    expect(releasesIn(`## ${VERSION} (2026-11-22)\n`)).toEqual([VERSION]);
  });
});

interface Shape {
  readonly migrations: readonly string[];
  readonly objects: readonly { readonly name: string; readonly sql: string }[];
}

function shapeOf(database: SqliteDatabase): Shape {
  const migrations = database.prepare('SELECT name FROM kysely_migration ORDER BY name').all() as { name: string }[];
  const objects = database
    .prepare("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'kysely_%' ORDER BY name")
    .all() as Shape['objects'];
  return { migrations: migrations.map(({ name }) => name), objects };
}
