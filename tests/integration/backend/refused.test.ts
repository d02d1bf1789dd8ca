/** What the CRM refused, or what waits too long: mended, sent again or withdrawn, and then really over. */
import { describe, expect, it } from 'vitest';
import type { Connector } from '../../../sync/connector.ts';
import { createCiviCrmConnector } from '../../../sync/crm/civicrm/connector.ts';
import type { PracticeCrm } from '../../../sync/practice/server.ts';
import { pushAll } from '../../../sync/push.ts';
import { AHEAD, correctEmail, DONOR, emailInCrm, itemsOf, setRoles } from '../../support/conflicts.ts';
import { detailKey, holdCall } from '../../support/hold-call.ts';
import { askCrm, connectedWorkstation, practiceCrm, type Workstation } from '../../support/workstation.ts';

/** The CRM answers with an error of its own until it is not tried any more. */
async function refuse(crm: PracticeCrm, workstation: Workstation, entity: string): Promise<void> {
  crm.faults.set('htmlPage', (call) => call.entity === entity && /^(?:update|create)$/i.test(call.action));
  for (let tries = 0; tries < 8; tries += 1) await workstation.sync();
  crm.faults.clear();
}

async function refusedEmail(): Promise<{ crm: PracticeCrm; workstation: Workstation; operationId: string }> {
  const crm = await practiceCrm(AHEAD);
  const workstation = await connectedWorkstation(crm);
  await correctEmail(workstation, 'mijn@voorbeeld.nl');
  await refuse(crm, workstation, 'Email');
  const [item] = await itemsOf(workstation);
  return { crm, workstation, operationId: item?.operationId ?? '' };
}

