/** A coordinator's post by keyboard: looked at, printed as PDF, labels, ticked off, in the CRM, and taken back. */
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { linesOf, NO_PAGE, readPdf, type ReadPdf } from '../support/read-pdf.ts';
import { expect, inCrm, test } from './support/app.ts';

const WORDS = {
  nl: {
    letters: /^PDF van \d+ brieven/,
    labels: /^PDF van \d+ etiketten/,
    used: 'Al gebruikt op het eerste vel',
    wrong: /0 tot en met 23/,
    ticked: '1 afgevinkt.',
  },
  en: {
    letters: /^PDF of \d+ letters/,
    labels: /^PDF of \d+ labels/,
    used: 'Used already on the first sheet',
    wrong: /0 to 23/,
    ticked: '1 ticked off.',
  },
} as const;

async function savedBy(page: Page, key: string): Promise<{ readonly name: string; readonly pdf: ReadPdf }> {
  const downloading = page.waitForEvent('download');
  await page.keyboard.press(key);
  const download = await downloading;
  return { name: download.suggestedFilename(), pdf: readPdf(readFileSync(await download.path())) };
}

for (const language of ['nl', 'en'] as const) {
  const words = WORDS[language];
  test.describe(`in ${language}`, () => {
    test.use({ appOptions: { language, theme: language === 'nl' ? 'dark' : 'light' } });

    test('the post of today', async ({ app, page }) => {
      await app.visit(page, '/post');
      const rows = page.locator('.post-row');
      await expect(rows.first()).toHaveAttribute('aria-current', 'true');
      const count = await rows.count();
      const letters = page.getByRole('button', { name: words.letters });
      const howMany = Number(/\d+/.exec((await letters.textContent()) ?? '')?.[0]);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

      // Down to the first letter, which is shown as it will be printed.
      for (let step = 0; step < count - howMany; step += 1) await page.keyboard.press('ArrowDown');
      const sheet = page.locator('svg.paper').first();
      await expect(sheet).toBeVisible();
      const shown = await sheet.locator('text').allTextContents();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

      // On paper: the same words, one letter per donor.
      const one = await savedBy(page, 'd');
      expect(one.name).toBe('brieven-2026-11-21.pdf');
      const printed = linesOf(one.pdf.pages[0] ?? NO_PAGE);
      expect(printed.map((line) => line.replaceAll(/\s+/g, ' '))).toEqual(
        shown.map((line) => line.replaceAll(/\s+/g, ' ')),
      );
      expect((await savedBy(page, 'p')).pdf.pages.length).toBeGreaterThanOrEqual(howMany);

      // Labels after those that are gone; what cannot be is refused beside the field.
      await page.getByLabel(words.used).focus();
      await page.keyboard.type('9');
      await page.keyboard.press('End');
      await page.keyboard.type('9');
      await expect(page.locator('.post-do').getByRole('alert')).toHaveText(words.wrong);
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('2');
      await page.keyboard.press('Tab');
      const labels = await savedBy(page, 'e');
      expect(labels.pdf.pages[0]?.texts[0]?.x).toBeGreaterThan(140);
      expect(
        labels.pdf.pages.flatMap(({ texts }) => texts).filter(({ text }) => /^\d{4} {1,2}[A-Z]{2}/.test(text)),
      ).toHaveLength(count);

      // Ticked off with one key; the CRM has it; and taken back.
      await page.keyboard.press('v');
      await expect(page.getByText(words.ticked)).toBeVisible();
      await expect(rows).toHaveCount(count - 1);
      await app.backend.sync.run(true);
      const where = [['subject', 'LIKE', 'Bedankbrief [Dankbel-moment letter %']];
      expect(await inCrm(app.crm, 'Activity', 'get', { where })).toHaveLength(1);
      await page.keyboard.press('z');
      await expect(rows).toHaveCount(count);
      await app.backend.sync.run(true);
      expect(await inCrm(app.crm, 'Activity', 'get', { where })).toHaveLength(0);
    });
  });
}
