/** A coordinator writes what the charity says: a story with its picture, refused and kept; a letter; taken back. */
import type { Page } from '@playwright/test';
import { TINY_PNG } from '../support/tiny-pictures.ts';
import { expect, test } from './support/app.ts';
import { expectNoViolation } from './support/check-screen.ts';

const CAMPAIGN = 'Najaarscampagne 2026';
const WORDS = {
  nl: {
    add: `Uit het CRM: ${CAMPAIGN}`,
    does: 'Wat de gift doet',
    choose: 'Kies een afbeelding',
    none: /Dit is geen foto/,
    saved: 'Bewaard.',
    added: `Project erbij: ${CAMPAIGN}.`,
    letter: 'Brief',
    unknown: '{gieft} is geen invulplek. Kies er een uit de lijst, of haal het weg.',
  },
  en: {
    add: `From the CRM: ${CAMPAIGN}`,
    does: 'What the gift does',
    choose: 'Choose a picture',
    none: /This is no picture/,
    saved: 'Saved.',
    added: `Project added: ${CAMPAIGN}.`,
    letter: 'Letter',
    unknown: '{gieft} is no placeholder. Choose one from the list, or take it away.',
  },
} as const;

async function choose(
  page: Page,
  label: string,
  file: { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: label }).focus();
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(file);
}

for (const language of ['nl', 'en'] as const) {
  const words = WORDS[language];
  test.describe(`in ${language}`, () => {
    test.use({ appOptions: { language, theme: language === 'nl' ? 'light' : 'dark' } });

    test('a story with one picture, and a letter with a wrong placeholder', async ({ app, page }) => {
      await app.visit(page, '/settings/stories');
      await page.getByRole('button', { name: words.add }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('group', { name: words.does }).getByRole('textbox').first().focus();
      await page.keyboard.type('Een kind leert zwemmen.');

      const png = Buffer.from(TINY_PNG, 'base64');
      await choose(page, words.choose, { name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('<svg/>') });
      await expect(page.getByRole('alert')).toHaveText(words.none);
      await choose(page, words.choose, { name: 'x.png', mimeType: 'image/png', buffer: png });
      await expect(page.locator('.charity-frame img')).toBeVisible();
      await expectNoViolation(page);
      await page.keyboard.press('ControlOrMeta+Enter');
      await expect(page.getByText(words.saved, { exact: true })).toBeVisible();
      await expect(page.getByText(words.added)).toBeVisible();
      const { story } = await app.backend
        .ask('charity.story', { project: CAMPAIGN })
        .then((answer) =>
          answer.ok ? (answer.value as { story: { does: { nl: string }; picture: string } }) : { story: null },
        );
      expect(story).toMatchObject({
        does: { nl: 'Een kind leert zwemmen.' },
        picture: expect.stringMatching(/^[0-9a-f]{64}$/),
      });

      await page.goto(`${app.host.origin}/#/settings/letter`);
      await page.getByRole('textbox', { name: words.letter, exact: true }).focus();
      await page.keyboard.type('{gieft}');
      await expect(page.locator('.charity-text').getByRole('alert')).toHaveText(words.unknown);
      await page.keyboard.press('ControlOrMeta+Enter');
      await expect(page.locator('.trouble-bar')).toHaveText(words.unknown);
      await expectNoViolation(page);
    });
  });
}
