/** Connecting a workstation to a CRM, by whom, and to which. */
import { describe, expect, it } from 'vitest';
import { startPracticeCrm } from '../../../sync/practice/server.ts';
import { connect, crmOfToday } from '../../support/connect.ts';
import { holdCall } from '../../support/hold-call.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { serveAsReal } from '../../support/web-server.ts';
import { AFTERNOON, askCrm, connectedWorkstation, openWorkstation, practiceCrm } from '../../support/workstation.ts';

describe('a new workstation', () => {
  it('may be connected by whoever opens it, and answers nothing else before', async () => {
    const crm = await crmOfToday();
    const workstation = await openWorkstation();
    expect(await workstation.ask('session.get', {})).toMatchObject({ person: { name: '' }, source: 'none' });
    expect(await workstation.ask('connection.get', {})).toEqual({
      connected: null,
      isPractice: false,
      signIn: { kind: 'none' },
      asked: null,
      budget: null,
      onlyHost: null,
    });
    await expect(workstation.ask('sync.status', {})).rejects.toThrow('does not belong to your task');
    await connect(workstation, crm);
    expect(await workstation.ask('connection.get', {})).toEqual({
      connected: {
        kind: 'civicrm',
        address: crm.url,
        organisation: 'Stichting Elk Kind Zwemt',
        user: 'Koen Koppeling',
        since: AFTERNOON,
        authority: null,
        app: null,
      },
      isPractice: true,
      signIn: { kind: 'none' },
      asked: null,
      budget: null,
      onlyHost: null,
    });
    expect(await workstation.sync()).toMatchObject({ failure: null, pulled: { donors: expect.any(Number) } });
  });

  it('keeps the key where nothing but the database key can read it, and never says it again', async () => {
    const crm = await crmOfToday();
    const workstation = await openWorkstation();
    await connect(workstation, crm);
    expect(JSON.stringify(await workstation.ask('connection.get', {}))).not.toContain(crm.apiKey);
    expect(JSON.stringify(await workstation.ask('connection.check', {}))).not.toContain(crm.apiKey);
  });
});

describe('who may', () => {
  it('is the coordinator, and nobody else', async () => {
    const workstation = await connectedWorkstation(await crmOfToday());
    await workstation.backend.store.write(async ({ transaction }) => {
      await transaction.updateTable('person').set({ roles: '["caller","director"]' }).execute();
    });
    for (const ask of [
      () => workstation.ask('connection.get', {}),
      () => workstation.ask('connection.check', {}),
      () => workstation.ask('connection.connect', { url: 'x', apiKey: 'x', allowsPlainHttp: false }),
      () => workstation.ask('connection.beginSignIn', { clientId: 'x', place: 'production', address: '' }),
      () => workstation.ask('connection.openSignIn', {}),
      () => workstation.ask('connection.cancelSignIn', {}),
      () => workstation.ask('connection.createFields', { apiKey: null }),
      () => workstation.ask('connection.chooseStatuses', { statuses: [] }),
    ]) {
      await expect(ask()).rejects.toMatchObject({ failure: { code: 'not-allowed' } });
    }
  });
});

