/** People and roles in the settings, and coming in: the names, the PIN, a slip, and a recovery code. */
import type { Page } from '@playwright/test';
import { expect, type App } from './app.ts';

const PEOPLE = [
  { name: 'Bea Bakker', roles: ['caller'] },
  { name: 'Dirk de Groot', roles: ['director'] },
  { name: 'Vera Vermeer', roles: ['verifier', 'caller'] },
] as const;
const PIN = '7413';

export async function walkPeople(app: App, page: Page, shoot: (screen: string) => Promise<void>): Promise<void> {
  for (const { name, roles } of PEOPLE) {
    await app.backend.ask('people.add', { name, crmId: null, roles });
  }
  await app.visit(page, '/settings/people');
  await page.getByRole('button', { name: /^Bea Bakker/ }).click();
  await page.locator('.pin-field input').fill(PIN);
  await page.keyboard.press('Enter');
  await expect(page.locator('.people-panel').getByRole('status')).toBeVisible();
  await page.mouse.move(0, 0);
  await shoot('people');
  await app.backend.ask('session.lock', {});
  await expect(page.locator('.sign-in-names')).toBeVisible();
  await shoot('sign-in');
  await page.getByRole('button', { name: /^Bea Bakker/ }).click();
  await page.keyboard.type('7414');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await shoot('sign-in-2-pin');
}
