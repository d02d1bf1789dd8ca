/** What is taken back reaches whatever may have arrived, and only that: not what somebody else recorded. */
import { describe, expect, it } from 'vitest';
import type { PracticeCrm } from '../../../sync/practice/server.ts';
import { holdCall, openCall } from '../../support/hold-call.ts';
import { askCrm, connectedWorkstation, donorIdOf, practiceCrm, testClock } from '../../support/workstation.ts';

const DONOR = 'NIEUW-0009';
const CONTACT = 2016;

async function flagOf(crm: PracticeCrm): Promise<unknown> {
  const where = [['id', '=', CONTACT]];
  const [contact] = await askCrm(crm, 'Contact', 'get', { select: ['do_not_phone'], where });
  return contact?.['do_not_phone'];
}

async function callStatuses(crm: PracticeCrm): Promise<readonly unknown[]> {
  const found = await askCrm(crm, 'Activity', 'get', {
    select: ['status_id:name'],
    where: [
      ['target_contact_id', '=', CONTACT],
      ['activity_type_id:name', '=', 'Phone Call'],
    ],
    orderBy: { id: 'ASC' },
  });
  return found.map((activity) => activity['status_id:name']);
}

/** Two workstations on whose screens the same donor objects, without either knowing of the other. */
async function twoObjections(crm: PracticeCrm) {
  const clock = testClock();
  const [first, second] = [await connectedWorkstation(crm, { clock }), await connectedWorkstation(crm, { clock })];
  crm.faults.set('dropBefore', 'always');
  const calls = [await openCall(first, DONOR), await openCall(second, DONOR)] as const;
  for (const [index, workstation] of [first, second].entries()) {
    await workstation.ask('call.answerObjection', { callItemId: calls[index]!.callItemId, answer: 'used' });
  }
  crm.faults.clear();
  await first.sync();
  await second.sync();
  const takeBack = async (index: 0 | 1): Promise<void> => {
    const workstation = [first, second][index]!;
    await workstation.ask('call.answerObjection', { callItemId: calls[index].callItemId, answer: 'not-offered' });
    await workstation.sync();
  };
  return { first, second, takeBack };
}

describe.each(['6.17', '5.77'] as const)('an objection that two workstations recorded, on CiviCRM %s', (version) => {
  it('stands when one of them takes its own back, whichever it is, and goes with the last', async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ] as const) {
      const crm = await practiceCrm({ version });
      const { first, second, takeBack } = await twoObjections(crm);
      expect(await flagOf(crm)).toBe(true);
      await takeBack(order[0]);
      expect(await flagOf(crm)).toBe(true);
      for (const workstation of [first, second]) {
        await workstation.sync();
        const explanation = await workstation.ask('list.explain', { donor: { externalId: DONOR } });
        expect(explanation.suppressions).toContain('objection');
      }
      await takeBack(order[1]);
      expect(await flagOf(crm)).toBe(false);
    }
  });
});

describe('an objection that two workstations recorded', () => {
  it('does not stand against consent that the donor gave since', async () => {
    const crm = await practiceCrm();
    const { first } = await twoObjections(crm);
    const person = { roles: ['caller', 'coordinator'] };
    await first.backend.store.write(async ({ transaction }) => {
      await transaction
        .updateTable('person')
        .set({ roles: JSON.stringify(person.roles) })
        .execute();
    });
    const donorId = await donorIdOf(first, DONOR);
    const consent = { day: '2026-11-21', words: 'bel mij gerust weer', source: 'telefoon' } as const;
    await first.ask('donor.recordConsent', { ...consent, donorId });
    await first.sync();
    expect(await flagOf(crm)).toBe(false);
  });

  it('leaves a mark in the CRM that is no call', async () => {
    const crm = await practiceCrm();
    const { first } = await twoObjections(crm);
    await first.sync();
    const moments = await first.backend.store.reader
      .selectFrom('moment')
      .select('subject')
      .where('donor_id', '=', await donorIdOf(first, DONOR))
      .where('subject', 'like', '%Verzet%')
      .execute();
    expect(moments).toEqual([]);
    expect(await callStatuses(crm)).toContain('Cancelled');
  });
});

describe('a call that the CRM refused', () => {
  it('and has all the same is reached by its undo', async () => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm);
    const attemptId = await holdCall(workstation, DONOR, { outcome: 'no-answer' });
    crm.faults.set('dropAfter', ({ entity, action }) => entity === 'Activity' && action === 'update');
    await workstation.sync();
    expect(await callStatuses(crm)).toEqual(['Unreachable']);
    crm.faults.clear();
    crm.faults.set('refuse', ({ entity, action }) => entity === 'Activity' && action === 'get');
    for (let round = 0; round < 8; round += 1) await workstation.sync();
    expect((await workstation.ask('sync.operations', {})).operations).toMatchObject([{ state: 'rejected' }]);
    crm.faults.clear();
    await workstation.ask('call.undo', { attemptId });
    expect(await workstation.sync()).toMatchObject({ waiting: 0, rejected: 0, failure: null });
    expect(await callStatuses(crm)).toEqual(['Cancelled']);
    expect((await workstation.ask('sync.operations', {})).operations).toEqual([]);
  });

  it('because its donor is gone needs nothing more when it is taken back', async () => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm);
    const attemptId = await holdCall(workstation, DONOR, { outcome: 'no-answer' });
    await askCrm(crm, 'Contact', 'delete', { where: [['id', '=', CONTACT]] });
    expect(await workstation.sync()).toMatchObject({ rejected: 1 });
    await workstation.ask('call.undo', { attemptId });
    expect(await workstation.sync()).toMatchObject({ waiting: 0, rejected: 0 });
    expect((await workstation.ask('sync.operations', {})).operations).toEqual([]);
  });
});
