/** How a workstation lives with Salesforce: sessions that end, budgets, locks, fields that go, and NPSP's own doings. */
import { describe, expect, it } from 'vitest';
import { openBackend, type OpenBackend } from '../../../electron/backend/open-backend.ts';
import { SILENT_LOG } from '../../../electron/backend/log.ts';
import { adoptSalesforce } from '../../../electron/backend/salesforce/adopt.ts';
import { TOKENS } from '../../../electron/backend/salesforce/tokens-in-store.ts';
import { readSetting } from '../../../db/queries/settings.ts';
import { createSalesforceConnector } from '../../../sync/crm/salesforce/connector.ts';
import { detailNumber } from '../../../sync/crm/salesforce/details.ts';
import { numberOf } from '../../../sync/crm/salesforce/numbers.ts';
import { checkOrg } from '../../../sync/crm/salesforce/check/check-org.ts';
import type { SyncReport } from '../../../sync/engine.ts';
import { call, correction, outgoing } from '../../contract/operations.ts';
import { signedIn, tokensInMemory } from '../../salesforce/connect.ts';
import {
  addRecord,
  startSalesforce,
  type SalesforceOptions,
  type SalesforceStandIn,
} from '../../salesforce/stand-in.ts';
import { deleteRecord, findRecord } from '../../salesforce/write.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { whenDone } from '../../support/when-done.ts';

const NOW = '2026-11-21T13:00:00.000Z';

interface Evening {
  readonly org: SalesforceStandIn;
  readonly backend: OpenBackend;
  readonly clock: { time: number };
  readonly contactId: string;
  readonly giftId: string;
  readonly sync: () => Promise<SyncReport>;
}

async function organisation(options: SalesforceOptions = {}): Promise<SalesforceStandIn> {
  const org = await startSalesforce(options);
  whenDone(() => org.stop());
  return org;
}

function addDonor(org: SalesforceStandIn, hasNpsp = true): { readonly contactId: string; readonly giftId: string } {
  const contactId = addRecord(org, 'Contact', {
    FirstName: 'Noor',
    LastName: 'Bos',
    MobilePhone: '06 12345678',
    Email: 'noor@voorbeeld.nl',
  });
  const giftId = addRecord(org, 'Opportunity', {
    Amount: 25,
    CloseDate: '2026-11-07',
    StageName: 'Closed Won',
    ...(hasNpsp ? { npsp__Primary_Contact__c: contactId } : {}),
  });
  return { contactId, giftId };
}

async function evening(options: SalesforceOptions = {}): Promise<Evening> {
  const clock = { time: Date.parse(NOW) - 3_600_000 };
  const org = await organisation({ ...options, clock: () => new Date(clock.time) });
  const donor = addDonor(org);
  clock.time = Date.parse(NOW);
  const now = (): number => clock.time;
  const pause = (milliseconds: number): Promise<void> => {
    clock.time += milliseconds;
    return Promise.resolve();
  };
  const backend = await openBackend({
    folder: temporaryFolder(),
    now: () => new Date(clock.time).toISOString(),
    random: () => 0.5,
    log: SILENT_LOG,
    syncsByItself: false,
    salesforce: { now, pause },
  });
  whenDone(() => backend.close());
  const tokens = { ...org.oauth.signIn(), instanceUrl: org.url };
  await adoptSalesforce(backend.store, { loginUrl: org.url, clientId: org.oauth.clientId, tokens }, null, {
    now,
    pause,
  });
  await backend.reconnect();
  const sync = async (): Promise<SyncReport> => {
    const report = await backend.sync.run(true);
    if (report === null) throw new Error('not connected');
    return report;
  };
  return { org, backend, clock, sync, ...donor };
}

describe('a workstation on Salesforce', () => {
  it('has the donor on its list, and a gift that is deleted there is gone with the next round', async () => {
    const { org, backend, clock, giftId, sync } = await evening();
    expect(await sync()).toMatchObject({ failure: null, pulled: { donors: 1, gifts: 1 } });
    const gifts = () => backend.store.reader.selectFrom('gift').select(['amount', 'status']).execute();
    expect(await gifts()).toEqual([{ amount: 2_500, status: 'received' }]);
    clock.time += 10 * 60_000;
    deleteRecord(org.admin(), 'Opportunity', giftId);
    clock.time += 60_000;
    expect((await sync()).failure).toBeNull();
    expect(await gifts()).toEqual([]);
  });

  it('renews a session that ended, once, and has the new token on the disk before it goes on', async () => {
    const { org, backend, sync } = await evening();
    await sync();
    const before = await readSetting(backend.store.reader, TOKENS);
    org.oauth.endSessions();
    expect((await sync()).failure).toBeNull();
    const after = await readSetting(backend.store.reader, TOKENS);
    expect(after?.refreshToken).not.toBe(before?.refreshToken);
    org.oauth.revokeAll();
    const { failure } = await sync();
    expect(failure).toMatchObject({
      kind: 'refused',
      sentence: { nl: expect.stringContaining('opnieuw in te loggen') },
    });
  });

  it('waits when the organisation has hardly any questions left, and still sends an objection', async () => {
    const { org, sync, contactId } = await evening();
    await sync();
    org.limit.most = 1_000;
    org.limit.used = 900;
    const connector = createSalesforceConnector({ ...signedIn(org), pause: () => Promise.resolve() });
    await connector.identify();
    expect(connector.budget?.()).toMatchObject({ most: 1_000 });
    await expect(connector.begin('gifts')).rejects.toMatchObject({
      kind: 'unreachable',
      message: expect.stringContaining('hardly any questions'),
    });
    org.limit.used = 1_001;
    expect((await sync()).failure).toMatchObject({ kind: 'unreachable' });
    org.limit.used = 0;
    expect((await sync()).failure).toMatchObject({ kind: 'unreachable' });
    expect(findRecord(org.state, 'Contact', contactId)['DoNotCall']).toBe(false);
  });
});

