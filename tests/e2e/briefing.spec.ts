/** A director prepares by keyboard: from Vandaag to the page, to paper, a card to remember, and into the call. */
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { linesOf, NO_PAGE, readPdf } from '../support/read-pdf.ts';
import { expect, test } from './support/app.ts';

const WORDS = {
  nl: {
    director: 'Directeur',
    points: 'Drie dingen om te zeggen',
    remembered: 'Staat klaar als taak voor morgen',
    file: 'directie-2026-11-21.pdf',
    briefing: 'Blad',
  },
  en: {
    director: 'Director',
    points: 'Three things to say',
    remembered: 'Is there as a task for tomorrow',
    file: 'director-2026-11-21.pdf',
    briefing: 'Briefing',
  },
} as const;

for (const language of ['nl', 'en'] as const) {
  const words = WORDS[language];
  test.describe(`in ${language}`, () => {
    test.use({ appOptions: { language, theme: language === 'nl' ? 'light' : 'dark' } });

    test('a briefing, printed, with a card to remember, and the call', async ({ app, page }) => {
      await app.visit(page);
      await expect(page.getByRole('article').getByRole('button').first()).toBeFocused();
      await page.keyboard.press('w');
      const director = page.getByRole('radio', { name: words.director, exact: true });
      await expect(director).toHaveAttribute('aria-checked', 'true');
      const name = (await page.getByRole('article').getByRole('heading').textContent()) ?? '';
      await page.keyboard.press('d');
      await expect(page).toHaveURL(/briefing\/\d+$/);
      const sheet = page.locator('svg.paper');
      await expect(sheet.locator('text', { hasText: words.points })).toBeVisible();
      await expect(sheet.locator('text', { hasText: name }).first()).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

      // All of today on paper, each on one page; the first is the one that was on the screen.
      const downloading = page.waitForEvent('download');
      await page.keyboard.press('Shift+P');
      const download = await downloading;
      expect(download.suggestedFilename()).toBe(words.file);
      const { pages } = readPdf(readFileSync(await download.path()));
      expect(pages).toHaveLength(6);
      expect(linesOf(pages[0] ?? NO_PAGE).join(' ')).toContain(name);

      await page.keyboard.press('k');
      await expect(page.getByText(words.remembered)).toBeVisible();

      // Into the call, whose outcomes are the form; and back to the page from there.
      await page.keyboard.press('b');
      await expect(page).toHaveURL(/call\/\d+$/);
      await page.getByRole('link', { name: words.briefing, exact: true }).focus();
      await page.keyboard.press('Enter');
      await expect(page.locator('svg.paper')).toBeVisible();
    });
  });
}
