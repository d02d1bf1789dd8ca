/** A bit turns: in every class of page, in the write-ahead log, the outbox copy, snapshots and the small files. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { profilePaths, type ProfilePaths } from '../../../db/open/profile-folder.ts';
import { PAGE_BYTES, pagesByClass } from '../disk/page-classes.ts';
import { shareOf, type Suite } from '../suite.ts';
import { flipBit, makeBases, newestSnapshot, tryAll, type Bases, type Damage } from './damage.ts';

const HEADER_BYTES = 100;
const WAL_HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;

export const flips: Suite = {
  name: 'flipped bits',
  run: async (context) => {
    const { isLong, folder, random } = context;
    const bases = await makeBases(folder);
    const all = [
      ...(await flipsOfPages(bases, isLong ? 12 : 1, random)),
      ...flipsOfLog(bases, isLong ? 40 : 2, random),
      ...flipsOfFiles(bases, isLong ? 40 : 1, random),
    ];
    return tryAll(context, bases, all);
  },
};

const below = (random: () => number, limit: number): number => Math.floor(random() * limit);

async function flipsOfPages(bases: Bases, each: number, random: () => number): Promise<readonly Damage[]> {
  const { database } = profilePaths(bases.closed.folder);
  const classes = await pagesByClass(database, bases.keyOf('closed'));
  const header = Array.from({ length: each * 4 }, () => flip('header', below(random, HEADER_BYTES * 8)));
  const rest = [...classes].flatMap(([name, pages]) => {
    if (pages.length === 0) throw new Error(`this database has no page of the class "${name}"`);
    return shareOf(pages, each * 2).map((page) => {
      // The first page begins with the header.
      const first = page === 1 ? HEADER_BYTES : 0;
      const place = (page - 1) * PAGE_BYTES + first + below(random, PAGE_BYTES - first);
      return flip(name, place * 8 + below(random, 8));
    });
  });
  return [...header, ...rest];
}

function flip(name: string, bit: number): Damage {
  const damage = ({ database }: ProfilePaths): void => flipBit(database, bit);
  return { kind: `database, ${name}`, words: `bit ${bit}`, to: 'closed', damage };
}

function flipsOfLog(bases: Bases, each: number, random: () => number): readonly Damage[] {
  const log = `${profilePaths(bases.worked.folder).database}-wal`;
  const frameBytes = FRAME_HEADER_BYTES + PAGE_BYTES;
  const frames = Math.floor((statSync(log).size - WAL_HEADER_BYTES) / frameBytes);
  const flipAt = (kind: string, byte: number): Damage => {
    const bit = byte * 8 + below(random, 8);
    const damage = ({ database }: ProfilePaths): void => flipBit(`${database}-wal`, bit);
    return { kind, words: `bit ${bit} of ${frames} frames`, to: 'worked', damage };
  };
  const frame = (): number => WAL_HEADER_BYTES + below(random, frames) * frameBytes;
  return Array.from({ length: each }, () => [
    flipAt('log, header', below(random, WAL_HEADER_BYTES)),
    flipAt('log, header of a frame', frame() + below(random, FRAME_HEADER_BYTES)),
    flipAt('log, body of a frame', frame() + FRAME_HEADER_BYTES + below(random, PAGE_BYTES)),
  ]).flat();
}

function flipsOfFiles(bases: Bases, each: number, random: () => number): readonly Damage[] {
  const anywhere = (kind: string, to: Damage['to'], pathOf: (paths: ProfilePaths) => string): readonly Damage[] => {
    const { size } = statSync(pathOf(profilePaths(bases[to].folder)));
    return Array.from({ length: each }, () => {
      const bit = below(random, size * 8);
      return { kind, words: `bit ${bit}`, to, damage: (paths) => flipBit(pathOf(paths), bit) };
    });
  };
  if (existsSync(`${profilePaths(bases.worked.folder).database}-shm`)) {
    throw new Error('a database that is held alone has its index of the log in the memory');
  }
  return [
    ...anywhere('outbox copy', 'worked', ({ outboxCopy }) => outboxCopy),
    ...anywhere('snapshot, newest', 'worked', newestSnapshot),
    // The database is gone as well: the snapshot before this one is taken.
    ...anywhere('snapshot, newest, and the database is damaged', 'closed', newestSnapshot).map((one) => ({
      ...one,
      damage: (paths: ProfilePaths) => {
        one.damage(paths);
        writeFileSync(paths.database, 'kapot');
      },
    })),
    ...anywhere('key', 'closed', ({ key }) => key),
    ...anywhere('fingerprint of the key', 'closed', ({ identity }) => identity),
    ...anywhere('note of a good end', 'closed', ({ closedWell }) => closedWell),
    ...anywhere('what is left behind', 'closed', ({ leftBehind }) => leftBehind),
    // There is no -shm; whatever lies there is not believed.
    ...Array.from({ length: each }, (): Damage => {
      const garbage = readFileSync(profilePaths(bases.closed.folder).database).subarray(0, 32_768);
      const damage = ({ database }: ProfilePaths): void => writeFileSync(`${database}-shm`, garbage);
      return { kind: 'an index of the log that is not ours (-shm)', words: '', to: 'worked', damage };
    }),
  ];
}
