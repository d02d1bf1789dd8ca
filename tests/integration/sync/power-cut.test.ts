/** A power cut takes along what was not forced to the disk: whatever it was, everything arrives once. */
import { cpSync } from 'node:fs';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Operation } from '../../../db/queries/operations.ts';
import type { Store } from '../../../db/store.ts';
import { createCiviCrmConnector } from '../../../sync/crm/civicrm/connector.ts';
import { pushAll } from '../../../sync/push.ts';
import { askCrm, connectedWorkstation, openWorkstation, practiceCrm } from '../../support/workstation.ts';
import { holdCall } from '../../support/hold-call.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const states = (store: Store): Promise<Pick<Operation, 'state'>[]> =>
  store.reader.selectFrom('operation').select('state').orderBy('sequence').execute();

describe('a power cut', () => {
  it('while operations are sent: none of them is lost, and none is sent twice', async () => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm);
    for (const donor of ['NIEUW-0009', 'NIEUW-0010', 'NIEUW-0011']) {
      await holdCall(workstation, donor, { outcome: 'conversation', objectionAnswer: 'used' });
    }
    const { store } = workstation.backend;
    const afterThePowerCut = temporaryFolder();
    let copies = 0;
    await pushAll({
      store,
      connector: createCiviCrmConnector({ address: crm.url, apiKey: crm.apiKey }),
      now: workstation.clock.now,
      random: () => 0,
      shouldStop: () => false,
      isUrgent: true,
      at: (point) => {
        if (point !== 'sending-begun') return;
        // What the disk surely holds; all that is written after this may be gone.
        cpSync(workstation.folder, afterThePowerCut, { recursive: true });
        copies += 1;
      },
    });
    expect(copies).toBe(1);
    const sent = await states(store);
    expect(sent.map(({ state }) => state)).toEqual(sent.map(() => 'applied'));
    const before = await inCrm();
    await workstation.close();

    const restarted = await openWorkstation({ folder: afterThePowerCut, clock: workstation.clock });
    expect((await states(restarted.backend.store)).map(({ state }) => state)).toEqual(sent.map(() => 'waiting'));
    expect(await restarted.sync()).toMatchObject({ waiting: 0, conflicts: 0, rejected: 0, failure: null });
    expect(await inCrm()).toEqual(before);

    async function inCrm(): Promise<unknown> {
      return askCrm(crm, 'Activity', 'get', {
        select: ['subject', 'status_id:name', 'target_contact_id'],
        where: [['activity_type_id:name', '=', 'Phone Call']],
        orderBy: { id: 'ASC' },
      });
    }
  });
});

describe('a write that need not be forced', () => {
  it('leaves the next ones forced, also when it fails', async () => {
    const { backend } = await openWorkstation();
    const { store } = backend;
    const synchronous = async (): Promise<unknown> =>
      (await sql<{ synchronous: number }>`PRAGMA synchronous`.execute(store.reader)).rows[0]?.synchronous;
    await store.writeSoon(async () => undefined);
    expect(await synchronous()).toBe(2);
    await expect(store.writeSoon(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await synchronous()).toBe(2);
  });

  it('cannot record an operation', async () => {
    const { backend } = await openWorkstation();
    const copied = {
      id: '01990000-0000-7000-8000-000000000001',
      donor: { crmId: 1, externalId: null },
      kind: 'objection',
      body: '{}',
      recordedAt: '2026-11-21T13:00:00.000Z',
    };
    const recording = backend.store.writeSoon(async (writer) => writer.copyOperation(copied));
    await expect(recording).rejects.toThrow(/forced/);
  });
});
