/** kill -9 at every place that has a name (db/crash-point.ts), at every pass of it, in a process of its own. */
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CRASH_POINTS, ERASURE_POINTS } from '../../../db/crash-point.ts';
import { startPracticeCrm } from '../../../sync/practice/server.ts';
import { demandOnceInCrm, examine, readAcknowledged } from '../examine.ts';
import { runEvening } from '../run-evening.ts';
import { SATURDAY } from '../evening.ts';
import { shareOf, Tally, type Suite } from '../suite.ts';
import { template } from './profiles.ts';

/** `tests/integration/sync/crash-points.test.ts` ends a process at all of them, without a process of its own. */
const SHARE = 1;
const ALL_POINTS = [...CRASH_POINTS, ...ERASURE_POINTS];
const OF_ERASURE: ReadonlySet<string> = new Set(ERASURE_POINTS);
/** The evening ended before it was to be killed. */
const NEVER = 'went on to its end';
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export const kills: Suite = {
  name: 'kills',
  run: async ({ folder, isLong, say }) => {
    const tally = new Tally();
    const named = placesInTheCode();
    const forgotten = ALL_POINTS.filter((point) => !named.has(point));
    if (forgotten.length > 0) tally.fail(`nothing in the code calls ${forgotten.join(', ')}`);
    for (const point of isLong ? ALL_POINTS : shareOf(ALL_POINTS, SHARE)) {
      let killed = 0;
      for (;;) {
        const pass = killed + 1;
        const came = await tally.trial(point, `pass ${pass}`, () => evening(folder, point, pass));
        if (came === null || came === NEVER) break;
        killed += 1;
        if (!isLong) break;
      }
      if (killed === 0) tally.fail(`${point} was never come by`);
      say(`${point}: killed ${killed} times`);
    }
    return tally.result();
  },
};

/** @returns what came of it */
async function evening(folder: string, point: string, pass: number): Promise<string> {
  const home = join(folder, 'killed');
  rmSync(home, { recursive: true, force: true });
  const { crm: crmFolder, pulled } = await template();
  cpSync(crmFolder, join(home, 'crm'), { recursive: true });
  cpSync(pulled, join(home, 'profile'), { recursive: true });
  const crm = await startPracticeCrm({ dataDir: join(home, 'crm'), clock: () => new Date(SATURDAY) });
  try {
    const [profile, acknowledged] = [join(home, 'profile'), join(home, 'acknowledged')];
    const script = OF_ERASURE.has(point) ? 'erase' : 'evening';
    const input = { script, folder: profile, acknowledged, crmUrl: crm.url, point, pass };
    const { code, signal, problem } = await runEvening(input);
    if (signal !== 'SIGKILL' && code !== 0) throw new Error(problem);
    const ids = readAcknowledged(acknowledged);
    const came = await examine(profile, ids, { crmUrl: crm.url }, (backend) =>
      demandOnceInCrm(backend, join(home, 'crm'), ids),
    );
    return signal === 'SIGKILL' ? came : NEVER;
  } finally {
    await crm.stop();
  }
}

/** Names that the program itself passes to its hook. */
function placesInTheCode(): ReadonlySet<string> {
  const names = ['db', 'sync', 'electron'].flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => [...readFileSync(join(ROOT, room, file), 'utf8').matchAll(/\bat(?:\?\.)?\(\s*'([a-z-]+)'/g)]),
  );
  return new Set(names.map(([, name = '']) => name));
}
