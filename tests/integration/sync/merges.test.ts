/** Merges and hard deletes in the CRM: what was recorded here goes along or stays, and nobody has to guess. */
import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../db/queries/facts.ts';
import { localTables, withLocalWork } from '../../../db/mirror/local-work.ts';
import { detailKey, holdCall, openCall } from '../../support/hold-call.ts';
import {
  askCrm,
  connectedWorkstation,
  donorIdOf,
  mergeContacts,
  practiceCrm,
  type Workstation,
} from '../../support/workstation.ts';

const AHEAD = { clock: () => new Date('2026-11-22T09:00:00.000Z') };

async function idOf({ backend }: Workstation, crmId: number): Promise<number> {
  const query = backend.store.reader.selectFrom('donor').select('id').where('crm_id', '=', crmId);
  return (await query.executeTakeFirstOrThrow()).id;
}

async function externalIdOf({ backend }: Workstation, crmId: number): Promise<string> {
  const query = backend.store.reader.selectFrom('donor').select('external_id').where('crm_id', '=', crmId);
  return (await query.executeTakeFirstOrThrow()).external_id ?? '';
}

describe.each(['6.17', '5.77'] as const)('a donor who is merged in CiviCRM %s', (version) => {
  it('takes an open call, a callback, notes and what waits along to the winner, and says so', async () => {
    const crm = await practiceCrm({ ...AHEAD, version });
    const workstation = await connectedWorkstation(crm);
    const [loser, winner] = [2016, 2018];
    await holdCall(workstation, await externalIdOf(workstation, loser), {
      outcome: 'callback',
      objectionAnswer: 'offered',
      callback: { day: '2026-11-24', time: '19:00', byMe: true },
    });
    const other = await openCall(workstation, await externalIdOf(workstation, 2017));
    await workstation.ask('call.saveNotes', { callItemId: other.callItemId, notes: 'half getypt' });
    await mergeContacts(crm, { loser, winner });
    await mergeContacts(crm, { loser: 2017, winner: 2019 });
    expect((await workstation.sync())?.failure).toBeNull();

    const { reader } = workstation.backend.store;
    expect(await withLocalWork(reader, [await idOf(workstation, loser)])).toEqual(new Set());
    const [facts] = await readFacts(reader, [await idOf(workstation, winner)]);
    expect(facts?.callbacks).toHaveLength(1);
    expect(facts?.calls).toHaveLength(1);
    const call = await workstation.ask('call.get', { callItemId: other.callItemId });
    expect(call).toMatchObject({ donorId: await idOf(workstation, 2019), notes: 'half getypt' });
    expect(call.notice?.nl).toContain('samengevoegd');
    const { notices } = await workstation.ask('sync.notices', {});
    expect(notices.map(({ kind }) => kind)).toEqual(['merged', 'merged']);
    await workstation.ask('sync.dismissNotice', { noticeId: notices[0]!.noticeId });
    expect((await workstation.ask('sync.notices', {})).notices).toHaveLength(1);
  });
});

