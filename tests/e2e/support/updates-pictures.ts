/** Newer versions: how the settings say it, the band on Vandaag, and the news itself. */
import type { Page } from '@playwright/test';
import { writeSetting } from '../../../db/queries/settings.ts';
import { FIRST_VERSION } from '../../../electron/backend/updates/settings.ts';
import { SILENT_LOG } from '../../../electron/backend/log.ts';
import { createUpdateKeeper } from '../../../electron/updates/keeper.ts';
import { expect, type App } from './app.ts';

/** It does nothing by itself: what comes of an order is said by the walk. */
const keeper = createUpdateKeeper({
  way: 'itself',
  now: () => new Date().toISOString(),
  order: () => undefined,
  log: SILENT_LOG,
});

export const UPDATES_WALK = { options: { updates: keeper }, steps: walkUpdates } as const;

async function walkUpdates(app: App, page: Page, shoot: (screen: string) => Promise<void>): Promise<void> {
  await app.backend.store.write((writer) => writeSetting(writer, FIRST_VERSION, '0.0.9'));
  await app.visit(page);
  await expect(page.getByRole('complementary').filter({ hasText: /bijgewerkt|updated/ })).toBeVisible();
  await shoot('today-news');
  await page.goto(`${app.host.origin}/#/news`);
  await expect(page.locator('.news section').first()).toBeVisible();
  await shoot('news');
  // The list beside it is scrolled for the smaller window.
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${app.host.origin}/#/settings/updates`);
  await expect(page.locator('.updates-version')).toBeVisible();
  await shoot('settings-updates');
  await keeper.hear({ told: 'failed', why: 'refused' });
  await expect(page.locator('.updates-state.failed')).toBeVisible();
  await shoot('settings-updates-2-refused');
  await keeper.hear({ told: 'ready', version: '9.0.0' });
  await expect(page.getByText(/9\.0\.0/)).toBeVisible();
  await shoot('settings-updates-ready');
}
