/** Vandaag: whom it serves, in which order, and who may be put off to the end of the evening. */
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../support/failure-of.ts';
import { holdCall, openCall } from '../../support/hold-call.ts';
import { connectedWorkstation, practiceCrm, type Workstation } from '../../support/workstation.ts';

const today = (workstation: Workstation) => workstation.ask('today.get', { lane: 'caller' });

describe('Vandaag', () => {
  it('serves the donor on top of the list, with everything for the door', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const view = await today(workstation);
    const list = await workstation.ask('list.get', { lane: 'caller' });
    expect(view.next?.donorId).toBe(list.items[0]?.donorId);
    expect(view.left).toBe(73);
    expect(view.queue.map(({ donorId }) => donorId)).toEqual(list.items.slice(1, 9).map(({ donorId }) => donorId));
    expect(view).toMatchObject({ called: 0, reached: 0, done: [], promises: [] });
    expect(view.next?.firstWords).toMatch(/^Goedemiddag, u spreekt met Koen Koppeling van Stichting Elk Kind Zwemt/);
  });

  it('has a list of its own for the director', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    expect((await workstation.ask('today.get', { lane: 'director' })).left).toBe(6);
  });

  it('puts a donor at the end of the evening', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const first = (await today(workstation)).next!.donorId;
    await workstation.ask('today.postpone', { donorId: first });
    const after = await today(workstation);
    expect(after.next?.donorId).not.toBe(first);
    expect(after.left).toBe(73);
  });

  it('puts nobody off who is not on a list of this caller, and says why', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const { store } = workstation.backend;
    const [major] = (await workstation.ask('list.get', { lane: 'director' })).items;
    const listed = (await workstation.ask('list.get', { lane: 'caller' })).items.map(({ donorId }) => donorId);
    const others = await store.reader.selectFrom('donor').select('id').where('id', 'not in', listed).execute();
    const notListed = others.find(({ id }) => id !== major!.donorId)!.id;
    const { donorId: called } = await openCall(workstation, 'NIEUW-0009');
    await holdCall(workstation, 'NIEUW-0009', { outcome: 'no-answer' });
    await store.write(({ transaction }) => transaction.updateTable('person').set({ roles: '["caller"]' }).execute());
    const postpone = (donorId: number) => failureOf(workstation.ask('today.postpone', { donorId }));
    expect(await postpone(major!.donorId)).toMatchObject({ code: 'not-allowed' });
    for (const donorId of [notListed, called]) {
      expect(await postpone(donorId)).toMatchObject({
        code: 'out-of-date',
        sentence: { nl: expect.stringMatching(/^Deze donateur staat nu niet op de lijst\. \p{Lu}/u) },
      });
    }
    expect(await store.reader.selectFrom('postponement').selectAll().execute()).toEqual([]);
  });

  it('goes on with a call that was begun', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const { callItemId, donorId } = await openCall(workstation, 'NIEUW-0009');
    expect((await today(workstation)).next?.callItemId).toBeNull();
    await workstation.ask('call.saveNotes', { callItemId, notes: 'half' });
    expect((await today(workstation)).next).toMatchObject({ donorId, callItemId });
    const again = await workstation.ask('call.open', { donorId });
    expect(again).toMatchObject({ callItemId, notes: 'half' });
  });

  it('shows what was done, and what of it was taken back', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const attemptId = await holdCall(workstation, 'NIEUW-0009', { outcome: 'no-answer' });
    expect(await today(workstation)).toMatchObject({
      called: 1,
      reached: 0,
      left: 72,
      done: [{ attemptId, outcome: 'no-answer', time: '14:00', isUndone: false }],
    });
    await workstation.ask('call.undo', { attemptId });
    expect(await today(workstation)).toMatchObject({ called: 0, left: 73, done: [{ attemptId, isUndone: true }] });
  });
});
