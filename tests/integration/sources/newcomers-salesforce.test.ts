/** Somebody whom Salesforce does not know becomes a contact there: once, and never past a rule against duplicates. */
import { describe, expect, it } from 'vitest';
import { createClient } from '../../../contract/client.ts';
import { connectedEvening } from '../../support/salesforce-evening.ts';
import { donation } from '../../support/kentaa/objects.ts';
import { kentaaStandIn } from '../../support/kentaa/stand-in.ts';
import type { SalesforceOptions } from '../../salesforce/stand-in.ts';
import { addRecord } from '../../salesforce/stand-in.ts';
import { livingOf } from '../../salesforce/rest.ts';
import { mergeContacts } from '../../salesforce/write.ts';

const AT = '2026-11-20T10:00:00.000Z';
const ADDRESS = { street: 'Dorpsstraat', house_number: '12', zipcode: '6811AD', city: 'Arnhem', country: 'NL' };

async function arrange(options: SalesforceOptions = {}) {
  const evening = await connectedEvening(options);
  const { org, backend, clock, sync } = evening;
  const kentaa = await kentaaStandIn({ clock: () => new Date(clock.time).toISOString() });
  kentaa.put('donations', donation(AT, { id: 418, phone: '0638291746', address: ADDRESS }));
  const client = createClient(backend);
  const { apiKey, url: address } = kentaa;
  await client.ask('sources.add', { kind: 'kentaa', address, apiKey, startedFrom: '2026-11-01' });
  await backend.sources.run();
  const { reader } = backend.store;
  const stateOf = async () => (await reader.selectFrom('source_link').select('state').executeTakeFirst())?.state;
  const add = async (): Promise<void> => {
    const link = await reader.selectFrom('source_link').select('source_donor_id').executeTakeFirstOrThrow();
    await client.ask('sources.addDonor', { sourceDonorId: link.source_donor_id });
    await sync();
  };
  const contacts = () => livingOf(org.state, 'Contact').filter((contact) => contact['LastName'] === 'Veen');
  return { ...evening, stateOf, add, contacts, reader };
}

describe('somebody whom a fundraising site knows', () => {
  it('becomes a contact in a household of her own after a yes, and a lost answer makes nobody twice', async () => {
    const { org, sync, stateOf, add, contacts, reader } = await arrange();
    await sync();
    expect(await stateOf()).toBe('new');
    expect(contacts()).toEqual([]);
    org.faults.set('errorAfterWrite', ({ entity, action }) => entity === 'Contact' && action === 'create');
    await add();
    org.faults.clear();
    await sync();
    await sync();
    expect(contacts()).toMatchObject([
      {
        Dankbel_Id__c: 'kentaa:6:donation:418',
        FirstName: 'Marijke',
        MiddleName: 'van der',
        MobilePhone: '+31638291746',
        Phone: '+31638291746',
        npe01__PreferredPhone__c: 'Mobile',
        npe01__Preferred_Email__c: 'Personal',
        MailingStreet: 'Dorpsstraat 12',
        MailingPostalCode: '6811 AD',
        MailingCountry: 'Nederland',
        AccountId: expect.stringMatching(/^001/),
      },
    ]);
    expect(await stateOf()).toBe('linked');
    const donors = await reader
      .selectFrom('donor')
      .innerJoin('gift', 'gift.donor_id', 'donor.id')
      .select(['surname', 'amount'])
      .where('donor.external_id', '=', 'kentaa:6:donation:418')
      .execute();
    expect(donors).toEqual([{ surname: 'Veen', amount: 2_500 }]);
  });

  it('is not taken for removed by an answer that is behind, right after she was made', async () => {
    const { org, sync, stateOf, add, contacts, reader } = await arrange();
    await sync();
    let reads = -1;
    org.faults.set('errorAfterWrite', ({ entity, action }) => {
      const isMade = entity === 'Contact' && action === 'create';
      if (isMade) reads = 0;
      return isMade;
    });
    // The first look finds her; those after it know nothing of the last write.
    org.faults.set('staleReads', () => reads >= 0 && (reads += 1) > 1);
    await add();
    org.faults.clear();
    await sync();
    await sync();
    expect(await reader.selectFrom('source_newcomer').select('problem').execute()).toEqual([{ problem: null }]);
    expect(contacts()).toHaveLength(1);
    expect(['linked', 'certain']).toContain(await stateOf());
  });

  it('is recognised when Salesforce has her already, by a phone in another notation', async () => {
    const { org, sync, stateOf, contacts } = await arrange();
    addRecord(org, 'Contact', {
      FirstName: 'Marijke',
      MiddleName: 'van der',
      LastName: 'Veen',
      HomePhone: '06-38 29 17 46',
      MailingStreet: 'Dorpsstraat 12',
      MailingPostalCode: '6811 AD',
      MailingCity: 'Arnhem',
    });
    await sync();
    expect(await stateOf()).toBe('certain');
    expect(contacts()).toHaveLength(1);
  });

  it('is not made past a rule against duplicates: the coordinator reads why', async () => {
    const { org, stateOf, add, contacts, reader, sync } = await arrange({ hasDuplicateRule: true });
    await sync();
    addRecord(org, 'Contact', { FirstName: 'M.', LastName: 'Vein', Email: 'marijke.vdveen@voorbeeld.example' });
    await add();
    await sync();
    expect(contacts()).toEqual([]);
    expect(org.overruled).toBe(0);
    const { problem } = await reader.selectFrom('source_newcomer').select('problem').executeTakeFirstOrThrow();
    expect(problem).toContain('regel tegen dubbelen');
    expect(await stateOf()).toBe('new');
  });

  it('who was merged there meanwhile is the winner', async () => {
    const { org, backend, add, contacts, sync } = await arrange();
    await add();
    const [made] = contacts();
    const winner = addRecord(org, 'Contact', { FirstName: 'Marijke', LastName: 'Veen' });
    mergeContacts(org.admin(), winner, String(made?.['Id']));
    await backend.store.write(({ transaction }) =>
      transaction
        .updateTable('source_newcomer')
        .set({ added_at: null })
        .execute()
        .then(() => undefined),
    );
    await sync();
    expect(contacts().map(({ Id }) => Id)).toEqual([winner]);
  });
});
