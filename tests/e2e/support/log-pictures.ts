/** The log in the settings, with a line of most kinds. */
import type { Page } from '@playwright/test';
import { expect, type App } from './app.ts';

export async function walkLog(app: App, page: Page, shoot: (screen: string) => Promise<void>): Promise<void> {
  const { backend } = app;
  await backend.ask('people.add', { name: 'Bea Bakker', crmId: null, roles: ['caller'] });
  await backend.ask('donor.look', { donorId: 12, why: 'rings-back', reason: 'Belde om kwart over zeven terug.' });
  await backend.ask('donor.look', { donorId: 40, why: 'question' });
  await backend.ask('paper.labels', { donorIds: [10, 12, 14], format: '3x8', used: 0 });
  await backend.ask('settings.saveProgrammes', { change: { majorCall: { giftLimit: 50_000 } }, version: null });
  await backend.ask('people.setLock', { minutes: 10 });
  await app.visit(page, '/settings/log');
  await expect(page.locator('.log-days li').first()).toBeVisible();
  await expect(page.locator('.log-whole')).toBeVisible();
  await page.mouse.move(0, 0);
  await shoot('log');
}
