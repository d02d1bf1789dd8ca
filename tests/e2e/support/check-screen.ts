/** What holds for every screen and state: no violation that axe can find, and nothing that is cut off sideways. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, type E2eWorkstation } from './app.ts';

export async function checkScreen(page: Page): Promise<void> {
  await checkWithAxe(new AxeBuilder({ page }));
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
}

/**
 * The same state in both languages and both lights, one after the other: what was arranged stays, as it does for a
 * person who changes them. Light or dark changes colours alone, so only colours are looked at in the dark.
 */
export async function checkAllLooks({ backend }: E2eWorkstation, page: Page): Promise<void> {
  for (const language of ['nl', 'en'] as const) {
    await backend.ask('session.setLanguage', { language });
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await checkScreen(page);
    await backend.ask('session.setTheme', { theme: 'dark' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await checkWithAxe(new AxeBuilder({ page }).withRules('color-contrast'));
    await backend.ask('session.setTheme', { theme: 'light' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  }
}

async function checkWithAxe(axe: AxeBuilder): Promise<void> {
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual(
    [],
  );
}
