/** A gift through a friend's action at Kentaa, from the evening on which it was given to the call (issue 8, Shows 2). */
import type { Page } from '@playwright/test';
import { createClient } from '../../contract/client.ts';
import { action, donation, user } from '../support/kentaa/objects.ts';
import { startKentaa, type KentaaStandIn } from '../support/kentaa/stand-in.ts';
import { expect, inCrm, test, type App } from './support/app.ts';
import { checkAllLooks } from './support/check-screen.ts';

const GIVEN = '2026-11-21T09:00:00.000Z';

/** Somebody whom the CRM knows by her name and e-mail, and who never gave: her details are on no workstation. */
async function knownInCrm({ crm }: App): Promise<number> {
  const [contact] = await inCrm(crm, 'Contact', 'create', {
    values: { contact_type: 'Individual', first_name: 'Marijke', middle_name: 'van der', last_name: 'Veen' },
  });
  const id = Number(contact?.['id']);
  await inCrm(crm, 'Email', 'create', {
    values: { contact_id: id, email: 'marijke.vdveen@voorbeeld.example', is_primary: true },
  });
  await inCrm(crm, 'Phone', 'create', { values: { contact_id: id, phone: '06 38291746', is_primary: true } });
  await inCrm(crm, 'Address', 'create', {
    values: {
      contact_id: id,
      street_address: 'Dorpsstraat 12 a',
      postal_code: '6811 AD',
      city: 'Arnhem',
      is_primary: true,
    },
  });
  return id;
}

async function addSite(app: App, page: Page, kentaa: KentaaStandIn): Promise<void> {
  await app.visit(page, '/settings/kentaa');
  const form = page.getByRole('form', { name: 'Voeg deze actiesite toe' });
  await form.getByLabel('Adres van de API').fill(kentaa.url);
  await form.getByLabel('Sleutel').fill('verkeerd');
  await form.getByLabel('Lees vanaf').fill('1-11-2026');
  await page.keyboard.press('Enter');
  await expect(form.getByRole('alert')).toContainText('Kentaa kent deze sleutel niet.');
  await form.getByLabel('Sleutel').fill(kentaa.apiKey);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Stichting Voorbeeld' })).toBeVisible();
}

test('comes in on the day, is on the list on day 14 with the action in the script, and changes programme when it goes back', async ({
  app,
  page,
}) => {
  let clock = '2026-11-21T13:00:00.000Z';
  const kentaa = await startKentaa({ clock: () => clock });
  const { backend } = app;
  const client = createClient(backend);
  try {
    const crmId = await knownInCrm(app);
    kentaa.put('actions', action('2026-08-26T14:50:14Z', { id: 9021 }));
    kentaa.put('users', user('2026-08-26T14:49:11Z', { id: 802 }));
    const address = {
      street: 'Dorpsstraat',
      house_number: '12',
      house_number_addition: 'a',
      zipcode: '6811AD',
      city: 'Arnhem',
      country: 'NL',
    };
    kentaa.put('donations', donation(GIVEN, { id: 418, action_id: 9021, phone: '0638291746', address }));
    await addSite(app, page, kentaa);
    await backend.sources.run();
    await backend.sync.run(true);
    await expect(page.locator('.setting-facts')).toContainText('1 herkend');
    await checkAllLooks(app, page);
    await backend.ask('session.setLanguage', { language: 'nl' });
    const own = page.getByRole('textbox', { name: 'Eigen e-mailadressen' });
    await own.fill('els');
    await page.getByRole('button', { name: 'Bewaar de adressen' }).press('Enter');
    await expect(page.getByText('“els” is geen e-mailadres')).toBeVisible();
    await own.fill('els@zwemmen.example');
    await page.getByRole('button', { name: 'Bewaar de adressen' }).press('Enter');
    await expect(page.getByText('Bewaard.')).toBeVisible();
    const { reader } = backend.store;
    const donor = await reader.selectFrom('donor').select('id').where('crm_id', '=', crmId).executeTakeFirstOrThrow();
    const onList = async (): Promise<string | undefined> =>
      (await client.ask('list.get', { lane: 'caller' })).items.find(({ donorId }) => donorId === donor.id)?.programme;
    expect(await onList()).toBeUndefined();

    // Day 14.
    clock = '2026-12-05T13:00:00.000Z';
    app.setNow(clock);
    await backend.sources.run();
    expect(await onList()).toBe('thank-you-call');
    const { callItemId } = await client.ask('call.open', { donorId: donor.id });
    await app.visit(page, `/call/${callItemId}`);
    await expect(page.getByText('Marijke').first()).toBeVisible();
    await expect(page.getByText('via de actie van Jan Loper').first()).toBeVisible();
    await checkAllLooks(app, page);
  } finally {
    await kentaa.stop();
  }
});

test('a refund on day 9 takes it off that programme', async ({ app }) => {
  let clock = '2026-11-21T13:00:00.000Z';
  const kentaa = await startKentaa({ clock: () => clock });
  const { backend } = app;
  const client = createClient(backend);
  try {
    const crmId = await knownInCrm(app);
    app.setNow(clock);
    kentaa.put('donations', donation(GIVEN, { id: 418, phone: '0638291746' }));
    const { apiKey, url: address } = kentaa;
    await client.ask('sources.add', { kind: 'kentaa', address, apiKey, startedFrom: '2026-11-01' });
    await backend.sources.run();
    await backend.sync.run(true);
    const { reader } = backend.store;
    const donor = await reader.selectFrom('donor').select('id').where('crm_id', '=', crmId).executeTakeFirstOrThrow();
    const onList = async (): Promise<string | undefined> =>
      (await client.ask('list.get', { lane: 'caller' })).items.find(({ donorId }) => donorId === donor.id)?.programme;
    clock = '2026-11-30T10:00:00.000Z';
    kentaa.change('donations', 418, { payment_status: 'refunded', payment_status_at: '2026-11-30T10:00:00Z' });
    app.setNow('2026-11-30T13:00:00.000Z');
    await backend.sources.run();
    expect(await onList()).toBe('service-call');
    app.setNow('2026-12-05T13:00:00.000Z');
    expect(await onList()).not.toBe('thank-you-call');
  } finally {
    await kentaa.stop();
  }
});
