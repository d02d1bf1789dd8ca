/** What waits meets what is pulled: a conflict as soon as the pull sees it, and none where nobody is in doubt. */
import { describe, expect, it } from 'vitest';
import type { OutputOf } from '../../../contract/index.ts';
import { EVERYBODY, pullAll } from '../../../sync/pull.ts';
import { createCiviCrmConnector } from '../../../sync/crm/civicrm/connector.ts';
import type { PracticeCrm } from '../../../sync/practice/server.ts';
import { detailKey, openCall } from '../../support/hold-call.ts';
import { askCrm, connectedWorkstation, practiceCrm, type Workstation } from '../../support/workstation.ts';

/** Later than the captured data, so that what changes in the CRM is pulled. */
const AHEAD = { clock: () => new Date('2026-11-22T09:00:00.000Z') };

const setEmail = (crm: PracticeCrm, email: string) =>
  askCrm(crm, 'Email', 'update', { where: [['contact_id', '=', 2016]], values: { email } });

async function correctEmail(workstation: Workstation, call: OutputOf<'call.open'>, value: string) {
  await workstation.ask('call.correctDetail', {
    callItemId: call.callItemId,
    key: detailKey(call, 'email'),
    correction: { field: 'email', value },
    checkedBy: 'spelled',
  });
}

/** A pull without the push that goes before it in a round. */
async function onlyPull(crm: PracticeCrm, { backend, clock }: Workstation): Promise<void> {
  const connector = createCiviCrmConnector({ address: crm.url, apiKey: crm.apiKey });
  await connector.identify();
  await pullAll({ store: backend.store, connector, now: clock.now, shouldStop: () => false, slice: EVERYBODY });
}

const states = async ({ backend }: Workstation) =>
  (await backend.store.reader.selectFrom('operation').select('state').orderBy('sequence').execute()).map(
    ({ state }) => state,
  );

const conflicts = ({ backend }: Workstation) =>
  backend.store.reader.selectFrom('conflict').select(['theirs', 'choice']).orderBy('id').execute();

describe('a correction that waits while the CRM is pulled', () => {
  it('is a conflict at once when the CRM has another value, which is kept', async () => {
    const crm = await practiceCrm(AHEAD);
    const workstation = await connectedWorkstation(crm);
    await correctEmail(workstation, await openCall(workstation, 'NIEUW-0009'), 'mijn@voorbeeld.nl');
    await setEmail(crm, 'ander@voorbeeld.nl');
    await onlyPull(crm, workstation);
    expect(await states(workstation)).toEqual(['conflict']);
    expect(await conflicts(workstation)).toEqual([{ theirs: '"ander@voorbeeld.nl"', choice: null }]);
    expect((await workstation.sync())?.conflicts).toBe(0);
  });

  it('begins another conflict when the CRM changes once more, and stays the same when nothing changes', async () => {
    const crm = await practiceCrm(AHEAD);
    const workstation = await connectedWorkstation(crm);
    await correctEmail(workstation, await openCall(workstation, 'NIEUW-0009'), 'mijn@voorbeeld.nl');
    for (const email of ['een@voorbeeld.nl', 'een@voorbeeld.nl', 'twee@voorbeeld.nl']) {
      await setEmail(crm, email);
      await onlyPull(crm, workstation);
    }
    expect(await conflicts(workstation)).toEqual([
      { theirs: '"een@voorbeeld.nl"', choice: 'dissolved' },
      { theirs: '"twee@voorbeeld.nl"', choice: null },
    ]);
  });

  it('is done when the CRM has the same value, in whatever notation', async () => {
    const crm = await practiceCrm(AHEAD);
    const workstation = await connectedWorkstation(crm);
    await correctEmail(workstation, await openCall(workstation, 'NIEUW-0009'), 'Mijn@Voorbeeld.nl');
    await setEmail(crm, 'mijn@voorbeeld.nl');
    await onlyPull(crm, workstation);
    expect(await states(workstation)).toEqual(['applied']);
  });

  it('goes out after all when what was changed in the CRM is taken back there', async () => {
    const crm = await practiceCrm(AHEAD);
    const workstation = await connectedWorkstation(crm);
    const call = await openCall(workstation, 'NIEUW-0009');
    const before = call.details.find(({ field }) => field === 'email')?.text ?? '';
    await correctEmail(workstation, call, 'mijn@voorbeeld.nl');
    await setEmail(crm, 'ander@voorbeeld.nl');
    await onlyPull(crm, workstation);
    await setEmail(crm, before);
    await onlyPull(crm, workstation);
    expect(await states(workstation)).toEqual(['waiting']);
    expect(await workstation.sync()).toMatchObject({ pushed: 1, conflicts: 0 });
    expect(await conflicts(workstation)).toMatchObject([{ choice: 'dissolved' }]);
  });

  it('that was corrected twice is one chain: the CRM may have reached either end', async () => {
    const crm = await practiceCrm(AHEAD);
    const workstation = await connectedWorkstation(crm);
    const call = await openCall(workstation, 'NIEUW-0009');
    await correctEmail(workstation, call, 'een@voorbeeld.nl');
    await correctEmail(workstation, call, 'twee@voorbeeld.nl');
    await setEmail(crm, 'een@voorbeeld.nl');
    await onlyPull(crm, workstation);
    expect(await states(workstation)).toEqual(['applied', 'waiting']);
    await workstation.sync();
    expect(await askCrm(crm, 'Email', 'get', { where: [['contact_id', '=', 2016]] })).toMatchObject([
      { email: 'twee@voorbeeld.nl' },
    ]);
  });

  it('is a conflict when the row was removed, and needs nobody when it was taken back here', async () => {
    const crm = await practiceCrm(AHEAD);
    const workstation = await connectedWorkstation(crm);
    const call = await openCall(workstation, 'NIEUW-0009');
    await correctEmail(workstation, call, 'mijn@voorbeeld.nl');
    await askCrm(crm, 'Email', 'delete', { where: [['contact_id', '=', 2016]] });
    await onlyPull(crm, workstation);
    expect(await conflicts(workstation)).toEqual([{ theirs: null, choice: null }]);
    await workstation.ask('call.undoCorrection', { callItemId: call.callItemId, key: detailKey(call, 'email') });
    expect(await states(workstation)).toEqual(['withdrawn']);
    expect(await conflicts(workstation)).toEqual([{ theirs: null, choice: 'dissolved' }]);
  });

  it('taken back while it was on its way leaves nothing for a person, whatever the CRM answered', async () => {
    const crm = await practiceCrm(AHEAD);
    const workstation = await connectedWorkstation(crm);
    const call = await openCall(workstation, 'NIEUW-0009');
    await correctEmail(workstation, call, 'mijn@voorbeeld.nl');
    crm.faults.set('dropBefore', ({ entity }) => entity === 'Email');
    await workstation.sync();
    crm.faults.clear();
    await workstation.ask('call.undoCorrection', { callItemId: call.callItemId, key: detailKey(call, 'email') });
    await setEmail(crm, 'ander@voorbeeld.nl');
    await workstation.sync();
    expect(await states(workstation)).toEqual(['withdrawn', 'applied']);
    expect(await askCrm(crm, 'Email', 'get', { where: [['contact_id', '=', 2016]] })).toMatchObject([
      { email: 'ander@voorbeeld.nl' },
    ]);
  });
});
