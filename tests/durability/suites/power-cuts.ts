/**
 * The power fails. A real process works on a disk that writes everything down; the log is cut before every call, and of
 * what was not forced to the disk until then everything, nothing, the names alone, or any choice of sectors is left.
 */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyFile } from '../../../db/key.ts';
import { profilePaths } from '../../../db/open/profile-folder.ts';
import { isWrapped, openWrappedKey } from '../../../db/wrapped-key.ts';
import { startPracticeCrm } from '../../../sync/practice/server.ts';
import { compileDisk, diskEnvironment } from '../disk/compile.ts';
import { CutDisk, type Cut } from '../disk/power-cut.ts';
import { readWriteLog } from '../disk/write-log.ts';
import { acknowledgedIn, demandOnceInCrm, examine } from '../examine.ts';
import { runEvening } from '../run-evening.ts';
import { SATURDAY } from '../evening.ts';
import { shareOf, Tally, type Suite, type SuiteContext } from '../suite.ts';
import { template, worked } from './profiles.ts';

interface Recording {
  readonly script: 'evening' | 'offline' | 'first' | 'restore' | 'wrap';
  /** Puts what there is to begin with below the root. @returns what was acknowledged before */
  readonly prepare: (root: string, folder: string) => Promise<readonly string[]>;
  /** Looks at what is left. @returns what came of it */
  readonly judge: (remains: Remains) => Promise<string>;
}

interface Remains {
  readonly left: string;
  readonly acknowledged: readonly string[];
  /** What the process had written down. */
  readonly said: string;
  /** Of the cuts at one place. */
  readonly isFirst: boolean;
}

const RECORDINGS: readonly Recording[] = [
  {
    script: 'evening',
    prepare: async (root) => {
      const { crm, pulled } = await template();
      cpSync(pulled, join(root, 'profile'), { recursive: true });
      cpSync(crm, join(root, 'crm'), { recursive: true });
      return [];
    },
    judge: judgeInCrm,
  },
  {
    script: 'offline',
    prepare: async (root) => {
      cpSync((await template()).pulled, join(root, 'profile'), { recursive: true });
      return [];
    },
    judge: judgeBothHomes,
  },
  {
    script: 'first',
    prepare: async () => [],
    judge: ({ left }) => examine(join(left, 'profile'), [], { isNew: true }),
  },
  {
    script: 'restore',
    prepare: async (root, folder) => {
      const { acknowledged } = await worked(join(folder, 'worked'));
      cpSync(join(folder, 'worked'), join(root, 'profile'), { recursive: true });
      writeFileSync(profilePaths(join(root, 'profile')).database, 'kapot');
      return acknowledged;
    },
    judge: ({ left, acknowledged }) => examine(join(left, 'profile'), acknowledged),
  },
  {
    script: 'wrap',
    prepare: async (root) => {
      cpSync((await template()).pulled, join(root, 'profile'), { recursive: true });
      return [];
    },
    judge: judgeKey,
  },
];

/** Cuts of a recording in the share that every run of the tests has; the others are not even recorded there. */
const SHARE = { evening: 3, offline: 4, first: 0, restore: 0, wrap: 0 } as const;
/** Random choices of sectors for each cut. */
const CHOICES = 3;

export const powerCuts: Suite = {
  name: 'power cuts',
  run: async (context) => {
    const tally = new Tally();
    const disk = compileDisk(context.folder);
    if ('leftOut' in disk) {
      tally.leaveOut(`power cuts from a recorded write log: ${disk.leftOut}`);
      return tally.result();
    }
    const asked = RECORDINGS.filter(({ script }) => context.isLong || SHARE[script] > 0);
    for (const recording of asked) await cutEverywhere(context, tally, disk.library, recording);
    return tally.result();
  },
};

