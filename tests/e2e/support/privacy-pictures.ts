/** Privacy in the settings, and erasing a donor on her page. */
import type { Page } from '@playwright/test';
import { expect, type App } from './app.ts';

export async function walkPrivacy(app: App, page: Page, shoot: (screen: string) => Promise<void>): Promise<void> {
  const { backend } = app;
  const say = (nl: string, en: string): RegExp => new RegExp(`^(?:${nl}|${en})`);
  await app.visit(page, '/donors/12');
  await page.getByRole('button', { name: say('Wis deze donateur', 'Erase this donor') }).click();
  await expect(page.locator('.privacy-sections li').first()).toBeVisible();
  await page.mouse.move(0, 0);
  await shoot('privacy-erase');
  const preview = await backend.ask('erasure.preview', { donorId: 14 });
  const number = preview.ok ? (preview.value as { number: string }).number : '';
  await backend.ask('erasure.erase', { donorId: 14, ground: 'asked', number });
  await app.visit(page, '/settings/privacy');
  await expect(page.locator('.privacy-erasures .people-row')).toBeVisible();
  await page.mouse.move(0, 0);
  await shoot('privacy-settings');
  await page.locator('.privacy-erasures .people-row').click();
  await expect(page.locator('.privacy-sections li').first()).toBeVisible();
  await shoot('privacy-certificate');
}
