/** Files that were cut short, that are missing, or that belong to something else. */
import { copyFileSync, cpSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { profilePaths, type ProfilePaths } from '../../../db/open/profile-folder.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { openAt, SATURDAY } from '../evening.ts';
import { PAGE_BYTES } from '../disk/page-classes.ts';
import type { Suite } from '../suite.ts';
import { cutShort, makeBases, newestSnapshot, tryAll, type Bases, type Damage } from './damage.ts';

const FRAME_BYTES = 24 + PAGE_BYTES;

export const cuts: Suite = {
  name: 'cut short, missing, of another',
  run: async (context) => {
    const bases = await makeBases(context.folder);
    const foreign = await foreignLog(context.folder);
    const long = [...lengths(bases), ...missing(), ...others(foreign)];
    // In the short share one length of each file, and everything that is missing or of another.
    const seen = new Set<string>();
    const short = long.filter(({ kind }) => !seen.has(kind) && seen.add(kind) !== undefined);
    return tryAll(context, bases, context.isLong ? long : short);
  },
};

/** Every class of length: nothing, part of a header, a header, part of a page, whole pages, all but a byte, and more. */
function lengths(bases: Bases): readonly Damage[] {
  const of = (
    kind: string,
    to: Damage['to'],
    pathOf: (paths: ProfilePaths) => string,
    unit: number,
    head: number,
  ): readonly Damage[] => {
    const { size } = statSync(pathOf(profilePaths(bases[to].folder)));
    const half = Math.floor(size / 2);
    const all = [0, 1, 16, head - 1, head, head + 1, 512, head + unit - 1, head + unit, head + unit + 1, half];
    const long = [...all, half - (half % unit), size - unit, size - 513, size - 512, size - 1];
    const fit = [...new Set(long)].filter((length) => length >= 0 && length < size);
    const damages = fit.map((length): Damage => {
      return { kind, words: `${length} of ${size} bytes`, to, damage: (paths) => cutShort(pathOf(paths), length) };
    });
    const longer: Damage = {
      kind: `${kind}, with something after its end`,
      words: '',
      to,
      damage: (paths) => writeFileSync(pathOf(paths), Buffer.alloc(777, 7), { flag: 'a' }),
    };
    return [...damages, longer];
  };
  return [
    ...of('database', 'closed', ({ database }) => database, PAGE_BYTES, 100),
    ...of('database beside its log', 'worked', ({ database }) => database, PAGE_BYTES, 100),
    ...of('log', 'worked', ({ database }) => `${database}-wal`, FRAME_BYTES, 32),
    ...of('outbox copy', 'worked', ({ outboxCopy }) => outboxCopy, 300, 28),
    ...of('newest snapshot', 'worked', newestSnapshot, PAGE_BYTES, 100),
    ...of('key', 'closed', ({ key }) => key, 16, 16),
    ...of('fingerprint of the key', 'closed', ({ identity }) => identity, 8, 16),
    ...of('note of a good end', 'closed', ({ closedWell }) => closedWell, 8, 16),
  ];
}

function missing(): readonly Damage[] {
  const without = (what: string, to: Damage['to'], pathOf: (paths: ProfilePaths) => string): Damage => ({
    kind: `without ${what}`,
    words: '',
    to,
    damage: (paths) => rmSync(pathOf(paths), { recursive: true }),
  });
  return [
    without('the log', 'worked', ({ database }) => `${database}-wal`),
    without('the database, its log is there', 'worked', ({ database }) => database),
    without('the database', 'closed', ({ database }) => database),
    without('the outbox copy', 'worked', ({ outboxCopy }) => outboxCopy),
    without('snapshots', 'worked', ({ snapshots }) => snapshots),
    without('the fingerprint of the key', 'closed', ({ identity }) => identity),
    without('the key', 'closed', ({ key }) => key),
    {
      kind: 'without the database and all snapshots',
      words: '',
      to: 'closed',
      damage: ({ database, snapshots }) => {
        rmSync(database);
        rmSync(snapshots, { recursive: true });
      },
    },
  ];
}

function others(foreign: string): readonly Damage[] {
  return [
    {
      kind: 'the log of another database',
      words: '',
      to: 'worked',
      damage: ({ database }) => copyFileSync(foreign, `${database}-wal`),
    },
    {
      kind: 'the log of another database beside one that was closed',
      words: '',
      to: 'closed',
      damage: ({ database }) => copyFileSync(foreign, `${database}-wal`),
    },
    {
      kind: 'a snapshot put back by hand beside the old log',
      words: '',
      to: 'worked',
      damage: (paths) => copyFileSync(newestSnapshot(paths), paths.database),
    },
    {
      kind: 'something else in the place of the database',
      words: '',
      to: 'closed',
      damage: ({ database }) => writeFileSync(database, '<html>geen database</html>'.repeat(500)),
    },
  ];
}

/** A write-ahead log of a workstation with a key of its own, with a few changes in it. */
async function foreignLog(folder: string): Promise<string> {
  const other = join(folder, 'another');
  const backend = await openAt({ folder: other, now: () => SATURDAY, random: seededRandom(9), crmUrl: null });
  cpSync(other, `${other}-copy`, { recursive: true });
  await backend.close();
  return `${profilePaths(`${other}-copy`).database}-wal`;
}