async function cutEverywhere(
  { folder, isLong, random, say }: SuiteContext,
  tally: Tally,
  library: string,
  { script, prepare, judge }: Recording,
): Promise<void> {
  const root = join(folder, `recording-${script}`);
  mkdirSync(root);
  const before = await prepare(root, folder);
  const disk = new CutDisk(root);
  const [log, lines] = [join(folder, `${script}.log`), join(root, 'acknowledged')];
  const crmFolder = script === 'evening' ? join(root, 'crm') : null;
  const input = { script, folder: join(root, 'profile'), acknowledged: lines, crmFolder };
  const { code, problem } = await runEvening(input, diskEnvironment(library, root, { log }));
  if (code !== 0) throw new Error(`the ${script} that is recorded ended with ${code}: ${problem}`);
  const calls = readWriteLog(log);
  const isElsewhere = (path: string): boolean => !path.startsWith(join(root, 'profile/'));
  const places = calls.flatMap((call, index) => {
    const path = 'path' in call ? call.path : 'from' in call ? call.from : null;
    return path !== null && isElsewhere(path) && path !== join(root, 'profile') ? [] : [index];
  });
  const chosen = new Set(isLong ? places : shareOf(places, SHARE[script]));
  say(`${script}: ${calls.length} calls written down, cut at ${chosen.size}`);
  for (const [index, call] of calls.entries()) {
    if (chosen.has(index)) {
      for (const [turn, cut] of cutsAt(disk, join(root, 'profile'), isLong, random).entries()) {
        const left = join(folder, 'left');
        disk.leave(root, left, cut, isElsewhere);
        const said = disk.read(lines).toString();
        await tally.trial(`${script}: ${cut.kind} left`, `before call ${index} (${call.kind})`, () =>
          judge({ left, acknowledged: [...before, ...acknowledgedIn(said)], said, isFirst: turn === 0 }),
        );
        rmSync(left, { recursive: true, force: true });
      }
    }
    disk.apply(call);
  }
}

/** At a boundary there is nothing to choose. In the short share each cut has one choice of sectors. */
function cutsAt(disk: CutDisk, profile: string, isLong: boolean, random: () => number): readonly Cut[] {
  if (disk.isAllForced(profile)) return [{ kind: 'everything' }];
  const some = (): Cut => ({ kind: 'some', random });
  if (!isLong) return [some(), { kind: 'nothing' }];
  return [
    some(),
    { kind: 'everything' },
    { kind: 'nothing' },
    { kind: 'names' },
    ...Array.from({ length: CHOICES }, some),
  ];
}

/** The CRM is another machine, and lost nothing: everything arrives there once. For one cut of each place. */
async function judgeInCrm({ left, acknowledged, isFirst }: Remains): Promise<string> {
  if (!isFirst) return examine(join(left, 'profile'), acknowledged);
  const crmFolder = join(left, 'crm');
  rmSync(join(crmFolder, 'practice-crm.db-shm'), { force: true });
  const crm = await startPracticeCrm({ dataDir: crmFolder, clock: () => new Date(SATURDAY) });
  try {
    return await examine(join(left, 'profile'), acknowledged, { crmUrl: crm.url }, (backend) =>
      demandOnceInCrm(backend, crmFolder, acknowledged),
    );
  } finally {
    await crm.stop();
  }
}

/** What was not sent has two homes, and each of them holds all of it when the other one is lost in the same moment. */
async function judgeBothHomes({ left, acknowledged }: Remains): Promise<string> {
  const [profile, without] = [join(left, 'profile'), join(left, 'without')];
  cpSync(profile, without, { recursive: true });
  rmSync(profilePaths(without).outboxCopy, { force: true });
  const came = await examine(without, acknowledged);
  if (came !== 'opened') throw new Error(`without the outbox copy: ${came}`);
  writeFileSync(profilePaths(profile).database, 'kapot');
  await examine(profile, acknowledged);
  return 'opened, by each of the two homes alone';
}

/** The key opens: by its file, or by a passphrase that was given. */
async function judgeKey({ left, said }: Remains): Promise<string> {
  const paths = profilePaths(join(left, 'profile'));
  if (!isWrapped(paths)) {
    if (said !== '') throw new Error('the passphrase is gone');
    if ((await keyFile(paths.key).load()) === null) throw new Error('the key is gone');
    return 'the key in its file';
  }
  const times = said.split('\n').filter((line) => line !== '').length;
  const passphrases = ['eerste wachtzin', 'tweede wachtzin'].slice(Math.max(0, times - 1));
  for (const passphrase of passphrases) {
    const key = await openWrappedKey(paths, 'passphrase', passphrase);
    if (key === null) continue;
    key.fill(0);
    return 'the key by its passphrase';
  }
  throw new Error('no passphrase opens it');
}
