/**
 * A disk that is full, or that can only be read. The disk of `disk.c` fails a process of its own as a real one does:
 * first a part is written and nothing is said, then ENOSPC; or EROFS for everything that changes anything.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { startPracticeCrm } from '../../../sync/practice/server.ts';
import { compileDisk, diskEnvironment } from '../disk/compile.ts';
import { demandOnceInCrm, examine, readAcknowledged } from '../examine.ts';
import { runEvening } from '../run-evening.ts';
import { SATURDAY } from '../evening.ts';
import { Tally, type Suite } from '../suite.ts';
import { template } from './profiles.ts';

/** Nobody's work grows the files by more: three evenings with their snapshots. */
const MOST_BYTES = 2_600_000;

export const disks: Suite = {
  name: 'full and read-only disks',
  run: async ({ folder, isLong, random, say }) => {
    const tally = new Tally();
    const disk = compileDisk(folder);
    if ('leftOut' in disk) {
      tally.leaveOut(`full and read-only disks: ${disk.leftOut}`);
      return tally.result();
    }
    const rooms = Array.from({ length: isLong ? 120 : 1 }, (_, index) => {
      // Half of them in the first hundredth, where single saves fail.
      const most = index % 2 === 1 ? MOST_BYTES : MOST_BYTES / 20;
      return Math.floor(random() * most);
    });
    for (const [index, room] of rooms.entries()) {
      await tally.trial('full disk', `room for ${room} bytes`, () => fill(folder, disk.library, room));
      if (index % 20 === 19) say(`${index + 1} full disks`);
    }
    for (const isNew of isLong ? [false, true] : [false]) {
      const kind = `read-only disk, ${isNew ? 'nothing on it' : 'a profile'}`;
      await tally.trial(kind, '', () => onlyRead(folder, disk.library, isNew));
    }
    return tally.result();
  },
};

interface Line {
  readonly refused?: string;
  readonly came?: string;
}

function readLines(file: string): readonly Line[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

/** Three evenings on a disk with so much room; what is refused is done once more, when there is room again. */
async function fill(folder: string, library: string, room: number): Promise<string> {
  const home = join(folder, 'full');
  rmSync(home, { recursive: true, force: true });
  const { crm: crmFolder, pulled } = await template();
  cpSync(crmFolder, join(home, 'crm'), { recursive: true });
  cpSync(pulled, join(home, 'profile'), { recursive: true });
  const crm = await startPracticeCrm({ dataDir: join(home, 'crm'), clock: () => new Date(SATURDAY) });
  try {
    const [profile, acknowledged] = [join(home, 'profile'), join(home, 'acknowledged')];
    const input = { script: 'full', folder: profile, acknowledged, crmUrl: crm.url };
    const { code, problem } = await runEvening(input, diskEnvironment(library, profile, { room }));
    const refusals = readLines(acknowledged).flatMap(({ refused }) => refused ?? []);
    const other = refusals.filter((refused) => refused !== 'disk-full');
    if (other.length > 0) throw new Error(`refused without the sentence for it: ${other.join('; ')}`);
    if (code !== 0) throw new Error(`ended with ${code}: ${problem.slice(0, 600)}`);
    const ids = readAcknowledged(acknowledged);
    const came = await examine(profile, ids, { crmUrl: crm.url }, async (backend) => {
      await demandOnceInCrm(backend, join(home, 'crm'), ids);
      const { length } = await backend.store.reader.selectFrom('attempt').select('id').execute();
      if (length !== 6) throw new Error(`${length} calls were kept of 6`);
    });
    return refusals.length === 0 ? 'there was room enough' : `refused with a sentence, then ${came}`;
  } finally {
    await crm.stop();
  }
}

async function onlyRead(folder: string, library: string, isNew: boolean): Promise<string> {
  const home = join(folder, `read-only-${isNew}`);
  const [profile, acknowledged] = [join(home, 'profile'), join(home, 'acknowledged')];
  mkdirSync(home);
  if (!isNew) cpSync((await template()).pulled, profile, { recursive: true });
  const before = isNew ? null : statSync(join(profile, 'dankbel.db')).mtimeMs;
  const input = { script: 'start', folder: profile, acknowledged, isAlone: true };
  const { code, problem } = await runEvening(input, diskEnvironment(library, profile, { isReadOnly: true }));
  if (code !== 0) throw new Error(problem.slice(0, 600));
  const [, line] = readLines(acknowledged);
  if (line?.came !== 'not-writable') throw new Error(`said ${line?.came}`);
  if (isNew) return 'not-writable';
  if (statSync(join(profile, 'dankbel.db')).mtimeMs !== before) throw new Error('it was written to');
  await examine(profile, []);
  return 'not-writable, then opened';
}
