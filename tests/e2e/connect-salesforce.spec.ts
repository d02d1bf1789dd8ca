/** A coordinator connects a workstation to Salesforce by keyboard: refused, cancelled, signed in, expired, signed in again. */
import type { BrowserContext, Page } from '@playwright/test';
import type { SalesforceStandIn } from '../salesforce/stand-in.ts';
import { expect, openCall, test, type App } from './support/app.ts';
import { typeAfter } from './support/by-key.ts';
import { checkBothLights } from './support/check-screen.ts';
import { walkWithTab } from './support/tab-walk.ts';
import { salesforceWithDonors, tasksIn } from './support/salesforce.ts';

const opened: string[] = [];
let org: SalesforceStandIn;

test.use({
  appOptions: { isConnected: false, crmAheadMilliseconds: 0, signIn: { open: (address) => void opened.push(address) } },
});
test.beforeEach(async () => {
  opened.length = 0;
  org = await salesforceWithDonors();
});
test.afterEach(() => org.stop());

/** What the system's browser does with the address that it was given last. */
async function inBrowser(context: BrowserContext, says: string): Promise<void> {
  const browser = await context.newPage();
  await browser.goto(opened.at(-1) ?? '');
  await expect(browser.getByRole('heading', { name: says, exact: true })).toBeVisible();
  await browser.close();
}

async function checkLooks(app: App, page: Page): Promise<void> {
  await checkBothLights(app, page);
  await walkWithTab(page);
}

/** From the field of CiviCRM that has the focus on arrival. */
async function chooseSalesforce(page: Page, ownAddress: string): Promise<void> {
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByLabel('Consumer Key')).toBeVisible();
  await typeAfter(page, 'Tab', 'kort');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option').and(page.locator(':focus'))).toHaveCount(1);
  await page.keyboard.press('End');
  await expect(page.getByRole('option').last()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox')).toBeHidden();
  await page.keyboard.press('Tab');
  await expect(page.locator('input:focus')).toHaveCount(1);
  // As it is pasted.
  await page.keyboard.insertText(ownAddress);
  await page.keyboard.press('Enter');
}

async function typeKey(page: Page, label: string): Promise<void> {
  await page.getByLabel(label).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(org.oauth.clientId);
  await page.keyboard.press('Enter');
}

test('in Dutch: what is refused says why and stays, and in the end a call is there as a Task', async ({
  app,
  page,
  context,
}) => {
  await app.visit(page);
  await expect(page.getByLabel('Adres van het CRM')).toBeFocused();
  await chooseSalesforce(page, org.url);
  const refusal = page.getByRole('alert');
  await expect(refusal).toContainText('Dit is geen Consumer Key');
  await expect(page.getByLabel('Jullie adres bij Salesforce')).toHaveValue(org.url);
  await checkLooks(app, page);

  await typeKey(page, 'Consumer Key');
  const waiting = page.getByRole('heading', { name: 'Log in bij Salesforce, in je browser' });
  await expect(waiting).toBeFocused();
  await expect(page.getByLabel('Ging er geen browser open?')).toHaveValue(opened[0] ?? '');
  await checkLooks(app, page);
  await page.keyboard.press('o');
  await expect.poll(() => opened).toHaveLength(2);
  await page.keyboard.press('x');
  const button = page.getByRole('button', { name: 'Inloggen bij Salesforce' });
  await expect(button).toBeFocused();
  await expect(page.getByLabel('Consumer Key')).toHaveValue(org.oauth.clientId);

  org.oauth.isDenied = true;
  await page.keyboard.press('Enter');
  await expect(waiting).toBeVisible();
  await expect.poll(() => opened).toHaveLength(3);
  await inBrowser(context, 'Niet ingelogd');
  await expect(refusal).toContainText('"Weigeren" gekozen');
  org.oauth.isDenied = false;

  await expect(button).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(waiting).toBeVisible();
  await expect.poll(() => opened).toHaveLength(4);
  await inBrowser(context, 'Ingelogd');
  await expect(page.getByText('Gekoppeld met Stichting Elk Kind Zwemt, als Bella Beller.')).toBeVisible();
  await expect(page.getByText('Gekoppeld. De gegevens worden opgehaald.')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Soort Salesforce' })).toContainText('NPSP');

  await app.backend.sync.run(true);
  await page.keyboard.press('Escape');
  await openCall(page);
  await page.keyboard.press('4');
  await expect(page).toHaveURL(/#\/$/);
  await expect.poll(() => tasksIn(org).join(' ')).toContain('neemt niet op [Dankbel thank-you-call no-answer');
});

test('in English: connected, and signed in again when the sign-in has expired', async ({ app, page, context }) => {
  await app.backend.ask('session.setLanguage', { language: 'en' });
  await app.visit(page);
  await expect(page.getByLabel('Address of the CRM')).toBeFocused();
  await chooseSalesforce(page, org.url);
  await expect(page.getByRole('alert')).toContainText('This is no Consumer Key');
  await typeKey(page, 'Consumer Key');
  await expect(page.getByRole('heading', { name: 'Sign in to Salesforce, in your browser' })).toBeFocused();
  await expect.poll(() => opened).toHaveLength(1);
  await inBrowser(context, 'Signed in');
  await expect(page.getByText(', as Bella Beller.')).toBeVisible();
  await app.backend.sync.run(true);

  org.limit.most = 1_000;
  org.limit.used = 850;
  await app.backend.ask('connection.check', {});
  org.oauth.revokeAll();
  await app.backend.sync.run(true);
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Look here, nothing is being sent' }).press('Enter');
  await expect(page.getByText('Salesforce asks you to sign in again.')).toBeVisible();
  await page.getByRole('button', { name: 'Sign in again' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/connect$/);
  await expect(page.getByRole('heading', { name: 'Sign in to Salesforce, in your browser' })).toBeFocused();
  await expect.poll(() => opened).toHaveLength(2);
  await inBrowser(context, 'Signed in');
  await expect(page.getByRole('button', { name: 'Sign in again' })).toBeFocused();
  await app.backend.sync.run(true);

  await page.goto(`${app.host.origin}/#/settings/crm`);
  await expect(page.getByText('Signed in as')).toBeVisible();
  await expect(page.getByText('Bella Beller').last()).toBeVisible();
  await expect(page.getByText(/^\d+ of 1,000/)).toBeVisible();
  org.limit.used = 700;
  await app.backend.sync.run(true);
  await page.reload();
  await expect(page.getByText('More than 50% is used.')).toBeVisible();
  org.limit.used = 1_000;
  await app.backend.sync.run(true);
  await page.reload();
  await expect(page.getByText('All questions are used up')).toBeVisible();
  await checkBothLights(app, page);
});
