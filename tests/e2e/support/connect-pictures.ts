/** The pictures of docs/connect-civicrm.md: what a coordinator sees on the way to a CRM. */
import { expect, type Page } from '@playwright/test';
import { inCrm, type App } from './app.ts';

/** The pictures show a CRM as it could be; behind it is a practice CRM on this machine. */
const SHOWN_ADDRESS = 'https://crm.voorbeeld.nl';

/** Every answer that the page gets names the address that is shown, and no practice. */
export async function pretendReal(page: Page, address: string, shown: string): Promise<void> {
  await page.route('**/api/call', async (route) => {
    const response = await route.fetch();
    const text = (await response.text())
      .replaceAll(address, shown)
      .replaceAll('"isPractice":true', '"isPractice":false');
    await route.fulfill({ response, body: text });
  });
}

async function connectAs(app: App, apiKey: string): Promise<void> {
  const answer = await app.backend.ask('connection.connect', { url: app.crm.url, apiKey, allowsPlainHttp: false });
  if (!answer.ok) throw new Error(answer.failure.sentence.en);
}

const found = (page: Page, state: RegExp) => page.getByRole('listitem').filter({ hasText: state }).first();

/** @param app not connected yet */
export async function walkConnecting(app: App, page: Page, shoot: (screen: string) => Promise<void>): Promise<void> {
  await pretendReal(page, app.crm.url, SHOWN_ADDRESS);
  await app.visit(page, '/connect');
  await page.getByRole('textbox').first().fill(`${SHOWN_ADDRESS}/civicrm/dashboard?reset=1`);
  await page.locator('input[type=password]').fill('een-sleutel-van-voorbeeld');
  await shoot('connect-1-address');

  await connectAs(app, app.crm.keys.caller);
  await page.reload();
  await expect(found(page, /view debug output/)).toBeVisible();
  await shoot('connect-2-missing');

  await inCrm(app.crm, 'Contact', 'delete', { where: [['id', '=', 7]] });
  await connectAs(app, app.crm.keys.link);
  const made = await app.backend.ask('connection.createFields', { apiKey: app.crm.keys.admin });
  if (!made.ok) throw new Error(made.failure.sentence.en);
  await page.reload();
  await expect(found(page, /Koen Koppeling/)).toBeVisible();
  await shoot('connect');

  await inCrm(app.crm, 'OptionValue', 'update', {
    where: [
      ['option_group_id:name', '=', 'activity_status'],
      ['name', '=', 'Left Message'],
    ],
    values: { name: 'Ingesproken', label: 'Ingesproken' },
  });
  await page.reload();
  await expect(page.getByRole('heading', { name: /Welke status|Which status/ })).toBeVisible();
  await shoot('connect-3-statuses');
}