describe('an address as it was pasted', () => {
  it.each([
    ['its dashboard', '/civicrm/dashboard?reset=1'],
    ['the administration of WordPress', '/wp-admin/admin.php?page=CiviCRM'],
    ['a page of its own', '/leden/crm/'],
    ['white space around it', '/  \n'],
  ])('with %s leads to the CRM', async (_, rest) => {
    const crm = await crmOfToday();
    const workstation = await openWorkstation();
    await workstation.ask('connection.connect', {
      url: `  ${crm.url}${rest}`,
      apiKey: crm.apiKey,
      allowsPlainHttp: false,
    });
    expect(await workstation.ask('connection.get', {})).toMatchObject({ connected: { address: crm.url } });
  });

  it('without pretty permalinks leads to the CRM, and everything goes that way', async () => {
    const crm = await crmOfToday();
    const workstation = await openWorkstation();
    await workstation.ask('connection.connect', {
      url: `${crm.url}/?civiwp=CiviCRM&q=civicrm%2Fdashboard`,
      apiKey: crm.apiKey,
      allowsPlainHttp: false,
    });
    expect(await workstation.ask('connection.get', {})).toMatchObject({
      connected: { address: `${crm.url}/?civiwp=CiviCRM&q=` },
    });
    await workstation.sync();
    await holdCall(workstation, 'NIEUW-0009', { outcome: 'no-answer' });
    expect(await workstation.sync()).toMatchObject({ pushed: 1, failure: null });
  });

  it('without encryption is not tried, and the key stays here', async () => {
    const workstation = await openWorkstation();
    const answer = workstation.ask('connection.connect', {
      url: 'http://crm.invalid',
      apiKey: 'sleutel',
      allowsPlainHttp: false,
    });
    await expect(answer).rejects.toMatchObject({
      failure: { code: 'refused', sentence: { nl: expect.stringContaining('niet beveiligd (http)') } },
    });
  });

  it('of another server is not sent the key that is kept for this one', async () => {
    const crm = await crmOfToday();
    const other = await crmOfToday();
    const workstation = await openWorkstation();
    await connect(workstation, crm);
    const asked = workstation.ask('connection.connect', { url: other.url, apiKey: null, allowsPlainHttp: false });
    await expect(asked).rejects.toMatchObject({
      failure: { sentence: { nl: expect.stringContaining('ook de API-sleutel') } },
    });
    expect(other.faults.requests).toEqual([]);
    await workstation.ask('connection.connect', { url: crm.url, apiKey: null, allowsPlainHttp: false });
  });
});

describe('another organisation under the same address', () => {
  it('is noticed and refused: nothing is sent and nothing is fetched', async () => {
    const first = await startPracticeCrm({
      dataDir: ':memory:',
      fill: { kind: 'invented', donors: 30, seed: 1, date: '2026-11-21' },
    });
    const port = Number(new URL(first.url).port);
    const workstation = await openWorkstation();
    await connect(workstation, first);
    await workstation.sync();
    await first.stop();
    const folder = temporaryFolder();
    const other = await practiceCrm({ port, dataDir: folder });
    // The same key opens it, and the organisation has the same name: only its database is another one.
    const [user] = await askCrm(other, 'Contact', 'get', { select: ['id'], where: [['id', '=', 6]] });
    await askCrm(other, 'Contact', 'update', { where: [['id', '=', user?.['id']]], values: { api_key: first.apiKey } });
    expect(await workstation.sync()).toMatchObject({ pulled: { donors: 0 }, failure: { kind: 'refused' } });
    expect(await workstation.ask('sync.status', {})).toMatchObject({
      state: 'stopped',
      problem: { nl: expect.stringContaining('Deze werkplek hoort bij Stichting Elk Kind Zwemt') },
    });
    const check = await workstation.ask('connection.check', {});
    expect(check.items).toMatchObject([{ id: 'identity', state: 'problem' }]);
  });

  it('is not what a new name means', async () => {
    const crm = await crmOfToday();
    const workstation = await connectedWorkstation(crm);
    await askCrm(crm, 'Contact', 'update', { where: [['id', '=', 1]], values: { organization_name: 'Zwemt!' } });
    expect(await workstation.sync()).toMatchObject({ failure: null });
    await connect(workstation, crm);
    expect(await workstation.ask('session.get', {})).toMatchObject({ charityName: 'Zwemt!' });
  });
});

it('a practice profile that is connected to a real CRM begins anew: nothing that was invented stays', async () => {
  const invented = await practiceCrm({ fill: { kind: 'invented', donors: 30, seed: 1, date: '2026-11-21' } });
  const workstation = await connectedWorkstation(invented, { isPractice: true });
  await workstation.ask('session.setLanguage', { language: 'en' });
  const { reader } = workstation.backend.store;
  expect(await reader.selectFrom('donor').select('id').execute()).not.toEqual([]);
  const real = await crmOfToday();
  const page = await serveAsReal(real.url);
  await workstation.ask('connection.connect', { url: page, apiKey: real.apiKey, allowsPlainHttp: false });
  expect(await reader.selectFrom('donor').select('id').execute()).toEqual([]);
  expect(await workstation.ask('session.get', {})).toMatchObject({ isPractice: false, language: 'en' });
  await workstation.sync();
  const outside = await reader.selectFrom('donor').select('external_id').execute();
  expect(outside.some(({ external_id: id }) => id?.startsWith('NIEUW-'))).toBe(true);
});
