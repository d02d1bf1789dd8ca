/** What can be said in a call besides the script. */
import type { Page } from '@playwright/test';
import { openCall, type App } from './app.ts';
import { patientExpect as expect, type Shoot } from './pictures.ts';

/** What is beside the script: ready answers, a question with its topic, wishes; and where they are set. */
export async function walkTalk(app: App, page: Page, shoot: Shoot): Promise<void> {
  await app.visit(page);
  await openCall(page);
  await page.keyboard.press('q');
  await expect(page.locator('.answer.open')).toBeVisible();
  await shoot('call-answers');
  await page.keyboard.press('Escape');
  await page.keyboard.press('k');
  await expect(page.getByRole('textbox').last()).toBeFocused();
  await shoot('call-complaint');
  await page.keyboard.press('Escape');
  await page.keyboard.press('m');
  await expect(page.locator('.wishes')).toBeVisible();
  await shoot('call-wishes');
  await app.visit(page, '/settings/benefits');
  await expect(page.getByRole('checkbox').first()).toBeVisible();
  await shoot('settings-benefits');
}
