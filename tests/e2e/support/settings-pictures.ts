/** A rule in the settings, keys of somebody, and the register of postcodes. */
import type { Page } from '@playwright/test';
import type { App } from './app.ts';
import { patientExpect as expect, type Shoot } from './pictures.ts';

/** A lower limit, looked at, saved and taken back. */
export async function walkSettings(app: App, page: Page, shoot: Shoot): Promise<void> {
  await app.visit(page, '/settings/majorCall');
  const limit = page.getByRole('textbox').nth(1);
  await limit.fill('500');
  await expect(page.getByRole('table')).toBeVisible();
  await shoot('settings');
  await limit.press('ControlOrMeta+Enter');
  await expect(page.getByRole('status').filter({ hasText: /Bewaard|Saved/ })).toBeVisible();
  await page.mouse.move(0, 0);
  await shoot('settings-2-saved');
  await page.keyboard.press('z');
  await expect(page.getByRole('list').last().getByRole('listitem')).toHaveCount(2);
  await shoot('settings-3-undone');
  await app.visit(page, '/keys');
  const notes = page.locator('.key-groups li').filter({ hasText: /Schrijf een notitie|Write a note/ });
  await notes.locator('.key-choose').press('Enter');
  await page.keyboard.press('q');
  await expect(notes.getByRole('status')).toContainText('Q');
  await shoot('key-settings');
  await page.keyboard.press('Escape');
  await app.visit(page, '/settings/postcodes');
  await expect(page.locator('.register-example')).toBeVisible();
  await shoot('settings-postcodes');
}
