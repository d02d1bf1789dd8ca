/** How a workstation lives with Salesforce: sessions that end, budgets, locks, fields that go, and NPSP's own doings. */
import { describe, expect, it } from 'vitest';
import { TOKENS } from '../../../electron/backend/salesforce/tokens-in-store.ts';
import { readSetting } from '../../../db/queries/settings.ts';
import type { PulledRecords } from '../../../sync/connector.ts';
import { PutOff } from '../../../sync/crm-failure.ts';
import { createSalesforceConnector } from '../../../sync/crm/salesforce/connector.ts';
import { detailNumber } from '../../../sync/crm/salesforce/details.ts';
import { numberOf } from '../../../sync/crm/salesforce/numbers.ts';
import { checkOrg } from '../../../sync/crm/salesforce/check/check-org.ts';
import { call, correction, outgoing } from '../../contract/operations.ts';
import { signedIn, tokensInMemory } from '../../salesforce/connect.ts';
import { addRecord, type SalesforceOptions } from '../../salesforce/stand-in.ts';
import { deleteRecord, findRecord, updateRecord } from '../../salesforce/write.ts';
import { People } from '../../salesforce/people.ts';
import { addDonor, connectedEvening, organisation } from '../../support/salesforce-evening.ts';

const NOW = '2026-11-21T13:00:00.000Z';

