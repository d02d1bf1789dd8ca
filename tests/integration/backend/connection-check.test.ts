/** The page of checks of a CRM, and what a coordinator can mend from there: the fields of Dankbel, renamed statuses. */
import { describe, expect, it } from 'vitest';
import type { OutputOf } from '../../../contract/index.ts';
import { CONNECTION } from '../../../electron/backend/profile-settings.ts';
import { readSetting } from '../../../db/queries/settings.ts';
import type { PracticeCrm } from '../../../sync/practice/server.ts';
import { connect, crmOfToday } from '../../support/connect.ts';
import { makeCallFields } from '../../support/dankbel-fields.ts';
import { holdCall } from '../../support/hold-call.ts';
import { AFTERNOON, askCrm, connectedWorkstation, openWorkstation, practiceCrm } from '../../support/workstation.ts';

type Check = OutputOf<'connection.check'>;

async function checkOf(crm: PracticeCrm, apiKey = crm.apiKey): Promise<Check> {
  const workstation = await openWorkstation();
  await connect(workstation, crm, apiKey);
  return workstation.ask('connection.check', {});
}

const states = ({ items }: Check): Record<string, string> =>
  Object.fromEntries(items.map(({ id, state }) => [id, state]));
const textOf = ({ items }: Check, id: string): string => items.find((item) => item.id === id)?.text.nl ?? '';

describe('the check', () => {
  it('of a connector user on 6.17 finds everything but the fields', async () => {
    const crm = await crmOfToday();
    await askCrm(crm, 'Contact', 'delete', { where: [['id', '=', 2016]] });
    const check = await checkOf(crm);
    expect(check.items.map(({ id, state }) => `${state} ${id}`)).toEqual([
      'ok identity',
      'ok address',
      'ok version',
      'ok view-all-contacts',
      'ok edit-all-contacts',
      'ok access-contributions',
      'ok view-all-activities',
      'ok access-deleted-contacts',
      'ok view-debug-output',
      'ok clock',
      'ok time-zone',
      'ok activity-type',
      'ok statuses',
      'warning fields',
    ]);
    expect(textOf(check, 'identity')).toBe(
      'De sleutel is van Koen Koppeling. Dit is het CRM van Stichting Elk Kind Zwemt.',
    );
    expect(check.fields).toMatchObject({ mayCreate: false });
    expect(check.uses).toEqual([]);
  });

  it('of 5.77 says what is different there', async () => {
    const check = await checkOf(await crmOfToday({ version: '5.77' }));
    expect(states(check)).toMatchObject({
      version: 'warning',
      statuses: 'ok',
      'time-zone': 'ok',
      'view-debug-output': 'ok',
    });
    expect(textOf(check, 'version')).toContain('CiviCRM 5');
  });

  it.each(['6.17', '5.77'] as const)(
    'of a user with fewer rights on %s names each right and what it is for',
    async (version) => {
      const crm = await crmOfToday({ version });
      const check = await checkOf(crm, crm.keys.caller);
      expect(states(check)).toMatchObject({
        identity: 'ok',
        'access-deleted-contacts': 'warning',
        'view-debug-output': 'warning',
        fields: 'warning',
        'view-all-contacts': 'ok',
      });
      expect(textOf(check, 'access-deleted-contacts')).toContain('weggegooid of samengevoegd');
      expect(textOf(check, 'fields')).toContain('access all custom data');
    },
  );

  it('without the right to custom data says the same when the fields are there', async () => {
    const crm = await crmOfToday();
    await makeCallFields(crm);
    expect(states(await checkOf(crm, crm.keys.caller))).toMatchObject({ fields: 'warning' });
  });

  it('says that the clock is off, and by how much', async () => {
    const ahead = await practiceCrm({ clock: () => new Date(Date.parse(AFTERNOON) + 11 * 60_000) });
    const check = await checkOf(ahead);
    expect(states(check)).toMatchObject({ clock: 'warning' });
    expect(textOf(check, 'clock')).toContain('loopt 11 minuten voor');
  });

  it.each([
    ['UTC', 'rekent in UTC'],
    ['America/Curacao', 'met een andere tijdzone'],
  ])('says that the site works in %s', async (timeZone, words) => {
    const check = await checkOf(await crmOfToday({ timeZone }));
    expect(states(check)).toMatchObject({ 'time-zone': 'warning' });
    expect(textOf(check, 'time-zone')).toContain(words);
  });

  it('says that calls cannot be written when their kind was turned off', async () => {
    const crm = await crmOfToday();
    await askCrm(crm, 'OptionValue', 'update', {
      where: [
        ['option_group_id:name', '=', 'activity_type'],
        ['name', '=', 'Phone Call'],
      ],
      values: { is_active: false },
    });
    expect(states(await checkOf(crm))).toMatchObject({ 'activity-type': 'problem' });
  });

  it('believes nothing once the key no longer opens the door', async () => {
    const crm = await crmOfToday();
    const workstation = await openWorkstation();
    await connect(workstation, crm);
    await askCrm(crm, 'Contact', 'update', { where: [['id', '=', 6]], values: { api_key: 'een-nieuwe' } });
    const check = await workstation.ask('connection.check', {});
    expect(check.items).toMatchObject([{ id: 'identity', state: 'problem' }]);
    expect(check.items[0]?.text.nl).toContain('Invalid credential');
  });

  it('changes nothing in the CRM', async () => {
    const crm = await crmOfToday();
    const workstation = await openWorkstation();
    await connect(workstation, crm);
    await workstation.ask('connection.check', {});
    const actions = new Set(crm.faults.requests.map(({ action }) => action));
    expect([...actions].sort()).toEqual(['checkAccess', 'get', 'getActions', 'getFields', 'id']);
  });
});

