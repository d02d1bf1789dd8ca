/** A site that has Dankbel's custom fields: calls carry what came of them there too, and are found by them. */
import { describe, expect, it } from 'vitest';
import type { PracticeCrm } from '../../../sync/practice/server.ts';
import { makeCallFields } from '../../support/dankbel-fields.ts';
import { holdCall } from '../../support/hold-call.ts';
import { askCrm, connectedWorkstation, practiceCrm, type Workstation } from '../../support/workstation.ts';

const COLUMNS = ['operation_id', 'programme', 'outcome', 'objection_offered', 'emotion'].map(
  (name) => `Dankbel.${name}`,
);

const calls = (crm: PracticeCrm, columns: readonly string[] = COLUMNS) =>
  askCrm(crm, 'Activity', 'get', {
    select: ['subject', 'status_id:name', ...columns],
    where: [
      ['target_contact_id', '=', 2016],
      ['activity_type_id:name', '=', 'Phone Call'],
    ],
    orderBy: { id: 'ASC' },
  });

const momentsOf = (workstation: Workstation) =>
  workstation.backend.store.reader
    .selectFrom('moment')
    .select(['operation_id', 'programme', 'outcome', 'status_name'])
    .where('type_name', '=', 'Phone Call')
    .orderBy('id', 'desc')
    .limit(1)
    .execute();

describe.each(['6.17', '5.77'] as const)('on %s', (version) => {
  it('a call fills the fields, and its subject stays as it was', async () => {
    const crm = await practiceCrm({ version });
    await makeCallFields(crm);
    const workstation = await connectedWorkstation(crm);
    await holdCall(workstation, 'NIEUW-0009', { outcome: 'conversation', objectionAnswer: 'offered' });
    await workstation.sync();
    const [call] = await calls(crm);
    expect(call).toMatchObject({
      subject: expect.stringMatching(/gesprek gevoerd \[Dankbel thank-you-call conversation [0-9a-f-]{36}\]$/),
      'status_id:name': 'Completed',
      'Dankbel.programme': 'thank-you-call',
      'Dankbel.outcome': 'conversation',
      'Dankbel.objection_offered': 'offered',
      'Dankbel.emotion': null,
    });
    expect(String(call?.['subject'])).toContain(String(call?.['Dankbel.operation_id']));
  });

  it('a call whose answer was lost is found by its field, although somebody changed its subject', async () => {
    const crm = await practiceCrm({ version });
    await makeCallFields(crm);
    const workstation = await connectedWorkstation(crm);
    await holdCall(workstation, 'NIEUW-0009', { outcome: 'no-answer' });
    crm.faults.set('dropAfter', ({ entity, action }) => entity === 'Activity' && action === 'update');
    await workstation.sync();
    crm.faults.clear();
    await askCrm(crm, 'Activity', 'update', {
      where: [['id', '=', (await calls(crm))[0]?.['id']]],
      values: { subject: 'Netjes gemaakt door een collega' },
    });
    expect(await workstation.sync()).toMatchObject({ pushed: 1, waiting: 0 });
    expect(await calls(crm)).toHaveLength(1);
  });

  it('only the fields that exist are filled', async () => {
    const crm = await practiceCrm({ version });
    await makeCallFields(crm, ['outcome']);
    const workstation = await connectedWorkstation(crm);
    await holdCall(workstation, 'NIEUW-0009', { outcome: 'wrong-number' });
    expect(await workstation.sync()).toMatchObject({ pushed: 1, rejected: 0 });
    expect(await calls(crm, ['Dankbel.outcome'])).toMatchObject([{ 'Dankbel.outcome': 'wrong-number' }]);
  });
});

it('the exact outcome is read from the fields when the subject no longer has it', async () => {
  const crm = await practiceCrm();
  await makeCallFields(crm);
  const operationId = '0199aaaa-0000-7000-8000-000000000001';
  await askCrm(crm, 'Activity', 'create', {
    values: {
      'activity_type_id:name': 'Phone Call',
      'status_id:name': 'Unreachable',
      source_contact_id: 'user_contact_id',
      target_contact_id: [2016],
      subject: 'Gebeld',
      activity_date_time: '2026-11-20 19:00:00',
      'Dankbel.operation_id': operationId,
      'Dankbel.programme': 'callback/thank-you-call',
      'Dankbel.outcome': 'wrong-number',
    },
  });
  const workstation = await connectedWorkstation(crm);
  expect(await momentsOf(workstation)).toEqual([
    { operation_id: operationId, programme: 'callback', outcome: 'wrong-number', status_name: 'Unreachable' },
  ]);
});

it('a call that was taken back does not come back through its fields', async () => {
  const crm = await practiceCrm();
  await makeCallFields(crm);
  const workstation = await connectedWorkstation(crm);
  const attemptId = await holdCall(workstation, 'NIEUW-0009', { outcome: 'no-answer' });
  await workstation.sync();
  await workstation.ask('call.undo', { attemptId });
  await workstation.sync();
  const other = await connectedWorkstation(crm);
  expect(await momentsOf(other)).toMatchObject([{ outcome: null, status_name: 'Cancelled' }]);
});

describe('a site that renamed its statuses', () => {
  const rename = async (crm: PracticeCrm, from: string, to: string) =>
    askCrm(crm, 'OptionValue', 'update', {
      where: [
        ['option_group_id:name', '=', 'activity_status'],
        ['name', '=', from],
      ],
      values: { name: to, label: to },
    });

  it('is never sent a name that it does not know: it would silently become another', async () => {
    const crm = await practiceCrm();
    await rename(crm, 'Unreachable', 'Niet bereikt');
    const workstation = await connectedWorkstation(crm);
    await holdCall(workstation, 'NIEUW-0009', { outcome: 'no-answer' });
    expect(await workstation.sync()).toMatchObject({ pushed: 0, rejected: 1 });
    // Nothing but the claim, which was given up.
    expect(await calls(crm, ['status_id:name', 'details'])).toMatchObject([
      { 'status_id:name': 'Cancelled', details: null },
    ]);
    const [operation] = (await workstation.ask('sync.operations', {})).operations;
    expect(operation?.why.nl).toContain('kent de status "Unreachable" niet');
  });
});
