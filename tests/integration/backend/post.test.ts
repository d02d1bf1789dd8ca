/** Cards and letters: due, sent, in the CRM once, taken back, and not due on another workstation. */
import { describe, expect, it } from 'vitest';
import { FailureError } from '../../../contract/client.ts';
import { setCurrentPerson } from '../../../db/queries/people.ts';
import type { Role } from '../../../domain/role.ts';
import type { PracticeCrm } from '../../../sync/practice/server.ts';
import {
  askCrm,
  connectedWorkstation,
  mergeContacts,
  practiceCrm,
  type Workstation,
} from '../../support/workstation.ts';

async function workAs(workstation: Workstation, roles: readonly Role[]): Promise<void> {
  await workstation.backend.store.write((writer) => setCurrentPerson(writer, { crmId: 901, name: 'Corrie', roles }));
}

async function coordinated(crm: PracticeCrm): Promise<Workstation> {
  const workstation = await connectedWorkstation(crm);
  await workAs(workstation, ['coordinator']);
  return workstation;
}

const letters = (crm: PracticeCrm, contactId: number | null) =>
  askCrm(crm, 'Activity', 'get', {
    select: ['subject', 'status_id:name', 'activity_date_time', 'target_contact_id'],
    where: [
      ['activity_type_id:name', '=', 'Print PDF Letter'],
      ['target_contact_id', '=', contactId],
    ],
    orderBy: { id: 'ASC' },
  });

async function crmIdOf({ backend }: Workstation, donorId: number): Promise<number> {
  const row = await backend.store.reader
    .selectFrom('donor')
    .select('crm_id')
    .where('id', '=', donorId)
    .executeTakeFirstOrThrow();
  return row.crm_id ?? 0;
}

describe('post', () => {
  it('is sent once, becomes a moment in the CRM, is due nowhere else, and is taken back', async () => {
    const crm = await practiceCrm();
    const workstation = await coordinated(crm);
    const before = await workstation.ask('post.list', {});
    expect(before.due.length).toBeGreaterThan(1);
    expect(before.sent).toEqual([]);
    const [first, second] = before.due;
    if (first === undefined || second === undefined) throw new Error('nothing is due');
    expect(first.envelope.length).toBeGreaterThanOrEqual(3);
    expect(first.envelope.at(-1)).toMatch(/^\d{4} [A-Z]{2} {2}[^a-z]+$/);

    const donorIds = [first.donorId, second.donorId, 999_999];
    const sent = await workstation.ask('post.send', { donorIds });
    expect(sent).toMatchObject({ leftOut: 1 });
    // A second window, or a second press of the key: not twice.
    expect(await workstation.ask('post.send', { donorIds })).toEqual({ operationIds: [], leftOut: 3 });
    expect(await workstation.sync()).toMatchObject({ pushed: 2, waiting: 0, rejected: 0 });
    const contactId = await crmIdOf(workstation, first.donorId);
    const what = first.kind === 'card' ? 'Bedankkaart [Dankbel-moment card' : 'Bedankbrief [Dankbel-moment letter';
    expect(await letters(crm, contactId)).toMatchObject([
      {
        subject: `${what} ${sent.operationIds[0]}]`,
        'status_id:name': 'Completed',
        activity_date_time: '2026-11-21 14:00:00',
        target_contact_id: [contactId],
      },
    ]);

    const other = await coordinated(crm);
    const elsewhere = await other.ask('post.list', {});
    const ids = new Set(await Promise.all(elsewhere.due.map(({ donorId }) => crmIdOf(other, donorId))));
    expect(ids.has(contactId)).toBe(false);
    expect(elsewhere.due).toHaveLength(before.due.length - 2);

    expect(await workstation.ask('post.undo', { operationIds: sent.operationIds })).toEqual({ undone: 2 });
    expect(await workstation.ask('post.undo', { operationIds: sent.operationIds })).toEqual({ undone: 0 });
    await workstation.sync();
    expect((await letters(crm, contactId)).map((letter) => letter['status_id:name'])).toEqual(['Cancelled']);
    const after = await workstation.ask('post.list', {});
    expect(after.due).toEqual(before.due);
    expect(after.sent.map(({ isUndone }) => isUndone)).toEqual([true, true]);
    await other.sync();
    expect((await other.ask('post.list', {})).due).toHaveLength(before.due.length);
  });

  it('that was never sent to the CRM is simply not sent', async () => {
    const crm = await practiceCrm();
    const workstation = await coordinated(crm);
    const [first] = (await workstation.ask('post.list', {})).due;
    if (first === undefined) throw new Error('nothing is due');
    const { operationIds } = await workstation.ask('post.send', { donorIds: [first.donorId] });
    await workstation.ask('post.undo', { operationIds });
    await workstation.sync();
    expect(await letters(crm, await crmIdOf(workstation, first.donorId))).toEqual([]);
  });

  it('arrives once although the CRM wrote it and then answered with an error', async () => {
    const crm = await practiceCrm();
    const workstation = await coordinated(crm);
    const [first] = (await workstation.ask('post.list', {})).due;
    if (first === undefined) throw new Error('nothing is due');
    const { operationIds } = await workstation.ask('post.send', { donorIds: [first.donorId] });
    const { store } = workstation.backend;
    const contactId = await crmIdOf(workstation, first.donorId);
    // As after a crash between the writing and the answer: it is there, and nobody noted it.
    await askCrm(crm, 'Activity', 'create', {
      values: {
        'activity_type_id:name': 'Print PDF Letter',
        'status_id:name': 'Completed',
        source_contact_id: 'user_contact_id',
        target_contact_id: [contactId],
        subject: `Bedankbrief [Dankbel-moment letter ${operationIds[0]}]`,
      },
    });
    await store.write(({ transaction }) => transaction.updateTable('operation').set({ tries: 1 }).execute());
    expect(await workstation.sync()).toMatchObject({ pushed: 1 });
    expect(await letters(crm, contactId)).toHaveLength(1);
  });

  it('goes to the winner of a merge', async () => {
    const crm = await practiceCrm();
    const workstation = await coordinated(crm);
    const [loser, winner] = (await workstation.ask('post.list', {})).due;
    if (loser === undefined || winner === undefined) throw new Error('nothing is due');
    const [loserId, winnerId] = [await crmIdOf(workstation, loser.donorId), await crmIdOf(workstation, winner.donorId)];
    await workstation.ask('post.send', { donorIds: [loser.donorId] });
    await mergeContacts(crm, { loser: loserId, winner: winnerId });
    await workstation.sync();
    await workstation.sync();
    expect((await letters(crm, winnerId)).map((letter) => letter['status_id:name'])).toEqual(['Completed']);
    expect((await workstation.ask('post.list', {})).due.map(({ donorId }) => donorId)).not.toContain(winner.donorId);
  });

  it('is a coordinator’s', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    for (const roles of [['caller', 'director'], ['verifier']] as const) {
      await workAs(workstation, roles);
      for (const asked of [
        workstation.ask('post.list', {}),
        workstation.ask('post.send', { donorIds: [1] }),
        workstation.ask('post.undo', { operationIds: [] }),
      ]) {
        await expect(asked).rejects.toThrow(FailureError);
      }
    }
  });
});
