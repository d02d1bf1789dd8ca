/** One donor: why she is not on a list, and what is doubtful about her details. */
import type { Page } from '@playwright/test';
import { inCrm, type App } from './app.ts';
import { patientExpect as expect, type Shoot } from './pictures.ts';

/** Somebody who is not on the list, asked for in words. */
export async function walkWhy(app: App, page: Page, shoot: Shoot): Promise<void> {
  await app.visit(page, '/donors');
  await page.getByRole('searchbox').fill('NIEUW-0043');
  await expect(page.getByRole('listitem').filter({ hasText: 'NIEUW-0043' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('.donor-parts')).toBeVisible();
  await shoot('why');
  await page.keyboard.press('Escape');
  await page.keyboard.press('2');
  await shoot('donor');
}

/** Details that raise a question, with a suggestion. */
export async function walkVerify(app: App, page: Page, shoot: Shoot): Promise<void> {
  const contact = [['external_identifier', '=', 'NIEUW-0038']];
  await inCrm(app.crm, 'Contact', 'update', { where: contact, values: { last_name: 'VAN DER BERG' } });
  await app.backend.sync.run(true);
  await app.visit(page, '/verify');
  await expect(page.locator('.verify-detail').first()).toBeVisible();
  await shoot('verify');
}
