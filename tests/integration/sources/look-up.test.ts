/** Whom no workstation holds is found in the CRM (docs/decisions/0016). */
import { expect, it } from 'vitest';
import { action, donation, user } from '../../support/kentaa/objects.ts';
import { kentaaStandIn } from '../../support/kentaa/stand-in.ts';
import { askCrm, connectedWorkstation, practiceCrm, testClock } from '../../support/workstation.ts';

const ADDRESS = { street: 'Dorpsstraat', house_number: '12', zipcode: '6811AD', city: 'Arnhem', country: 'NL' };
const AT = '2026-11-20T10:00:00.000Z';

it('somebody of the CRM who never gave is recognised by her e-mail, and then her details are here', async () => {
  const clock = testClock();
  const crm = await practiceCrm();
  const kentaa = await kentaaStandIn({ clock: clock.now });
  const [contact] = await askCrm(crm, 'Contact', 'create', {
    values: { contact_type: 'Individual', first_name: 'Marijke', middle_name: 'van der', last_name: 'Veen' },
  });
  const crmId = Number(contact?.['id']);
  await askCrm(crm, 'Email', 'create', { values: { contact_id: crmId, email: 'marijke.vdveen@voorbeeld.example' } });
  await askCrm(crm, 'Phone', 'create', { values: { contact_id: crmId, phone: '06 12345678' } });
  await askCrm(crm, 'Address', 'create', {
    values: { contact_id: crmId, street_address: 'Dorpsstraat 12', postal_code: '6811 AD', city: 'Arnhem' },
  });
  kentaa.put('actions', action('2026-08-26T14:50:14Z', { id: 9021 }));
  kentaa.put('users', user('2026-08-26T14:49:11Z', { id: 802 }));
  const workstation = await connectedWorkstation(crm, { clock });
  const { reader } = workstation.backend.store;
  kentaa.put('donations', donation(AT, { id: 418, action_id: 9021, phone: '0612345678', address: ADDRESS }));
  const { apiKey, url: address } = kentaa;
  await workstation.ask('sources.add', { kind: 'kentaa', address, apiKey, startedFrom: '2026-11-01' });
  await workstation.backend.sources.run();
  const stateOf = async () =>
    (await reader.selectFrom('source_link').select('state').execute()).map(({ state }) => state);
  expect(await stateOf()).toEqual(['new', 'new']);
  const report = await workstation.sync();
  expect(report?.failure?.crmWords ?? null).toBeNull();
  expect(report?.failure).toBeNull();
  expect(await stateOf()).toEqual(['certain', 'new']);
  const gifts = await reader
    .selectFrom('gift')
    .innerJoin('donor', 'donor.id', 'gift.donor_id')
    .select(['gift.external_id', 'surname', 'slice'])
    .where('donor.crm_id', '=', crmId)
    .execute();
  expect(gifts).toEqual([{ external_id: 'kentaa:6:donation:418', surname: 'Veen', slice: 'inside' }]);
});
