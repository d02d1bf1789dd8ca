/** The states of post, briefing and the organisation's texts, for the pictures. */
import { expect, type Page } from '@playwright/test';
import type { App } from './app.ts';

const SLOW = { timeout: 30_000 };

export async function walkPaper(app: App, page: Page, shoot: (screen: string) => Promise<void>): Promise<void> {
  await app.visit(page, '/post');
  await expect(page.locator('.post-texts')).toBeVisible(SLOW);
  await shoot('post-card');
  for (let step = 0; step < 40 && (await page.locator('svg.paper').count()) === 0; step += 1) {
    await page.keyboard.press('ArrowDown');
  }
  await expect(page.locator('svg.paper').first()).toBeVisible(SLOW);
  await shoot('post-letter');
  await page.goto(`${app.host.origin}/#/briefing`);
  await expect(page.locator('svg.paper')).toBeVisible(SLOW);
  await shoot('briefing');
  for (const section of ['organisation', 'stories', 'letter']) {
    await page.goto(`${app.host.origin}/#/settings/${section}`);
    await expect(page.locator('.charity-fields')).toBeVisible(SLOW);
    await shoot(`settings-${section}`);
  }
}
