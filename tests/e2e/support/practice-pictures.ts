/** A first practice evening. */
import type { Page } from '@playwright/test';
import { openCall, type App } from './app.ts';
import { patientExpect as expect, type Shoot } from './pictures.ts';

/** A first practice evening: the first door, a conversation, an angry donor, and the thanks at its end. */
export async function walkPractice(app: App, page: Page, shoot: Shoot): Promise<void> {
  await app.visit(page);
  await page.getByRole('button', { name: /^(Oefen eerst|Practise first)$/ }).click();
  const guide = page.locator('.guide');
  await expect(guide.locator('.guide-steps')).toBeVisible();
  await shoot('practice');
  const call = async (...keys: readonly string[]): Promise<void> => {
    await openCall(page);
    for (const key of keys) await page.keyboard.press(key);
  };
  const over = async (): Promise<void> => {
    await expect(page).toHaveURL(/#\/$/);
    await expect(page.getByRole('article').getByRole('button').first()).toBeFocused();
  };
  await call('ArrowRight');
  await shoot('practice-call');
  await page.keyboard.press('j');
  await page.keyboard.press('1');
  await over();
  await call('5');
  await over();
  await shoot('practice-oops');
  await call('7', '1');
  await over();
  await call('k');
  await shoot('practice-angry');
  await page.keyboard.type('Drie brieven in een week');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.locator('.composer')).toBeHidden();
  for (const key of ['j', '1']) await page.keyboard.press(key);
  await over();
  await call('9', '1');
  await over();
  await call('8');
  await over();
  await shoot('practice-end');
}
