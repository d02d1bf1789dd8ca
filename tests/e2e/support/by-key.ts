/** Keys at the pace of a person, who sees what a key did before the next one is pressed. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './app.ts';

/** Everything that the page does by itself is on the screen; what the backend answers is waited for by whoever needs it. */
export async function seeNextFrames(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  });
}

export async function pressAndSee(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await seeNextFrames(page);
  }
}

/** A key opens a box to type in: nothing is typed before that has the focus. */
export async function typeAfter(page: Page, key: string, text: string): Promise<void> {
  await page.keyboard.press(key);
  await expect(boxWithFocus(page)).toHaveCount(1);
  await page.keyboard.type(text);
}

/** Types over what stands in the box that has, or gets, the focus. */
export async function typeOver(page: Page, text: string): Promise<void> {
  await expect(boxWithFocus(page)).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

/** Opens a detail of whoever is called, `down` rows below the first, to type another value. */
export async function openDetail(page: Page, field: string, down = 0): Promise<void> {
  await page.keyboard.press('g');
  await expect(page.locator('[data-detail] .chip:focus')).toHaveCount(1);
  for (let row = 0; row < down; row += 1) await page.keyboard.press('ArrowDown');
  await expect(page.locator(`[data-detail^="${field}"] .chip`)).toBeFocused();
  await page.keyboard.press('c');
  await expect(boxWithFocus(page)).toHaveCount(1);
}

/** By its name in the palette, from wherever somebody is: the first that has it, which is marked while somebody types. */
export async function chooseByName(page: Page, name: string): Promise<void> {
  const palette = page.getByRole('dialog');
  await page.keyboard.press('Control+k');
  await expect(palette.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type(name);
  await expect(palette.locator('[role="menuitem"][data-focused]')).toContainText(name, { ignoreCase: true });
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
}

const boxWithFocus = (page: Page): Locator => page.locator('input:focus, textarea:focus');