describe('a donor who is merged', () => {
  it('has the call that a stale read sent to the contact that lost, also on a workstation that never saw the merge', async () => {
    const crm = await practiceCrm(AHEAD);
    const [loser, winner] = [2016, 2018];
    const caller = await connectedWorkstation(crm);
    const colleague = await connectedWorkstation(crm, { sliceDays: null });
    await mergeContacts(crm, { loser, winner });
    const [written] = await askCrm(crm, 'Activity', 'create', {
      values: {
        'activity_type_id:name': 'Phone Call',
        'status_id:name': 'Completed',
        subject:
          'Bedanktelefoontje: gesprek gevoerd [Dankbel thank-you-call conversation 01990000-0000-7000-8000-000000000001]',
        activity_date_time: '2026-11-21 14:00:00',
        source_contact_id: 2,
        target_contact_id: [loser],
      },
    });
    const fresh = await connectedWorkstation(crm, { sliceDays: null });
    for (const workstation of [caller, colleague, fresh]) {
      await workstation.sync();
      await workstation.sync();
      const { reader } = workstation.backend.store;
      const rows = await reader
        .selectFrom('moment')
        .innerJoin('donor', 'donor.id', 'moment.donor_id')
        .select('donor.crm_id')
        .where('moment.crm_id', '=', Number(written?.['id']))
        .execute();
      expect(rows).toEqual([{ crm_id: winner }]);
    }
  });

  it('keeps an open call of each until one is finished', async () => {
    const crm = await practiceCrm(AHEAD);
    const workstation = await connectedWorkstation(crm);
    const lost = await openCall(workstation, await externalIdOf(workstation, 2016));
    await openCall(workstation, await externalIdOf(workstation, 2018));
    await mergeContacts(crm, { loser: 2016, winner: 2018 });
    await workstation.sync();
    expect((await workstation.ask('call.get', { callItemId: lost.callItemId })).donorId).toBe(
      await idOf(workstation, 2016),
    );
    await workstation.ask('call.answerObjection', { callItemId: lost.callItemId, answer: 'offered' });
    await workstation.ask('call.finish', {
      callItemId: lost.callItemId,
      outcome: 'conversation',
      callback: null,
      number: null,
    });
    expect((await workstation.sync())?.failure).toBeNull();
    expect(await withLocalWork(workstation.backend.store.reader, [await idOf(workstation, 2016)])).toEqual(new Set());
    const [winner] = await readFacts(workstation.backend.store.reader, [await idOf(workstation, 2018)]);
    expect(winner?.calls.some(({ result }) => result === 'conversation')).toBe(true);
  });

  it('brings the calls that moved with her: the winner is not called again', async () => {
    const crm = await practiceCrm(AHEAD);
    const workstation = await connectedWorkstation(crm);
    const activity = {
      'activity_type_id:name': 'Phone Call',
      'status_id:name': 'Completed',
      source_contact_id: 'user_contact_id',
      activity_date_time: '2026-11-20 19:00:00',
    };
    const [call] = await askCrm(crm, 'Activity', 'create', { values: { ...activity, target_contact_id: [2016] } });
    await workstation.sync();
    // A merge moves the activity without moving its stamp (civicrm-api4.md §6).
    const [before] = await askCrm(crm, 'Activity', 'get', {
      select: ['modified_date'],
      where: [['id', '=', call?.['id']]],
    });
    await askCrm(crm, 'Activity', 'update', {
      where: [['id', '=', call?.['id']]],
      values: { target_contact_id: [2018] },
    });
    const [after] = await askCrm(crm, 'Activity', 'get', {
      select: ['modified_date'],
      where: [['id', '=', call?.['id']]],
    });
    expect(after).toEqual(before);
    await mergeContacts(crm, { loser: 2016, winner: 2018 });
    await workstation.sync();
    const [winner] = await readFacts(workstation.backend.store.reader, [await idOf(workstation, 2018)]);
    expect(winner?.calls).toHaveLength(1);
  });

  it('knows every table that refers to a donor', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const tables = (await localTables(workstation.backend.store.reader)).map(({ tableName }) => tableName);
    expect(tables).toEqual(expect.arrayContaining(['attempt', 'call_item', 'callback', 'correction', 'operation']));
    expect(tables).not.toContain('gift');
  });
});

describe('a correction of a row that a merge left with the loser', () => {
  it('is one conflict for a person, and does not come back with every round', async () => {
    const crm = await practiceCrm(AHEAD);
    const workstation = await connectedWorkstation(crm);
    const call = await openCall(workstation, await externalIdOf(workstation, 2016));
    const value = { street: 'Belstraat 1', postcode: '8011 AB', town: 'Zwolle', country: 'NL' };
    await workstation.ask('call.correctDetail', {
      callItemId: call.callItemId,
      key: detailKey(call, 'address'),
      correction: { field: 'address', value },
      checkedBy: 'spelled',
    });
    await mergeContacts(crm, { loser: 2016, winner: 2018 });
    expect(await workstation.sync()).toMatchObject({ conflicts: 1, waiting: 0, failure: null });
    for (let round = 0; round < 3; round += 1) {
      expect(await workstation.sync()).toMatchObject({ conflicts: 0, waiting: 0, failure: null });
    }
    const { operations } = await workstation.ask('sync.operations', {});
    expect(operations).toMatchObject([{ state: 'conflict' }]);
  });
});

