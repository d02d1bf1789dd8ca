/** Somebody whom the CRM does not know becomes a contact there: once, after a yes or by the setting, whatever breaks. */
import { expect, it } from 'vitest';
import { donation, manualDonation } from '../../support/kentaa/objects.ts';
import { kentaaStandIn } from '../../support/kentaa/stand-in.ts';
import { askCrm, connectedWorkstation, practiceCrm, testClock } from '../../support/workstation.ts';

const AT = '2026-11-20T10:00:00.000Z';
const ADDRESS = { street: 'Dorpsstraat', house_number: '12', zipcode: '6811AD', city: 'Arnhem', country: 'NL' };
const GIVER = { id: 418, phone: '0638291746', address: ADDRESS };

async function arrange() {
  const clock = testClock();
  const crm = await practiceCrm();
  const kentaa = await kentaaStandIn({ clock: clock.now });
  const workstation = await connectedWorkstation(crm, { clock });
  kentaa.put('donations', donation(AT, GIVER));
  const { apiKey, url: address } = kentaa;
  await workstation.ask('sources.add', { kind: 'kentaa', address, apiKey, startedFrom: '2026-11-01' });
  await workstation.backend.sources.run();
  await workstation.sync();
  const contacts = () =>
    askCrm(crm, 'Contact', 'get', {
      select: ['id', 'first_name', 'middle_name', 'last_name', 'external_identifier'],
      where: [['external_identifier', 'LIKE', 'kentaa:%']],
    });
  return { clock, crm, kentaa, workstation, contacts };
}

it('after a coordinator’s yes, and a lost answer makes nobody twice', async () => {
  const { crm, workstation, contacts } = await arrange();
  const { reader } = workstation.backend.store;
  const [person] = await reader.selectFrom('source_link').selectAll().execute();
  expect(person?.state).toBe('new');
  expect(await contacts()).toEqual([]);
  await workstation.ask('sources.addDonor', { sourceDonorId: person?.source_donor_id ?? 0 });
  crm.faults.set('errorAfterWrite', ({ entity, action }) => entity === 'Contact' && action === 'create');
  await workstation.sync();
  crm.faults.clear();
  expect(await contacts()).toHaveLength(1);
  await workstation.sync();
  await workstation.sync();
  expect(await contacts()).toMatchObject([
    { first_name: 'Marijke', middle_name: 'van der', last_name: 'Veen', external_identifier: 'kentaa:6:donation:418' },
  ]);
  const donor = await reader
    .selectFrom('donor')
    .innerJoin('gift', 'gift.donor_id', 'donor.id')
    .innerJoin('donor_phone', 'donor_phone.donor_id', 'donor.id')
    .innerJoin('donor_address', 'donor_address.donor_id', 'donor.id')
    .select(['surname', 'amount', 'number', 'street', 'postcode'])
    .where('donor.external_id', '=', 'kentaa:6:donation:418')
    .execute();
  expect(donor).toMatchObject([{ surname: 'Veen', amount: 2500, number: '+31638291746', street: 'Dorpsstraat 12' }]);
  expect(await reader.selectFrom('source_link').select('state').execute()).toEqual([{ state: 'linked' }]);
});

it('whole, also when she was recognised as the half that a lost answer left', async () => {
  const { crm, workstation, contacts } = await arrange();
  const { reader } = workstation.backend.store;
  const person = await reader.selectFrom('source_link').selectAll().executeTakeFirstOrThrow();
  await workstation.ask('sources.addDonor', { sourceDonorId: person.source_donor_id });
  crm.faults.set('errorAfterWrite', ({ entity, action }) => entity === 'Contact' && action === 'create');
  await workstation.sync();
  crm.faults.clear();
  // She comes in with the others, and the round breaks before she is looked for.
  crm.faults.set('refuse', ({ entity }) => entity === 'Contribution');
  await workstation.sync();
  crm.faults.clear();
  expect(await reader.selectFrom('source_link').select('state').execute()).toEqual([{ state: 'certain' }]);
  await workstation.sync();
  const [contact] = await contacts();
  const where = [['contact_id', '=', contact?.['id']]];
  expect(await askCrm(crm, 'Phone', 'get', { where })).toHaveLength(1);
  expect(await askCrm(crm, 'Address', 'get', { where })).toMatchObject([{ street_address: 'Dorpsstraat 12' }]);
  expect(await contacts()).toHaveLength(1);
  expect(await reader.selectFrom('source_newcomer').select('added_at').execute()).not.toEqual([{ added_at: null }]);
});

it('by the setting, but never for money that an organiser typed in', async () => {
  const { clock, kentaa, workstation, contacts } = await arrange();
  kentaa.put('manual-donations', manualDonation('2026-11-21T12:30:00Z', { id: 7 }));
  await workstation.ask('sources.change', { siteId: 'kentaa:6', apiKey: null, isEnabled: true, addsNewcomers: true });
  clock.advance(3_600);
  await workstation.backend.sources.run();
  await workstation.sync();
  expect((await contacts()).map((contact) => contact['last_name'])).toEqual(['Veen']);
  await workstation.sync();
  expect(await contacts()).toHaveLength(1);
});

it('waits while the CRM is away, and is not asked for twice', async () => {
  const { crm, workstation, contacts } = await arrange();
  const { reader } = workstation.backend.store;
  const [person] = await reader.selectFrom('source_link').selectAll().execute();
  crm.faults.set('maintenance', 'always');
  await workstation.ask('sources.addDonor', { sourceDonorId: person?.source_donor_id ?? 0 });
  await workstation.sync();
  expect(await contacts().catch(() => [])).toEqual([]);
  crm.faults.clear();
  await workstation.sync();
  expect(await contacts()).toHaveLength(1);
  await expect(
    workstation.ask('sources.addDonor', { sourceDonorId: person?.source_donor_id ?? 0 }),
  ).rejects.toMatchObject({ failure: { code: 'out-of-date' } });
});
