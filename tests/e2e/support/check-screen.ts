/** What holds for every screen and state: no violation that axe can find, and nothing that is cut off sideways. */
import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Page } from '@playwright/test';
import type { Backend } from '../../../electron/backend/backend.ts';
import { expect } from './app.ts';
import { seeNextFrames } from './by-key.ts';

export async function checkScreen(page: Page): Promise<void> {
  await checkWithAxe(page);
  await checkWidth(page);
}

/** What axe finds in words, in their language, in colours, and in what has too little room for longer words. */
const BY_LANGUAGE_AND_LIGHT: RunOptions = {
  runOnly: [
    'cat.color',
    'cat.language',
    'cat.text-alternatives',
    'cat.name-role-value',
    'cat.forms',
    'cat.aria',
    'cat.keyboard',
  ],
  // Named by its kind it would be looked for as well; more than AA is not promised.
  rules: { 'color-contrast-enhanced': { enabled: false } },
};

interface Looked {
  readonly backend: Pick<Backend, 'ask'>;
}

/**
 * The same state in both languages and both lights, one after the other: what was arranged stays, as it does for a
 * person who changes them. Light or dark changes colours alone, so only colours are looked at in the dark.
 */
export async function checkAllLooks({ backend }: Looked, page: Page): Promise<void> {
  for (const language of ['nl', 'en'] as const) {
    await backend.ask('session.setLanguage', { language });
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await waitForItsWords(page);
    await checkScreen(page);
    await backend.ask('session.setTheme', { theme: 'dark' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await checkWithAxe(page, { runOnly: ['color-contrast'] });
    await backend.ask('session.setTheme', { theme: 'light' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  }
}

/**
 * One state in both lights, and as wide as it is in both languages: how a screen is built is the same in every look and
 * looked at once; what a language or a light can change is looked at again in the other language and the other light.
 */
export async function checkBothLights({ backend }: Looked, page: Page): Promise<void> {
  await checkScreen(page);
  await backend.ask('session.setTheme', { theme: 'dark' });
  await backend.ask('session.setLanguage', { language: 'en' });
  await expect(page.locator('html[data-theme="dark"][lang="en"]')).toHaveCount(1);
  await waitForItsWords(page);
  await checkWidth(page);
  await checkWithAxe(page, BY_LANGUAGE_AND_LIGHT);
  await backend.ask('session.setLanguage', { language: 'nl' });
  await backend.ask('session.setTheme', { theme: 'light' });
  await expect(page.locator('html[data-theme="light"][lang="nl"]')).toHaveCount(1);
}

/** What the backend says in the other language comes with an answer, and the screen makes room for it. */
async function waitForItsWords(page: Page): Promise<void> {
  await expect(page.locator('[class*="bones"]')).toHaveCount(0);
  await seeNextFrames(page);
}

async function checkWidth(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
}

/** No violation that axe can find in the page as it is now. */
export async function expectNoViolation(page: Page): Promise<void> {
  await checkWithAxe(page);
}

/** Halfway from one colour to the next nothing can be said of contrast: what still moves is waited for. */
async function checkWithAxe(page: Page, options: RunOptions = {}): Promise<void> {
  // Between two screens there is none for a moment, and every screen has one.
  await expect(page.locator('h1')).not.toHaveCount(0);
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter((each) => each.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
  // Once for a document: it is half a megabyte, and there are no frames in ours that would need it too.
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    async (asked): Promise<AxeResults> => (window as unknown as { axe: typeof axe }).axe.run(document, asked),
    { ...options, resultTypes: ['violations' as const] },
  );
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual(
    [],
  );
}
