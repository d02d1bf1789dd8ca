/** The pictures of docs/connect-salesforce.md: the choice, what is filled in, the wait for the browser, what was found, and the settings. */
import type { Page } from '@playwright/test';
import { signInAt } from '../../salesforce/browser.ts';
import { expect, type App } from './app.ts';
import { pretendReal } from './connect-pictures.ts';
import { salesforceWithDonors } from './salesforce.ts';

/** The pictures show an organisation as it could be; behind it is a stand-in on this machine. */
const SHOWN_ADDRESS = 'https://stichting.my.salesforce.com';

/** Nobody's browser opens. */
export const SALESFORCE_WALK = {
  options: { isConnected: false, crmAheadMilliseconds: 0, signIn: { open: () => undefined } },
  steps: walkSalesforce,
} as const;

async function walkSalesforce(app: App, page: Page, shoot: (screen: string) => Promise<void>): Promise<void> {
  const org = await salesforceWithDonors();
  try {
    await pretendReal(page, org.url, SHOWN_ADDRESS);
    await app.visit(page, '/connect');
    await page.getByRole('radio').last().press(' ');
    const key = page.getByRole('textbox').first();
    await key.fill(org.oauth.clientId);
    await shoot('connect-salesforce');
    await key.fill('geheim!');
    await key.press('Enter');
    await expect(page.getByRole('alert')).toBeVisible();
    await shoot('connect-salesforce-2-refused');
    await app.backend.ask('connection.beginSignIn', {
      clientId: org.oauth.clientId,
      place: 'own',
      address: org.url,
    });
    await page.reload();
    await expect(page.locator('#connect-wait')).toBeVisible();
    await shoot('connect-salesforce-wait');
    const answer = await app.backend.ask('connection.get', {});
    if (!answer.ok) throw new Error(answer.failure.sentence.en);
    const { signIn } = answer.value as { signIn: { address: string } };
    await signInAt(signIn.address);
    await expect(page.locator('.check-items li').first()).toBeVisible();
    await app.backend.sync.run(true);
    await page.mouse.move(0, 0);
    await shoot('connect-salesforce-found');
    org.limit.used = 61_850;
    await app.backend.sync.run(true);
    // The list beside it is scrolled for the smaller window.
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`${app.host.origin}/#/settings/crm`);
    await expect(page.locator('.crm-figure')).toBeVisible();
    await shoot('settings-crm');
    org.oauth.revokeAll();
    await app.backend.sync.run(true);
    await page.goto(`${app.host.origin}/#/attention`);
    await expect(page.getByRole('button', { name: /Opnieuw inloggen|Sign in again/ })).toBeVisible();
    await shoot('attention-sign-in');
  } finally {
    await org.stop();
  }
}
