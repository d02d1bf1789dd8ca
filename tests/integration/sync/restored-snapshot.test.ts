/** What a snapshot still holds for waiting may have reached the CRM since: it is asked about before it is sent again. */
import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { profilePaths } from '../../../db/open/profile-folder.ts';
import { restoreNewestSnapshot } from '../../../db/open/restore.ts';
import type { PracticeCrm } from '../../../sync/practice/server.ts';
import { holdCall } from '../../support/hold-call.ts';
import { askCrm, connectedWorkstation, openWorkstation, practiceCrm } from '../../support/workstation.ts';

const inCrm = (crm: PracticeCrm): Promise<unknown> =>
  askCrm(crm, 'Activity', 'get', {
    select: ['subject', 'status_id:name', 'target_contact_id'],
    where: [['activity_type_id:name', '=', 'Phone Call']],
    orderBy: { id: 'ASC' },
  });

describe('a snapshot from before a push', () => {
  it.each(['by doctor', 'by hand'])('put back %s sends nothing a second time', async (how) => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm);
    for (const donor of ['NIEUW-0009', 'NIEUW-0010', 'NIEUW-0011']) {
      await holdCall(workstation, donor, { outcome: 'conversation', objectionAnswer: 'used' });
    }
    const { path } = await workstation.backend.store.snapshot('2026-11-21T14:00:00.000Z');
    expect(await workstation.sync()).toMatchObject({ waiting: 0, failure: null });
    expect(workstation.backend.store.outboxCopy.read()).toEqual([]);
    const before = await inCrm(crm);
    const { folder, clock } = workstation;
    await workstation.close();

    if (how === 'by doctor') await restoreNewestSnapshot(folder, clock.now());
    else {
      rmSync(`${profilePaths(folder).database}-wal`, { force: true });
      copyFileSync(path, profilePaths(folder).database);
    }
    const restored = await openWorkstation({ folder, clock });
    expect((await restored.ask('sync.status', {})).waiting).toBeGreaterThanOrEqual(6);
    expect(await restored.sync()).toMatchObject({ waiting: 0, conflicts: 0, rejected: 0, failure: null });
    expect(await inCrm(crm)).toEqual(before);
  });
});

describe('an outbox copy that lacks what the database has', () => {
  it('is brought back in step at the next start', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    await holdCall(workstation, 'NIEUW-0009', { outcome: 'conversation', objectionAnswer: 'used' });
    const { folder, clock } = workstation;
    const before = workstation.backend.store.outboxCopy.read();
    expect(before.length).toBeGreaterThan(1);
    await workstation.close();
    // Killed between the commit and the copy, or a worn disk.
    writeFileSync(profilePaths(folder).outboxCopy, 'onleesbaar');
    const again = await openWorkstation({ folder, clock });
    expect(again.backend.store.outboxCopy.read()).toEqual(before);
  });
});