describe('the fields of Dankbel', () => {
  it.each(['6.17', '5.77'] as const)(
    'are made on %s with the key of an administrator, which is not kept',
    async (version) => {
      const crm = await crmOfToday({ version });
      const workstation = await openWorkstation();
      await connect(workstation, crm);
      await expect(workstation.ask('connection.createFields', { apiKey: null })).rejects.toMatchObject({
        failure: { code: 'crm-refused' },
      });
      await workstation.ask('connection.createFields', { apiKey: crm.keys.admin });
      // A second time finds everything there.
      await workstation.ask('connection.createFields', { apiKey: crm.keys.admin });
      const check = await workstation.ask('connection.check', {});
      expect(states(check)).toMatchObject({ fields: 'ok' });
      expect(check.fields.missing).toEqual([]);
      const connection = await readSetting(workstation.backend.store.reader, CONNECTION);
      expect(connection?.kind === 'civicrm' ? connection.apiKey : null).toBe(crm.apiKey);
      await workstation.sync();
      await holdCall(workstation, 'NIEUW-0009', { outcome: 'busy' });
      await workstation.sync();
      const [call] = await askCrm(crm, 'Activity', 'get', {
        select: ['Dankbel.outcome'],
        where: [['Dankbel.outcome', 'IS NOT NULL']],
      });
      expect(call).toMatchObject({ 'Dankbel.outcome': 'busy' });
    },
  );

  it('are offered to whoever may make them', async () => {
    const crm = await crmOfToday();
    expect((await checkOf(crm, crm.keys.admin)).fields).toMatchObject({ mayCreate: true });
  });
});

describe('a site that renamed its statuses', () => {
  it('gets a mapping, checked against what it has, and the call that waited goes', async () => {
    const crm = await crmOfToday();
    for (const [from, to] of [
      ['Unreachable', 'Niet bereikt'],
      ['Cancelled', 'Vervallen'],
    ]) {
      await askCrm(crm, 'OptionValue', 'update', {
        where: [
          ['option_group_id:name', '=', 'activity_status'],
          ['name', '=', from],
        ],
        values: { name: to, label: to },
      });
    }
    const workstation = await connectedWorkstation(crm);
    const before = await workstation.ask('connection.check', {});
    expect(states(before)).toMatchObject({ statuses: 'problem' });
    expect(before.uses).toContainEqual({
      use: 'no-answer',
      name: { nl: 'Neemt niet op', en: 'No answer' },
      status: 'Unreachable',
      isMissing: true,
    });
    expect(before.statuses.map(({ name }) => name)).toContain('Niet bereikt');
    const attemptId = await holdCall(workstation, 'NIEUW-0009', { outcome: 'wrong-number' });
    expect(await workstation.sync()).toMatchObject({ rejected: 1 });

    await expect(
      workstation.ask('connection.chooseStatuses', { statuses: [{ use: 'busy', name: 'Bestaat niet' }] }),
    ).rejects.toThrow('has no status');
    await workstation.ask('connection.chooseStatuses', {
      statuses: before.uses.map(({ use }) => ({ use, name: use === 'undone' ? 'Vervallen' : 'Niet bereikt' })),
    });
    const after = await workstation.ask('connection.check', {});
    expect(states(after)).toMatchObject({ statuses: 'ok' });
    // The choice stays in view, so that it can be changed.
    expect(after.uses).toContainEqual(
      expect.objectContaining({ use: 'busy', status: 'Niet bereikt', isMissing: false }),
    );

    const [operation] = (await workstation.ask('sync.operations', {})).operations;
    await workstation.ask('sync.retry', { operationId: operation?.operationId ?? '' });
    expect(await workstation.sync()).toMatchObject({ pushed: 1 });
    await workstation.ask('call.undo', { attemptId });
    expect(await workstation.sync()).toMatchObject({ pushed: 1 });
    const statuses = await askCrm(crm, 'Activity', 'get', {
      select: ['status_id:name', 'subject'],
      where: [['subject', 'LIKE', '%[Dankbel%']],
    });
    expect(statuses).toMatchObject([{ 'status_id:name': 'Vervallen' }]);
  });
});
