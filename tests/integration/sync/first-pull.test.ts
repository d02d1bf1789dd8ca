/** The first pull: calling begins before it is over, it can wait, and it goes on after whatever ended it. */
import { describe, expect, it } from 'vitest';
import { connectProfile } from '../../../electron/backend/connect.ts';
import { writeSetting } from '../../../db/queries/settings.ts';
import { SLICE } from '../../../electron/backend/slice-settings.ts';
import { secondsLeft } from '../../../sync/pull/progress.ts';
import { openCall } from '../../support/hold-call.ts';
import { lyingCrm, type LyingCrm } from '../../support/lying-crm.ts';
import {
  askCrm,
  connectedWorkstation,
  donorIdOf,
  openWorkstation,
  practiceCrm,
  type Workstation,
} from '../../support/workstation.ts';
import type { PracticeCrm } from '../../../sync/practice/server.ts';

async function connected(crm: PracticeCrm, proxy: LyingCrm, sliceDays: number | null): Promise<Workstation> {
  const workstation = await openWorkstation();
  await connectProfile(workstation.backend.store, { url: proxy.url, apiKey: crm.apiKey, isPractice: false });
  await workstation.backend.store.write((writer) => writeSetting(writer, SLICE, { days: sliceDays }));
  await workstation.backend.reconnect();
  return workstation;
}

/** Breaks off for good at the first whole table, after the first lists. */
function breakAfterFirstLists(proxy: LyingCrm): void {
  proxy.lie = ({ entity, params }, truth) => {
    if (entity === 'Contact' && JSON.stringify(params['where']).includes('["id",">",0]')) throw new Error('dropped');
    return truth;
  };
}

describe('the first pull', () => {
  it.each([14, null])('has the lists before the rest, with a slice of %s days', async (sliceDays) => {
    const crm = await practiceCrm();
    const proxy = await lyingCrm(() => crm.url);
    const workstation = await connected(crm, proxy, sliceDays);
    expect(await workstation.ask('sync.progress', {})).toMatchObject({ state: 'before', listsReady: false });
    breakAfterFirstLists(proxy);
    expect((await workstation.sync())?.failure).not.toBeNull();
    expect(await workstation.ask('sync.progress', {})).toMatchObject({
      state: 'first',
      listsReady: true,
      donorsTotal: 423,
      donorsDone: 0,
    });
    expect((await workstation.ask('list.get', { lane: 'caller', date: '2026-11-21' })).items).toHaveLength(73);
    expect((await workstation.ask('list.get', { lane: 'director', date: '2026-11-21' })).items).toHaveLength(6);
    const { next } = await workstation.ask('today.get', { lane: 'caller' });
    await workstation.ask('call.open', { donorId: next!.donorId });
  });

  it('waits while it is paused, also after a restart, and goes on', async () => {
    const crm = await practiceCrm();
    const proxy = await lyingCrm(() => crm.url);
    const workstation = await connected(crm, proxy, 14);
    breakAfterFirstLists(proxy);
    await workstation.sync();
    proxy.lie = (_asked, truth) => truth;
    await workstation.ask('sync.setPaused', { isPaused: true });
    await workstation.close();
    const again = await openWorkstation({ folder: workstation.folder });
    expect((await again.sync())?.failure).toBeNull();
    expect(await again.ask('sync.progress', {})).toMatchObject({ state: 'first', isPaused: true, donorsDone: 0 });
    await again.ask('sync.setPaused', { isPaused: false });
    expect((await again.sync())?.failure).toBeNull();
    expect(await again.ask('sync.progress', {})).toMatchObject({
      state: 'done',
      donorsDone: 423,
      donorsTotal: 423,
    });
    expect(await again.ask('sync.slice', {})).toMatchObject({ until: '2026-12-05' });
  });

  it('says how many donors are not held, and of each of them that she is not', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const { outside } = await workstation.ask('sync.slice', {});
    expect(outside).toBeGreaterThan(200);
    const outsider = await workstation.backend.store.reader
      .selectFrom('donor')
      .selectAll()
      .where('slice', '=', 'outside')
      .where('external_id', 'is not', null)
      .executeTakeFirstOrThrow();
    expect(outsider).toMatchObject({ first_name: '', surname: '', display_name: '' });
    const externalId = outsider.external_id ?? '';
    expect(await donorIdOf(workstation, externalId)).toBe(outsider.id);
    const explanation = await workstation.ask('list.explain', { donor: { externalId } });
    expect(explanation).toMatchObject({ on: false, programme: null });
    expect(explanation.sentence.nl).toContain('niet op deze werkplek: tot en met');
    await expect(openCall(workstation, externalId)).rejects.toThrow('not on this workstation');
  });

  it('tells the time that is left at the speed so far, and nothing before it can', () => {
    expect(secondsLeft({ rowsDone: 3_400, rowsTotal: 20_400, milliseconds: 24_000 })).toBe(120);
    expect(secondsLeft({ rowsDone: 100, rowsTotal: 20_400, milliseconds: 24_000 })).toBeNull();
    expect(secondsLeft({ rowsDone: 3_400, rowsTotal: null, milliseconds: 24_000 })).toBeNull();
    expect(secondsLeft({ rowsDone: 3_400, rowsTotal: 3_000, milliseconds: 24_000 })).toBe(0);
  });
});

describe('groups', () => {
  it('come with the donors who are held, and go when they are left', async () => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm);
    const [group] = await askCrm(crm, 'Group', 'create', { values: { title: 'Belactie', name: 'belactie' } });
    const where = [
      ['group_id', '=', group?.['id']],
      ['contact_id', '=', 2016],
    ];
    await askCrm(crm, 'GroupContact', 'create', { values: { group_id: group?.['id'], contact_id: 2016 } });
    const groups = () => workstation.backend.store.reader.selectFrom('donor_group').select(['name', 'title']).execute();
    workstation.clock.advance(3_600);
    await workstation.sync();
    expect(await groups()).toEqual([{ name: 'belactie', title: 'Belactie' }]);
    await askCrm(crm, 'GroupContact', 'update', { where, values: { status: 'Removed' } });
    workstation.clock.advance(3_600);
    await workstation.sync();
    expect(await groups()).toEqual([]);
  });
});