describe('the connector of Salesforce', () => {
  async function connected(options: SalesforceOptions = {}) {
    const org = await organisation(options);
    const donor = addDonor(org, options.hasNpsp);
    const reach = { ...signedIn(org), pause: () => Promise.resolve() };
    await reach.numbers.keep('contact', [donor.contactId]);
    return { org, reach, ...donor, connector: createSalesforceConnector(reach), crmId: numberOf(donor.contactId) };
  }

  it('keeps the rest of the day for an objection', async () => {
    const { org, connector, crmId, contactId } = await connected();
    await connector.identify();
    org.limit.most = 100;
    org.limit.used = 96;
    await connector.identify();
    await expect(connector.send(call(crmId))).rejects.toMatchObject({ kind: 'unreachable' });
    const objection = outgoing(crmId, { kind: 'objection', at: NOW, wasSetBefore: false });
    org.limit.used = 90;
    expect(await connector.send(objection)).toMatchObject({ kind: 'applied' });
    expect(findRecord(org.state, 'Contact', contactId)['DoNotCall']).toBe(true);
  });

  it('waits out a lock, and gives up for now when it stays', async () => {
    const { org, connector, crmId } = await connected();
    org.locks = 2;
    expect(await connector.send(call(crmId))).toMatchObject({ kind: 'applied' });
    org.locks = 10;
    await expect(connector.send(call(crmId))).rejects.toMatchObject({ kind: 'busy', code: 'UNABLE_TO_LOCK_ROW' });
  });

  it('tells a rule against duplicates in words that say what to do', async () => {
    const { org, connector, crmId, contactId } = await connected({ hasDuplicateRule: true });
    addRecord(org, 'Contact', { LastName: 'Twee', Email: 'twee@voorbeeld.nl' });
    const value = 'twee@voorbeeld.nl';
    const base = 'noor@voorbeeld.nl';
    const change = correction(crmId, {
      field: 'email',
      rowId: null,
      crmId: detailNumber(contactId, 'Email'),
      base,
      value,
    });
    await expect(connector.send(change)).rejects.toMatchObject({ kind: 'forbidden', code: 'DUPLICATES_DETECTED' });
  });

  it('tells of a field that was hidden meanwhile, asks anew what there is, and goes on without it', async () => {
    const { org, reach, connector } = await connected();
    const { position } = await connector.begin('donors');
    org.change({ hidden: ['Contact.HomePhone'] });
    const refused: unknown = await connector.pull('donors', position, 'whole').catch((error: unknown) => error);
    expect(refused).toMatchObject({
      kind: 'busy',
      code: 'INVALID_FIELD',
      message: expect.stringContaining('See Connect'),
    });
    expect(JSON.stringify(refused)).not.toContain((await reach.tokens.read()).accessToken);
    expect(await connector.pull('donors', position, 'whole')).toMatchObject({ rows: 1, leftOut: 0 });
  });

  it('refuses to send a call without the field that makes it exactly one', async () => {
    const { connector, crmId, reach } = await connected({ hasIdField: false });
    await expect(connector.send(call(crmId))).rejects.toMatchObject({ kind: 'forbidden' });
    const { items } = await checkOrg(reach);
    expect(items.find(({ id }) => id === 'task-id')).toMatchObject({
      state: 'problem',
      text: { nl: expect.stringContaining('Dankbel_Id__c') },
    });
  });

  it.each([
    ['without NPSP', { hasNpsp: false }, 'package', 'problem'],
    ['Nonprofit Cloud', { hasNpsp: false, hasNonprofitCloud: true }, 'package', 'problem'],
    ['without the fields of calls', { hasCallCenter: false }, 'calls', 'warning'],
    ['with a hidden flag', { hidden: ['Contact.npsp__Deceased__c'] }, 'read', 'warning'],
    [
      'without phones',
      {
        hidden: ['MobilePhone', 'HomePhone', 'Phone', 'OtherPhone', 'npe01__WorkPhone__c'].map(
          (name) => `Contact.${name}`,
        ),
      },
      'read',
      'problem',
    ],
    ['with a frozen objection', { frozen: ['Contact.DoNotCall'] }, 'write', 'problem'],
    ['without the field of claims', { hasClaimField: false }, 'claims', 'warning'],
    ['with several currencies', { hasCurrencies: true }, 'giving', 'warning'],
  ] as const)('an organisation %s is told of in the check', async (_, options, id, state) => {
    const { reach } = await connected(options);
    const { items } = await checkOrg(reach);
    expect(items.find((each) => each.id === id)).toMatchObject({ state });
  });

  it('follows a chain of merges to whoever won', async () => {
    const { org, connector, contactId, crmId } = await connected();
    const [second, third] = [
      addRecord(org, 'Contact', { LastName: 'Twee' }),
      addRecord(org, 'Contact', { LastName: 'Drie' }),
    ];
    deleteRecord(org.admin(), 'Contact', contactId, second);
    deleteRecord(org.admin(), 'Contact', second, third);
    expect(await connector.findWinner(crmId)).toBe(numberOf(third));
    expect(await connector.send(call(crmId))).toMatchObject({ kind: 'applied' });
  });

  it('renews once for two questions at a time', async () => {
    const org = await organisation();
    const store = tokensInMemory({ ...org.oauth.signIn(), instanceUrl: org.url });
    const reach = signedIn(org, store);
    const connector = createSalesforceConnector(reach);
    await connector.identify();
    org.oauth.endSessions();
    await Promise.all([connector.identify(), connector.identify(), connector.begin('donors')]);
    expect(store.written).toHaveLength(2);
  });
});
