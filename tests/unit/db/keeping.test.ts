/** Snapshots, the outbox copy, and the one door for writing. */
import { appendFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { addDays, dayOfInstant } from '../../../domain/calendar/day.ts';
import { writeFileDurably } from '../../../db/durable-file.ts';
import { keyFile } from '../../../db/key.ts';
import { openStore } from '../../../db/open/open-store.ts';
import { profilePaths } from '../../../db/open/profile-folder.ts';
import { openOutboxCopy, type CopiedOperation } from '../../../db/outbox-copy.ts';
import { setCurrentPerson } from '../../../db/queries/people.ts';
import { listSnapshots, snapshotsToKeep, thinSnapshots, type Snapshot } from '../../../db/snapshot.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const NOW = '2026-11-21T12:00:00.000Z';

function copied(id: number): CopiedOperation {
  return {
    id: `01998d3e-0000-7000-8000-${String(id).padStart(12, '0')}`,
    donor: { crmId: id, externalId: null },
    kind: 'objection',
    body: '{}',
    recordedAt: NOW,
  };
}

describe('snapshots', () => {
  const at = (takenAt: string): Snapshot => ({ path: takenAt, takenAt, day: dayOfInstant(takenAt), number: 0 });

  it('keep 3 of today, 1 of every earlier day, 10 in all', () => {
    const today = [5, 4, 3, 2, 1].map((hour) => at(`2026-11-21T1${hour}:00:00.000Z`));
    const earlier = Array.from({ length: 12 }, (_, ago) => addDays('2026-11-20', -ago)).flatMap((day) => [
      at(`${day}T15:00:00.000Z`),
      at(`${day}T10:00:00.000Z`),
    ]);
    const kept = snapshotsToKeep([...today, ...earlier], '2026-11-21');
    expect(kept).toHaveLength(10);
    expect(kept.filter(({ day }) => day === '2026-11-21').map(({ takenAt }) => takenAt.slice(11, 13))).toEqual([
      '15',
      '14',
      '13',
    ]);
    expect(kept.filter(({ takenAt }) => takenAt.includes('T10'))).toEqual([]);
  });

  it('are taken once a day when a profile is opened, and thinned', async () => {
    const folder = temporaryFolder();
    for (const now of ['2026-11-20T12:00:00.000Z', NOW, '2026-11-21T13:00:00.000Z', '2026-11-22T12:00:00.000Z']) {
      await (await openStore({ folder, now })).close();
    }
    const { snapshots } = profilePaths(folder);
    expect(listSnapshots(snapshots).map(({ day }) => day)).toEqual(['2026-11-22', '2026-11-21']);
    writeFileSync(join(snapshots, 'iets-anders.db'), '');
    thinSnapshots(snapshots, '2026-11-22');
    expect(listSnapshots(snapshots)).toHaveLength(2);
  });
});

describe('the outbox copy', () => {
  it('gives back what was added, and nothing to another key', () => {
    const path = join(temporaryFolder(), 'outbox.copy');
    const key = randomBytes(32);
    openOutboxCopy(path, key).append([copied(1), copied(2)]);
    openOutboxCopy(path, key).append([copied(3)]);
    expect(openOutboxCopy(path, key).read()).toEqual([copied(1), copied(2), copied(3)]);
    expect(openOutboxCopy(path, randomBytes(32)).read()).toEqual([]);
    expect(readFileSync(path, 'utf8')).not.toContain('objection');
  });

  it('loses at most the last line when the power fails while it is written, wherever the file is cut', () => {
    const path = join(temporaryFolder(), 'outbox.copy');
    const key = randomBytes(32);
    const copy = openOutboxCopy(path, key);
    copy.append([copied(1), copied(2), copied(3)]);
    const whole = readFileSync(path);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length }), (cut) => {
        writeFileSync(path, whole);
        truncateSync(path, cut);
        const lines = whole.subarray(0, cut).toString().split('\n').length - 1;
        expect(copy.read().slice(0, lines)).toEqual([copied(1), copied(2), copied(3)].slice(0, lines));
      }),
    );
  });

  it('goes on after a half line, and forgets what arrived', () => {
    const path = join(temporaryFolder(), 'outbox.copy');
    const copy = openOutboxCopy(path, randomBytes(32));
    copy.append([copied(1)]);
    appendFileSync(path, 'half a line, and then the power failed');
    copy.append([copied(2)]);
    expect(copy.read()).toEqual([copied(1), copied(2)]);
    copy.keepOnly([copied(2)]);
    expect(copy.read()).toEqual([copied(2)]);
  });
});

