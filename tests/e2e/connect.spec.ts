/** A coordinator connects a new workstation, by keyboard: everything that can be wrong first, then what is right. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { expect, inCrm, openCall, test } from './support/app.ts';
import { expectNoViolation } from './support/check-screen.ts';

async function type(page: Page, field: 'Adres van het CRM' | 'API-sleutel', text: string): Promise<void> {
  await page.getByLabel(field, { exact: true }).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

test.describe('a new workstation', () => {
  test.use({ appOptions: { isConnected: false, crmAheadMilliseconds: 0 } });

  test('says what is wrong, keeps what was typed, and connects in the end', async ({ app, page }) => {
    const website = createServer((_, response) =>
      response.setHeader('Content-Type', 'text/html').end('<html><body>Welkom op onze site</body></html>'),
    ).listen(0, '127.0.0.1');
    await once(website, 'listening');
    const websiteUrl = `http://127.0.0.1:${(website.address() as AddressInfo).port}`;
    const address = page.getByLabel('Adres van het CRM');
    const key = page.getByLabel('API-sleutel', { exact: true });
    const refusal = page.getByRole('alert');

    await app.visit(page);
    await expect(page).toHaveURL(/#\/connect$/);
    await expect(address).toBeFocused();

    // Not an address.
    await page.keyboard.type('ons crm');
    await page.keyboard.press('Tab');
    await page.keyboard.type('een-sleutel');
    await page.keyboard.press('Enter');
    await expect(refusal).toContainText('Dit is geen webadres');
    await expect(address).toHaveValue('ons crm');
    await expect(key).toHaveValue('een-sleutel');

    // Somebody's website.
    await type(page, 'Adres van het CRM', websiteUrl);
    await page.keyboard.press('Control+Enter');
    await expect(refusal).toContainText('webpagina');

    // A certificate that is none.
    await page.getByText('Eigen certificaatuitgever').click();
    const certificate = page.getByLabel('Certificaat van de uitgever (PEM)');
    await certificate.fill('verify=false');
    await page.keyboard.press('Control+Enter');
    await expect(refusal).toContainText('geen certificaat van een uitgever');
    await expect(certificate).toHaveValue('verify=false');
    await expectNoViolation(page);
    await certificate.fill('');

    // The CRM, with a key that it does not know.
    await type(page, 'Adres van het CRM', `${app.crm.url}/civicrm/dashboard?reset=1`);
    await page.keyboard.press('Enter');
    await expect(refusal).toContainText('kent deze API-sleutel niet');
    await expect(key).toHaveValue('een-sleutel');
    await expectNoViolation(page);

    // A user with too few rights: connected, and told what is missing.
    await type(page, 'API-sleutel', app.crm.keys.caller);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Gekoppeld met Stichting Elk Kind Zwemt, als Bea Beller.')).toBeVisible();
    await expect(key).toHaveValue('');
    const item = (name: string) => page.getByRole('listitem').filter({ hasText: name });
    await expect(item('view debug output')).toContainText('Let op');
    await expect(item('access deleted contacts')).toContainText('weggegooid of samengevoegd');

    // The right one.
    await type(page, 'API-sleutel', app.crm.keys.link);
    await page.keyboard.press('Enter');
    await expect(page.getByText('als Koen Koppeling')).toBeVisible();
    await expect(item('view debug output')).toContainText('In orde');
    await expect(page.getByText('Gekoppeld. De gegevens worden opgehaald.')).toBeVisible();

    // The fields, with the key of an administrator.
    await page.getByLabel('API-sleutel van een beheerder').focus();
    await page.keyboard.type(app.crm.keys.admin);
    await page.keyboard.press('Escape');
    await page.keyboard.press('v');
    await expect(item('Eigen velden')).toContainText('In orde');
    await expect(page.getByLabel('API-sleutel van een beheerder')).toHaveCount(0);

    // Nothing of a key is on the page.
    const html = await page.content();
    for (const secret of [app.crm.keys.link, app.crm.keys.caller, app.crm.keys.admin])
      expect(html).not.toContain(secret);

    await page.keyboard.press('Escape');
    await openCall(page);
    await page.keyboard.press('4');
    await expect(page).toHaveURL(/#\/$/);
    const arrived = () =>
      inCrm(app.crm, 'Activity', 'get', {
        select: ['Dankbel.outcome'],
        where: [['Dankbel.outcome', '=', 'no-answer']],
      });
    await expect.poll(arrived).toHaveLength(1);
    website.close();
  });
});

test('a coordinator finds it behind the name, and chooses the statuses of a site that renamed them', async ({
  app,
  page,
}) => {
  await inCrm(app.crm, 'OptionValue', 'update', {
    where: [
      ['option_group_id:name', '=', 'activity_status'],
      ['name', '=', 'Left Message'],
    ],
    values: { name: 'Ingesproken', label: 'Ingesproken' },
  });
  await app.visit(page);
  await page.getByRole('button', { name: /taal, weergave en toetsen/ }).press('Enter');
  await page.getByRole('menuitem', { name: 'Koppelen' }).press('Enter');
  await expect(page.getByRole('listitem').filter({ hasText: 'Statussen' })).toContainText('Lukt niet');
  await page.getByRole('button', { name: /Voicemail ingesproken/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option').and(page.locator(':focus'))).toHaveCount(1);
  await page.keyboard.type('Ingesproken');
  await expect(page.getByRole('option', { name: 'Ingesproken' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox')).toBeHidden();
  await page.getByRole('heading', { name: 'Welke status is bedoeld?' }).click();
  await page.keyboard.press('s');
  await expect(page.getByRole('listitem').filter({ hasText: 'Statussen' })).toContainText('In orde');
});

test('whoever is no coordinator does not see it', async ({ app, page }) => {
  await app.backend.store.write(async ({ transaction }) => {
    await transaction.updateTable('person').set({ roles: '["caller"]' }).execute();
  });
  await app.visit(page);
  await page.getByRole('button', { name: /taal, weergave en toetsen/ }).press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Alle toetsen' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Koppelen' })).toHaveCount(0);
});
