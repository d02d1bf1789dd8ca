/** One call, held in the installed program by the keyboard, and looked for again later. */
import { expect, type Page } from '@playwright/test';

const PATIENCE = { timeout: 30_000 };
export const NOTE = 'Haar kleindochter zingt in het koor van de stichting';

export interface HeldCall {
  readonly donor: string;
  /** Names are given twice, numbers are not. */
  readonly number: string;
}

const door = (page: Page) => page.getByRole('article').getByRole('heading', { level: 2 });

/** The first donor of the practice list is called, a note is written, and it was a conversation. */
export async function holdCall(page: Page): Promise<HeldCall> {
  await expect(page.getByText('er wordt niemand echt gebeld')).toBeVisible(PATIENCE);
  await expect(door(page)).toBeVisible(PATIENCE);
  const donor = ((await door(page).textContent()) ?? '').trim();
  const call = page.getByRole('article').getByRole('button', { name: /^Bel 0/ });
  await expect(call).toBeFocused(PATIENCE);
  const number = /0[\d\s]+\d/.exec((await call.textContent()) ?? '')?.[0] ?? '';
  await page.keyboard.press('Enter');
  await expect(page.getByRole('timer')).toBeVisible(PATIENCE);
  await page.keyboard.press('t');
  await expect(page.getByRole('textbox', { name: 'Notitie' })).toBeFocused(PATIENCE);
  await page.keyboard.type(NOTE);
  await page.keyboard.press('Escape');
  await expect(page.getByText(/Bewaard om/)).toBeVisible(PATIENCE);
  for (const key of ['j', '1']) {
    await page.keyboard.press(key);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await expect(page).toHaveURL(/#\/$/, PATIENCE);
  await expect(door(page)).not.toHaveText(donor, PATIENCE);
  await expect(page.getByRole('status').filter({ hasText: 'Alles bewaard en verstuurd' })).toBeVisible(PATIENCE);
  return { donor, number };
}

/** The call of before is in the history of the donor, with its note. */
export async function findCall(page: Page, { donor, number }: HeldCall): Promise<void> {
  await expect(door(page)).toBeVisible(PATIENCE);
  await expect(door(page)).not.toHaveText(donor, PATIENCE);
  await page.goto(`${new URL(page.url()).origin}/#/donors`);
  await expect(page.getByRole('searchbox')).toBeFocused(PATIENCE);
  await page.keyboard.type(number);
  await expect(page.getByRole('listitem').filter({ hasText: number })).toBeVisible(PATIENCE);
  await page.keyboard.press('Enter');
  await expect(page.getByText(NOTE).first()).toBeVisible(PATIENCE);
}