describe('a workstation on Salesforce', () => {
  it('has the donor on its list, and a gift that is deleted there is gone with the next round', async () => {
    const { org, backend, clock, giftId, sync } = await connectedEvening();
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
    const { org, backend, sync } = await connectedEvening();
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

  it('fetches nothing when few questions are left, is still there, and waits only for Salesforce’s own no', async () => {
    const { org, backend, clock, sync } = await connectedEvening();
    await sync();
    org.limit.most = 1_000;
    org.limit.used = 990;
    const tight = await sync();
    expect(tight).toMatchObject({ failure: null, putOff: { message: expect.stringContaining('not many questions') } });
    expect(backend.sync.state()).toMatchObject({ state: 'idle', problem: tight.putOff?.sentence });
    expect(backend.claims.isOnline()).toBe(true);
    org.limit.used = 1_000;
    expect(await sync()).toMatchObject({ failure: { message: expect.stringContaining('answers no more') } });
    expect(backend.sync.state().state).toBe('offline');
    expect(backend.claims.isOnline()).toBe(false);
    // For a minute nothing is asked; then it is looked again.
    org.limit.used = 0;
    const asked = org.limit.used;
    clock.time += 30_000;
    expect((await sync()).failure).not.toBeNull();
    expect(org.limit.used).toBe(asked);
    clock.time += 31_000;
    expect(await sync()).toMatchObject({ failure: null, putOff: null });
    expect(backend.claims.isOnline()).toBe(true);
  });

  it('goes on with the description that it has while asking anew has to wait', async () => {
    const { org, clock, sync } = await connectedEvening();
    await sync();
    clock.time += 25 * 3_600_000;
    org.limit.used = 90_000;
    // The figure of yesterday says nothing: the first questions learn the new one.
    await sync();
    const before = org.limit.used;
    clock.time += 60_000;
    await sync();
    expect(org.limit.used - before).toBeLessThan(6);
  });
});

const CLOUD = { hasNpsp: false, hasNonprofitCloud: true } as const;

describe('the connector of Salesforce', () => {
  async function connected(options: SalesforceOptions = {}) {
    const org = await organisation(options);
    const donor = addDonor(org);
    const reach = { ...signedIn(org), pause: () => Promise.resolve() };
    if (donor.contactId !== '') await reach.numbers.keep('contact', [donor.contactId]);
    return { org, reach, ...donor, connector: createSalesforceConnector(reach), crmId: numberOf(donor.contactId) };
  }

  it('keeps the rest of the day for whoever is on the phone, to the last question', async () => {
    const { org, connector, crmId, contactId } = await connected();
    await connector.identify();
    org.limit.most = 100;
    org.limit.used = 90;
    await connector.identify();
    await expect(connector.begin('gifts')).rejects.toBeInstanceOf(PutOff);
    const objection = outgoing(crmId, { kind: 'objection', at: NOW, wasSetBefore: false });
    org.limit.used = 94;
    expect(await connector.send(objection)).toMatchObject({ kind: 'applied' });
    expect(findRecord(org.state, 'Contact', contactId)['DoNotCall']).toBe(true);
    org.limit.used = 98;
    expect(await connector.send(call(crmId))).toMatchObject({ kind: 'applied' });
    expect(org.limit.used).toBe(100);
    await expect(connector.send(call(crmId))).rejects.toMatchObject({ kind: 'unreachable' });
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
    ['with Nonprofit Cloud', CLOUD, 'package', 'warning'],
    ['with Nonprofit Cloud and no person accounts', { ...CLOUD, hasPersonAccounts: false }, 'package', 'problem'],
    ['with Nonprofit Cloud', CLOUD, 'newcomers', 'warning'],
    ['with Nonprofit Cloud and a hidden status', { ...CLOUD, hidden: ['GiftTransaction.Status'] }, 'giving', 'problem'],
    [
      'with Nonprofit Cloud and a frozen objection',
      { ...CLOUD, frozen: ['Account.PersonDoNotCall'] },
      'write',
      'problem',
    ],
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
    ['without the field of newcomers', { hasPersonField: false }, 'newcomers', 'warning'],
    ['with several currencies', { hasCurrencies: true }, 'giving', 'warning'],
  ] as const)('an organisation %s is told of in the check', async (_, options, id, state) => {
    const { reach } = await connected(options);
    const { items } = await checkOrg(reach);
    expect(items.find((each) => each.id === id)).toMatchObject({ state });
  });

  it.each([
    ['NPSP', {}],
    ['Nonprofit Cloud', CLOUD],
  ])('counts the gifts of nobody in the check, with %s', async (_, options) => {
    const { org, reach } = await connected(options);
    const find = async () => (await checkOrg(reach)).items.find(({ id }) => id === 'organisations');
    expect(await find()).toBeUndefined();
    const account = addRecord(org, 'Account', { Name: 'Bakkerij Bos' });
    const people = new People(org);
    if (people.isCloud) {
      addRecord(org, 'GiftTransaction', { DonorId: account, OriginalAmount: 100, Status: 'Paid' });
    } else {
      addRecord(org, 'Opportunity', { AccountId: account, Amount: 100, CloseDate: '2026-11-07', StageName: 'Posted' });
    }
    expect(await find()).toMatchObject({ state: 'warning', text: { nl: expect.stringMatching(/^1 gift/) } });
  });

  it('meets a change again that a read before did not see, while it saw one of after it', async () => {
    const clock = { time: Date.parse('2026-11-21T13:00:00Z') };
    const { org, connector, crmId, contactId } = await connected({ clock: () => new Date(clock.time) });
    const otherId = addRecord(org, 'Contact', { LastName: 'Later' });
    const { position: begun } = await connector.begin('donors');
    let { position } = await connector.pull('donors', begun, 'whole');
    /** E-mail by donor. */
    const pull = async (): Promise<ReadonlyMap<number | null, string | undefined>> => {
      const page = await connector.pull('donors', position, 'whole');
      ({ position } = page);
      const { records } = page.pulled as Extract<PulledRecords, { entity: 'donors' }>;
      return new Map(records.map((donor) => [donor.crmId, donor.emails[0]?.email]));
    };
    // What was before a write is kept while this is on.
    org.faults.set('staleReads', () => false);
    clock.time += 2 * 3_600_000;
    const mailbox = { field: 'email', rowId: null, crmId: detailNumber(contactId, 'Email') } as const;
    const change = correction(crmId, { ...mailbox, base: 'noor@voorbeeld.nl', value: 'nieuw@voorbeeld.nl' });
    expect(await connector.send(change)).toMatchObject({ kind: 'applied' });
    clock.time += 60_000;
    updateRecord(org.admin(), 'Contact', otherId, { LastName: 'Later nog' });
    org.faults.set('staleReads', 'always');
    const behind = await pull();
    expect([behind.has(numberOf(otherId)), behind.get(crmId)]).toEqual([true, 'noor@voorbeeld.nl']);
    org.faults.clear();
    expect((await pull()).get(crmId)).toBe('nieuw@voorbeeld.nl');
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