describe('a place in the outbox copy', () => {
  it('is kept before the commit, holds nothing when the commit fails, and survives that the file is written anew', () => {
    const path = join(temporaryFolder(), 'outbox.copy');
    const copy = openOutboxCopy(path, randomBytes(32));
    const first = copy.reserve([copied(1)]);
    copy.reserve([copied(2)]);
    const third = copy.reserve([copied(3)]);
    expect(copy.read()).toEqual([]);
    third();
    expect(copy.read()).toEqual([copied(3)]);
    copy.keepOnly([copied(3)]);
    first();
    expect(copy.read()).toEqual([copied(3), copied(1)]);
  });
});

describe('a file written durably', () => {
  it('is the old one or the new one, never half', () => {
    const path = join(temporaryFolder(), 'a');
    writeFileDurably(path, 'oud');
    writeFileDurably(path, 'nieuw');
    expect(readFileSync(path, 'utf8')).toBe('nieuw');
    expect(() => writeFileDurably(join(path, 'in-een-bestand'), 'x')).toThrow('ENOTDIR');
    expect(readFileSync(path, 'utf8')).toBe('nieuw');
  });
});

describe('the key of a new profile', () => {
  it('is made once: of two who make one in the same moment the first one counts for both', async () => {
    const path = join(temporaryFolder(), 'dankbel.key');
    const [first, second] = [randomBytes(32), randomBytes(32)];
    await keyFile(path).save(first);
    await keyFile(path).save(second);
    expect(await keyFile(path).load()).toEqual(first);
  });
});

describe('the store', () => {
  it('undoes a whole write when anything in it fails, and copies nothing', async () => {
    const store = await openStore({ folder: temporaryFolder(), now: NOW });
    await expect(
      store.write(async (writer) => {
        await setCurrentPerson(writer, { crmId: 1, name: 'x', roles: [] });
        writer.copyOperation(copied(1));
        throw new Error('midden in het schrijven');
      }),
    ).rejects.toThrow('midden');
    expect(await store.reader.selectFrom('person').selectAll().execute()).toEqual([]);
    expect(store.outboxCopy.read()).toEqual([]);
    await store.close();
  });

  it('saves nothing when there is no room for it in the outbox copy', async () => {
    const folder = temporaryFolder();
    const store = await openStore({ folder, now: NOW });
    // As little room as on a full disk.
    mkdirSync(profilePaths(folder).outboxCopy);
    const save = store.write(async (writer) => {
      await setCurrentPerson(writer, { crmId: 1, name: 'x', roles: [] });
      writer.copyOperation(copied(1));
    });
    await expect(save).rejects.toThrow('EISDIR');
    expect(await store.reader.selectFrom('person').selectAll().execute()).toEqual([]);
    await store.close();
  });

  it('says that the disk is full, although SQLite has taken the transaction back by itself', async () => {
    const store = await openStore({ folder: temporaryFolder(), now: NOW });
    await sql`PRAGMA max_page_count = 1`.execute(store.reader);
    const value = JSON.stringify('x'.repeat(3_000_000));
    const save = store.write(({ transaction }) =>
      transaction.insertInto('setting').values({ key: 'test', value }).execute(),
    );
    await expect(save).rejects.toMatchObject({ code: 'disk-full' });
    await store.close();
  });

  it('runs writes one after the other, and refuses one inside another or a read beside it', async () => {
    const store = await openStore({ folder: temporaryFolder(), now: NOW });
    const order: number[] = [];
    await Promise.all(
      [1, 2, 3].map((each) =>
        store.write(async (writer) => {
          order.push(each);
          await setCurrentPerson(writer, { crmId: each, name: String(each), roles: [] });
          order.push(each);
        }),
      ),
    );
    expect(order).toEqual([1, 1, 2, 2, 3, 3]);
    await expect(store.write(async () => store.write(async () => undefined))).rejects.toThrow('inside a write');
    await expect(store.write(async () => store.reader.selectFrom('person').selectAll().execute())).rejects.toThrow(
      'through the transaction',
    );
    await store.close();
  });
});
