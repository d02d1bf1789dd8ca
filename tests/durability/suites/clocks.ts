/**
 * The clock of the machine jumps, forward and back, by hours and by years, and is right again later: what was recorded
 * meanwhile arrives, snapshots go on and stay in their order, nothing waits for a day that does not come.
 */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { profilePaths } from '../../../db/open/profile-folder.ts';
import { restoreNewestSnapshot } from '../../../db/open/restore.ts';
import { listSnapshots } from '../../../db/snapshot.ts';
import { startPracticeCrm } from '../../../sync/practice/server.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { asker, holdNextCall, openAt, SATURDAY } from '../evening.ts';
import { demandOnceInCrm, examine } from '../examine.ts';
import { Tally, type Suite } from '../suite.ts';
import { template } from './profiles.ts';

const JUMPS = {
  'three hours on': '2026-11-21T16:00:00.000Z',
  'three hours back': '2026-11-21T10:00:00.000Z',
  'a day on': '2026-11-22T13:00:00.000Z',
  'ten years on': '2036-11-21T13:00:00.000Z',
  'ten years back': '2016-11-21T13:00:00.000Z',
  'an empty battery': '1970-01-01T00:00:10.000Z',
} as const;

export const clocks: Suite = {
  name: 'clocks that jump',
  run: async ({ folder, isLong }) => {
    const tally = new Tally();
    const jumps = Object.entries(JUMPS).filter(([name]) => isLong || name === 'ten years on');
    for (const [name, jumped] of jumps) await tally.trial(name, '', () => jump(folder, jumped));
    return tally.result();
  },
};

async function jump(folder: string, jumped: string): Promise<string> {
  const home = join(folder, 'jump');
  rmSync(home, { recursive: true, force: true });
  const { crm: crmFolder, pulled } = await template();
  cpSync(crmFolder, join(home, 'crm'), { recursive: true });
  cpSync(pulled, join(home, 'profile'), { recursive: true });
  const profile = join(home, 'profile');
  const crm = await startPracticeCrm({ dataDir: join(home, 'crm'), clock: () => new Date(SATURDAY) });
  const acknowledged: string[] = [];
  let seed = 0;
  /** One session; `calls` by somebody who has no network, and one round of the sync in vain. */
  const session = async (now: string, calls: number): Promise<void> => {
    const backend = await openAt({ folder: profile, now: () => now, random: seededRandom((seed += 1)), crmUrl: null });
    const asking = asker(backend, (ids) => void acknowledged.push(...ids));
    for (let call = 0; call < calls; call += 1) await holdNextCall(asking, (seed += 1));
    await backend.sync.run(false);
    await backend.close();
  };
  try {
    await session(SATURDAY, 1);
    // Whoever is on the list by such a clock is; the work of the call before waits on.
    await session(jumped, 0);
    const during = listSnapshots(profilePaths(profile).snapshots);
    await session(SATURDAY, 1);
    await session(SATURDAY, 1);
    const after = listSnapshots(profilePaths(profile).snapshots);
    if (after.length > 10 || after.length > during.length + 1) throw new Error('a snapshot is taken at every start');
    if (after[0]?.takenAt !== SATURDAY && during[0]?.takenAt !== SATURDAY)
      throw new Error('the newest is not the newest');
    return await examine(profile, acknowledged, { crmUrl: crm.url }, async (backend) => {
      // As it runs by itself: nobody presses a button.
      const report = await backend.sync.run(false);
      if (report === null || report.failure !== null || report.waiting > 0) {
        throw new Error(`${report?.waiting} wait for another day`);
      }
      await demandOnceInCrm(backend, join(home, 'crm'), acknowledged);
      await backend.store.snapshot(SATURDAY);
      const newest = listSnapshots(profilePaths(profile).snapshots)[0]?.path;
      cpSync(profile, `${profile}-lost`, { recursive: true });
      const restored = await restoreNewestSnapshot(`${profile}-lost`, SATURDAY);
      if (restored.snapshot?.path.split('/').at(-1) !== newest?.split('/').at(-1)) {
        throw new Error('another snapshot than the newest would be put back');
      }
    });
  } finally {
    await crm.stop();
  }
}