describe('a refused correction', () => {
  it('is shown with the CRM’s own words and ours', async () => {
    const { workstation } = await refusedEmail();
    expect(await itemsOf(workstation)).toMatchObject([
      {
        state: 'rejected',
        needsPerson: true,
        why: { nl: expect.stringContaining('webpagina') },
        crmWords: expect.stringContaining('One moment please'),
        waysOut: ['retry', 'withdraw', 'mend'],
        typed: { field: 'email', input: { field: 'email', value: 'mijn@voorbeeld.nl' } },
      },
    ]);
    expect(await workstation.ask('sync.status', {})).toMatchObject({ attention: 1, waiting: 0 });
  });

  it('is mended and sent again; the refused one stays in the history, and it is done once', async () => {
    const { crm, workstation, operationId } = await refusedEmail();
    const correction = { field: 'email', value: 'beter@voorbeeld.nl' } as const;
    const answers = await Promise.allSettled([
      workstation.ask('sync.mend', { operationId, correction, checkedBy: 'spelled' }),
      workstation.ask('sync.mend', { operationId, correction, checkedBy: 'spelled' }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await workstation.sync()).toMatchObject({ pushed: 1, waiting: 0 });
    expect(await emailInCrm(crm)).toEqual(['beter@voorbeeld.nl']);
    expect(await itemsOf(workstation)).toEqual([]);
    const { reader } = workstation.backend.store;
    expect(await reader.selectFrom('operation').select('state').orderBy('sequence').execute()).toEqual([
      { state: 'withdrawn' },
      { state: 'applied' },
    ]);
    expect(await reader.selectFrom('audit').select('action').execute()).toEqual([{ action: 'mend' }]);
    const [{ words } = { words: '' }] = await reader.selectFrom('audit_words').select('words').execute();
    expect(JSON.parse(words)).toEqual({ before: 'mijn@voorbeeld.nl', after: 'beter@voorbeeld.nl' });
  });

  it('takes nothing that cannot be right, and goes out as it is when the CRM has recovered', async () => {
    const { crm, workstation, operationId } = await refusedEmail();
    const correction = { field: 'email', value: 'geen adres' } as const;
    await expect(workstation.ask('sync.mend', { operationId, correction, checkedBy: 'heard' })).rejects.toMatchObject({
      failure: { code: 'refused' },
    });
    await workstation.ask('sync.retry', { operationId });
    expect(await workstation.sync()).toMatchObject({ pushed: 1 });
    expect(await emailInCrm(crm)).toEqual(['mijn@voorbeeld.nl']);
  });

  it('that somebody typed into the CRM meanwhile is done', async () => {
    const { crm, workstation } = await refusedEmail();
    await askCrm(crm, 'Email', 'update', {
      where: [['contact_id', '=', DONOR]],
      values: { email: 'mijn@voorbeeld.nl' },
    });
    await workstation.sync();
    expect(await itemsOf(workstation)).toEqual([]);
  });
});

describe('withdrawing', () => {
  it('ends every kind for good: the next rounds send nothing, and the screens show what the CRM has', async () => {
    const crm = await practiceCrm(AHEAD);
    const workstation = await connectedWorkstation(crm);
    const call = await correctEmail(workstation, 'mijn@voorbeeld.nl');
    const key = detailKey(call, 'email');
    const before = call.details.find((detail) => detail.key === key)?.text;
    await holdCall(workstation, 'NIEUW-0010', { outcome: 'objection' });
    for (const entity of [DONOR, DONOR + 1]) await askCrm(crm, 'Contact', 'delete', { where: [['id', '=', entity]] });
    await workstation.sync();
    const items = await itemsOf(workstation);
    expect(items.map(({ kind, state }) => [kind, state])).toEqual([
      ['correction', 'rejected'],
      ['objection', 'rejected'],
      ['call', 'rejected'],
    ]);
    expect(items.map(({ why }) => why.nl)).toEqual(items.map(() => expect.stringContaining('uit de prullenbak')));
    await setRoles(workstation, ['caller']);
    await expect(workstation.ask('sync.withdraw', { operationId: items[2]?.operationId ?? '' })).rejects.toMatchObject({
      failure: { code: 'not-allowed' },
    });
    await setRoles(workstation, ['caller', 'coordinator']);
    for (const { operationId } of items) await workstation.ask('sync.withdraw', { operationId });
    expect(await itemsOf(workstation)).toEqual([]);
    for (const entity of [DONOR, DONOR + 1]) {
      await askCrm(crm, 'Contact', 'update', { where: [['id', '=', entity]], values: { is_deleted: false } });
    }
    expect(await workstation.sync()).toMatchObject({ pushed: 0, rejected: 0, waiting: 0 });
    const again = await workstation.ask('call.get', { callItemId: call.callItemId });
    expect(again.details.find((detail) => detail.key === key)).toMatchObject({ text: before, state: 'not-asked' });
    // What the donor said holds here, whatever the CRM was told.
    expect(await workstation.ask('list.explain', { donor: { externalId: 'NIEUW-0010' } })).toMatchObject({ on: false });
  });

  it('holds for what the round has in its hands already', async () => {
    const crm = await practiceCrm(AHEAD);
    const workstation = await connectedWorkstation(crm);
    await holdCall(workstation, 'NIEUW-0010', { outcome: 'no-answer' });
    await correctEmail(workstation, 'mijn@voorbeeld.nl');
    const waiting = (await itemsOf(workstation)).find(({ kind }) => kind === 'correction');
    const connector = createCiviCrmConnector({ address: crm.url, apiKey: crm.apiKey });
    await connector.identify();
    const { store } = workstation.backend;
    // While the call is on its way, the correction behind it is withdrawn.
    const send: Connector['send'] = async (operation) => {
      if (operation.body.kind === 'call') {
        await workstation.ask('sync.withdraw', { operationId: waiting?.operationId ?? '' });
      }
      return connector.send(operation);
    };
    const { now } = workstation.clock;
    const context = { store, now, random: () => 0, shouldStop: () => false, isUrgent: true };
    expect(await pushAll({ ...context, connector: { ...connector, send } })).toMatchObject({ pushed: 1 });
    expect(await itemsOf(workstation)).toEqual([]);
    expect(await emailInCrm(crm)).not.toContain('mijn@voorbeeld.nl');
  });
});

describe('what waits longer than a day', () => {
  it('is listed for a person with its reason, also for what waits behind it, and can be ended', async () => {
    const crm = await practiceCrm(AHEAD);
    const workstation = await connectedWorkstation(crm);
    crm.faults.set('htmlPage', ({ entity, action }) => entity === 'Email' && action.toLowerCase() === 'update');
    const call = await correctEmail(workstation, 'mijn@voorbeeld.nl');
    await workstation.ask('call.finish', {
      callItemId: call.callItemId,
      outcome: 'no-answer',
      callback: null,
      number: null,
    });
    await workstation.sync();
    expect(await workstation.ask('sync.status', {})).toMatchObject({ attention: 0, waiting: 2 });
    workstation.clock.advance(25 * 3_600);
    expect(await workstation.ask('sync.status', {})).toMatchObject({ attention: 2 });
    const items = await itemsOf(workstation);
    expect(items).toMatchObject([
      {
        state: 'waiting',
        needsPerson: true,
        why: { nl: expect.stringContaining('webpagina') },
        waysOut: ['retry', 'withdraw'],
      },
      { state: 'waiting', needsPerson: true, why: { nl: expect.stringContaining('eerdere bewerking') } },
    ]);
    await workstation.ask('sync.withdraw', { operationId: items[0]?.operationId ?? '' });
    expect(await workstation.sync()).toMatchObject({ pushed: 1, waiting: 0 });
  });
});