describe('what is deleted for good', () => {
  const remove = (entity: string, id: unknown) => ({ entity, where: [['id', '=', id]] });

  it('goes from the mirror on the next day: gift, mandate, moment, phone, and a donor', async () => {
    const crm = await practiceCrm(AHEAD);
    const workstation = await connectedWorkstation(crm);
    const { reader } = workstation.backend.store;
    const phone = await reader.selectFrom('donor_phone').selectAll().orderBy('id').executeTakeFirstOrThrow();
    const gift = await reader.selectFrom('gift').selectAll().orderBy('id').executeTakeFirstOrThrow();
    const mandate = await reader.selectFrom('mandate').selectAll().orderBy('id').executeTakeFirstOrThrow();
    const moment = await reader.selectFrom('moment').selectAll().orderBy('id').executeTakeFirstOrThrow();
    const donorId = await donorIdOf(workstation, await externalIdOf(workstation, 2030));
    for (const { entity, where } of [
      remove('Phone', phone.crm_id),
      remove('Contribution', gift.crm_id),
      remove('ContributionRecur', mandate.crm_id),
      remove('Activity', moment.crm_id),
    ]) {
      await askCrm(crm, entity, 'delete', { where });
    }
    await askCrm(crm, 'Contact', 'delete', { where: [['id', '=', 2030]], useTrash: false });
    workstation.clock.advance(86_400);
    expect((await workstation.sync())?.failure).toBeNull();
    const left = async (table: 'donor_phone' | 'gift' | 'mandate' | 'moment', crmId: number | null): Promise<number> =>
      (await reader.selectFrom(table).select('id').where('crm_id', '=', crmId).execute()).length;
    expect([
      await left('donor_phone', phone.crm_id),
      await left('gift', gift.crm_id),
      await left('mandate', mandate.crm_id),
      await left('moment', moment.crm_id),
    ]).toEqual([0, 0, 0, 0]);
    expect(await reader.selectFrom('donor').select('id').where('id', '=', donorId).execute()).toEqual([]);
  });

  it('leaves a donor with open work visible as removed', async () => {
    const crm = await practiceCrm(AHEAD);
    const workstation = await connectedWorkstation(crm);
    const call = await openCall(workstation, await externalIdOf(workstation, 2016));
    await workstation.ask('call.saveNotes', { callItemId: call.callItemId, notes: 'niet kwijt' });
    await askCrm(crm, 'Contact', 'delete', { where: [['id', '=', 2016]], useTrash: false });
    workstation.clock.advance(86_400);
    await workstation.sync();
    const shown = await workstation.ask('call.get', { callItemId: call.callItemId });
    expect(shown).toMatchObject({ notes: 'niet kwijt' });
    expect(shown.notice?.nl).toContain('uit het CRM gehaald');
    expect((await workstation.ask('sync.notices', {})).notices.map(({ kind }) => kind)).toEqual(['removed']);
  });

  it('and was copied by somebody else: her address is one of her own from then on', async () => {
    const crm = await practiceCrm(AHEAD);
    const home = {
      'location_type_id:name': 'Home',
      street_address: 'Wilgenhof 1',
      postal_code: '8031 XD',
      city: 'Zwolle',
    };
    const [master] = await askCrm(crm, 'Address', 'create', { values: { contact_id: 2030, ...home } });
    const [copy] = await askCrm(crm, 'Address', 'create', {
      values: { contact_id: 2016, 'location_type_id:name': 'Work', master_id: master?.['id'] },
    });
    const workstation = await connectedWorkstation(crm);
    const masterIn = async (): Promise<number | null | undefined> =>
      (
        await workstation.backend.store.reader
          .selectFrom('donor_address')
          .select('master_crm_id')
          .where('crm_id', '=', Number(copy?.['id']))
          .executeTakeFirst()
      )?.master_crm_id;
    expect(await masterIn()).toBe(master?.['id']);
    await askCrm(crm, 'Contact', 'delete', { where: [['id', '=', 2030]], useTrash: false });
    workstation.clock.advance(86_400);
    expect((await workstation.sync())?.failure).toBeNull();
    expect(await masterIn()).toBeNull();
  });
});
