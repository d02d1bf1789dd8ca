/**
 * An evening in a process of its own, which is killed, recorded, or runs on a disk that fails. One word of JSON says
 * what to do; whatever was acknowledged is written down at once, one line of ids per command.
 */
import { closeSync, existsSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { restoreNewestSnapshot } from '../../../db/open/restore.ts';
import { profilePaths } from '../../../db/open/profile-folder.ts';
import { keyFile } from '../../../db/key.ts';
import { rewrapKey, wrapKey } from '../../../db/wrapped-key.ts';
import { CRASH_POINTS, ERASURE_POINTS } from '../../../db/crash-point.ts';
import { DatabaseFailure } from '../../../db/database-failure.ts';
import { startPracticeCrm } from '../../../sync/practice/server.ts';
import { CHEAP } from '../../support/workstation.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { THERE_IS_ROOM } from '../disk/compile.ts';
import { asker, holdNextCall, openAt, Refused, SATURDAY, type Asker } from '../evening.ts';

const inputSchema = z.object({
  script: z.enum(['evening', 'offline', 'first', 'restore', 'wrap', 'full', 'start', 'erase']),
  /** Of the profile. */
  folder: z.string(),
  /** Where the lines go. */
  acknowledged: z.string(),
  /** Where a CRM listens; its folder, when this process is to serve it itself. */
  crmUrl: z.string().nullable().default(null),
  crmFolder: z.string().nullable().default(null),
  /** To be killed at, and at which pass. */
  point: z
    .enum([...CRASH_POINTS, ...ERASURE_POINTS])
    .nullable()
    .default(null),
  pass: z.number().default(1),
  /** `start` waits for the other one, unless there is none. */
  isAlone: z.boolean().default(false),
  /** `start` goes on until the other one was refused. */
  holds: z.boolean().default(false),
});

const SUNDAY = '2026-11-22T13:00:00.000Z';
const MONDAY = '2026-11-23T13:00:00.000Z';

const input = inputSchema.parse(JSON.parse(process.argv[2] ?? ''));
const { folder } = input;
const lines = openSync(input.acknowledged, 'a');
const say = (line: object): void => void writeSync(lines, `${JSON.stringify(line)}\n`);
const acknowledge = (ids: readonly string[]): void => say({ ids });
const crm =
  input.crmFolder === null
    ? null
    : await startPracticeCrm({ dataDir: input.crmFolder, clock: () => new Date(SATURDAY) });
const crmUrl = crm?.url ?? input.crmUrl;

let passes = 0;
const at = (point: string): void => {
  if (point !== input.point) return;
  passes += 1;
  if (passes === input.pass) process.kill(process.pid, 'SIGKILL');
};

let seed = 0;
interface Evening {
  readonly asking: Asker;
  readonly call: () => Promise<void>;
  readonly sync: () => Promise<void>;
}

async function session(
  now: string,
  work: (evening: Evening) => Promise<void>,
  patient: Patient = (ask) => ask(),
): Promise<void> {
  const random = seededRandom((seed += 1));
  const backend = await patient(() => openAt({ folder, now: () => now, random, crmUrl, at }));
  const impatient = asker(backend, acknowledge);
  const asking: Asker = { ask: (name, question) => patient(() => impatient.ask(name, question)) };
  await work({
    asking,
    call: () => holdNextCall(asking, (seed += 1)),
    sync: async () => void (await backend.sync.run(true)),
  });
  await patient(() => backend.close());
}

/** Does something, and does it once more when it was refused. */
type Patient = <Value>(work: () => Promise<Value>) => Promise<Value>;

/** What is refused because the disk is full is simply done again, when there is room. */
const onceThereIsRoom: Patient = async (work) => {
  try {
    return await work();
  } catch (error) {
    say({ refused: error instanceof Refused || error instanceof DatabaseFailure ? error.code : String(error) });
    closeSync(openSync(join(folder, THERE_IS_ROOM), 'w'));
    return await work();
  }
};

switch (input.script) {
  case 'evening':
    await session(SATURDAY, async ({ call, sync }) => {
      await call();
      await call();
      await sync();
      await call();
      await sync();
    });
    break;
  case 'offline':
    await session(SATURDAY, async ({ call }) => {
      for (let calls = 0; calls < 3; calls += 1) await call();
    });
    break;
  case 'first':
    // From nothing: key, database, shape, and closed.
    await (await openAt({ folder, now: () => SATURDAY, random: seededRandom(), crmUrl })).close();
    say({ ids: [] });
    break;
  case 'start': {
    // Two of these begin at the same moment: as soon as somebody says so.
    say({ pid: process.pid, came: 'ready' });
    while (!input.isAlone && !existsSync(`${input.acknowledged}.go`));
    try {
      const backend = await openAt({ folder, now: () => SATURDAY, random: seededRandom(process.pid), crmUrl });
      say({ pid: process.pid, came: 'opened' });
      // As somebody who goes on working; the other one gives up after a second.
      while (input.holds && !readFileSync(input.acknowledged, 'utf8').includes('in-use'));
      await backend.store.write(async ({ transaction }) => {
        await transaction
          .insertInto('setting')
          .values({ key: `test.${process.pid}`, value: '{}' })
          .execute();
      });
      await backend.close();
      say({ pid: process.pid, came: 'saved' });
    } catch (error) {
      if (!(error instanceof DatabaseFailure)) throw error;
      say({ pid: process.pid, came: error.code });
    }
    break;
  }
  case 'restore':
    await restoreNewestSnapshot(folder, SATURDAY);
    await session(SATURDAY, ({ call }) => call());
    break;
  case 'wrap': {
    const paths = profilePaths(folder);
    const key = await keyFile(paths.key).load();
    if (key === null) throw new Error('no key');
    await wrapKey(paths, key, { passphrase: 'eerste wachtzin', recovery: 'code' }, CHEAP);
    say({ wrapped: 'eerste wachtzin' });
    await rewrapKey(paths, key, 'passphrase', 'tweede wachtzin', CHEAP);
    say({ wrapped: 'tweede wachtzin' });
    break;
  }
  case 'erase':
    await session(SATURDAY, async ({ asking, call, sync }) => {
      await call();
      await sync();
      await call();
      const { next } = await asking.ask<{ next: { donorId: number } }>('today.get', { lane: 'caller' });
      const { number } = await asking.ask<{ number: string }>('erasure.preview', next);
      await asking.ask('erasure.erase', { ...next, ground: 'asked', number });
      await sync();
    });
    break;
  case 'full':
    for (const now of [SATURDAY, SUNDAY, MONDAY]) {
      await session(
        now,
        async ({ call, sync }) => {
          await call();
          await sync();
          await call();
        },
        onceThereIsRoom,
      );
    }
    break;
}
await crm?.stop();
closeSync(lines);
writeFileSync(`${input.acknowledged}.done`, '');
process.exit(0);
