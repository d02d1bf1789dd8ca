/** A coordinator shapes the list by keyboard: looks what a limit would do, saves, sees the list follow, and takes it back. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';

const WORDS = {
  nl: {
    limit: 'Grens voor één gift (€)',
    from: 'Vanaf dag (dagen)',
    director: 'Directeur',
    comes: /^\d+ kom(t|en) erbij$/,
    change: 'Directietelefoontje, grens voor één gift: € 1.000 wordt € 500.',
    back: 'Directietelefoontje, grens voor één gift: € 500 wordt € 1.000.',
    saved: 'Bewaard. De lijst van vandaag is bijgewerkt.',
    gift: /^Gift van €\s/,
    refused: 'Grens voor één gift (directietelefoontje): kies van € 1 tot en met € 1.000.000.',
    same: 'De lijst van vandaag blijft gelijk.',
    after: (count: number) => `Daarna ${count} donateurs`,
  },
  en: {
    limit: 'Limit of one gift (€)',
    from: 'From day (days)',
    director: 'Director',
    comes: /^\d+ comes?$/,
    change: 'Call by the director, limit of one gift: €1,000 becomes €500.',
    back: 'Call by the director, limit of one gift: €500 becomes €1,000.',
    saved: 'Saved. Today’s list is up to date.',
    gift: /^Gift of €/,
    refused: 'Limit of one gift (call by the director): choose from €1 to €1,000,000.',
    same: 'Today’s list stays the same.',
    after: (count: number) => `After that ${count} donors`,
  },
} as const;

async function type(page: Page, field: string, text: string): Promise<void> {
  await page.getByLabel(field, { exact: true }).focus();
  await expect(page.getByLabel(field, { exact: true })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

type Words = (typeof WORDS)[keyof typeof WORDS];

/** How many stand on the director's list, as Vandaag says: one at the door, the others after that. */
async function expectOnDirectorsList(page: Page, count: number, words: Words): Promise<void> {
  await page.keyboard.press('Escape');
  // By its whole name: the screen of settings, which may stand there for a moment still, has lanes to choose from too.
  const director = page.getByRole('radio', { name: words.director, exact: true });
  if ((await director.getAttribute('aria-checked')) !== 'true') await page.keyboard.press('w');
  await expect(director).toHaveAttribute('aria-checked', 'true');
  await expect(page.getByRole('heading', { name: words.after(count - 1) })).toBeVisible();
}

for (const language of ['nl', 'en'] as const) {
  const words = WORDS[language];
  test.describe(`in ${language}`, () => {
    test.use({ appOptions: { language } });

    test('the major limit at € 500: looked at, saved, followed by the director’s list, and taken back', async ({
      app,
      page,
    }) => {
      await app.visit(page);
      await expectOnDirectorsList(page, 6, words);
      await page.goto(`${app.host.origin}/#/settings/majorCall`);
      const effect = page.getByRole('main').getByRole('region').last();
      const row = effect.getByRole('row').filter({ hasText: words.director });

      // What cannot be is refused beside the field, in words; nothing is saved.
      await type(page, words.limit, '0');
      await expect(page.locator('.setting').getByRole('alert')).toHaveText(words.refused);
      await page.keyboard.press('ControlOrMeta+Enter');
      await expect(effect.getByText(words.change)).toBeHidden();

      // Typed back as it was: no change at all.
      await type(page, words.limit, language === 'nl' ? '1.000,00' : '1,000.00');
      await expect(effect.getByRole('table')).toBeHidden();

      // € 500: who comes, and why.
      await type(page, words.limit, '500');
      await expect(effect.getByText(words.change)).toBeVisible();
      await expect(row.getByRole('cell').first()).toHaveText('6');
      const after = Number(await row.getByRole('cell').last().textContent());
      expect(after).toBeGreaterThan(6);
      await expect(effect.getByRole('heading', { name: words.comes })).toBeVisible();
      await expect(effect.getByText(words.gift).first()).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

      // Saved with one key; the list follows.
      await page.keyboard.press('ControlOrMeta+Enter');
      await expect(effect.getByText(words.saved)).toBeVisible();
      await expect(effect.getByText(words.change)).toBeVisible();
      await expectOnDirectorsList(page, after, words);

      // And taken back with one key; both stay in the history.
      await page.goto(`${app.host.origin}/#/settings/majorCall`);
      await page.keyboard.press('z');
      await expect(effect.getByText(words.back)).toBeVisible();
      await expect(effect.getByText(words.change)).toBeVisible();
      await expect(page.getByLabel(words.limit, { exact: true })).toHaveValue('1000');
      await expectOnDirectorsList(page, 6, words);
    });

    test('what was typed waits while somebody looks elsewhere, and X leaves it as it was', async ({ app, page }) => {
      await app.visit(page, '/settings/thankYouCall');
      await type(page, words.from, '15');
      await page.keyboard.press('Escape');
      await page.keyboard.press('ArrowDown');
      await expect(page).toHaveURL(/ambassadorCall$/);
      await page.keyboard.press('ArrowUp');
      await expect(page.getByLabel(words.from, { exact: true })).toHaveValue('15');
      await page.keyboard.press('x');
      await expect(page.getByLabel(words.from, { exact: true })).toHaveValue('14');
      // A switch, a choice and several; nobody is on the list of a programme that is off.
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await expect(page).toHaveURL(/anniversaryCall$/);
      await page.getByRole('checkbox').first().focus();
      await page.keyboard.press('Space');
      await page
        .getByRole('radio', { name: words.director })
        .or(page.getByRole('radio', { name: /^directie$|^director$/ }))
        .first()
        .focus();
      await page.keyboard.press('Space');
      await expect(page.getByRole('table')).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });
  });
}

test('what a colleague saved meanwhile stays, and so does what was typed', async ({ app, page }) => {
  await app.visit(page, '/settings/majorCall');
  await type(page, WORDS.nl.limit, '500');
  await expect(page.getByText(WORDS.nl.change)).toBeVisible();
  await app.backend.ask('settings.saveProgrammes', { change: { majorCall: { dueAfterDays: 5 } }, version: null });
  await expect(page.getByLabel('Uiterlijk na (dagen)')).toHaveValue('5');
  await expect(page.getByLabel(WORDS.nl.limit, { exact: true })).toHaveValue('500');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText(WORDS.nl.saved)).toBeVisible();
  await expect(page.getByText('uiterlijk na: 7 dagen wordt 5 dagen')).toBeVisible();
  await expect(page.getByText(WORDS.nl.change)).toBeVisible();
});
