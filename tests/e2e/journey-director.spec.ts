/** A director's three calls by keyboard: the briefings on paper first, then from each page into its call; all of it in the CRM. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { linesOf, NO_PAGE, readPdf, type ReadPdf } from '../support/read-pdf.ts';
import { expect, test } from './support/app.ts';
import { pressAndSee } from './support/by-key.ts';
import { callsInCrm, changesInCrm, makeFieldsInCrm, recordsInCrm } from './support/compare-crm.ts';
import { beginOf, donorInCall, endOf, expectTold, isCall, type Told } from './support/told-calls.ts';

const NOTE = 'Wil graag een keer komen kijken.';
const CALLS: readonly Told[] = [
  {
    outcome: 'conversation',
    status: 'Completed',
    keys: ['e', '5', 'j', '1'],
    answer: 'offered',
    emotion: 'delighted',
    details: ['Klonk heel blij.', NOTE],
  },
  {
    outcome: 'callback',
    status: 'Unreachable',
    keys: ['j', '2', 'ArrowRight', 'Tab', '1', '0', '3', '0', 'Control+Enter'],
    answer: 'offered',
    details: ['Terugbellen beloofd: maandag 23 november, 10:30'],
  },
  { outcome: 'voicemail-left', status: 'Left Message', keys: ['6', '1'] },
];
const DIRECTOR_HAS = 6;

const WORDS = {
  nl: {
    points: 'Drie dingen om te zeggen',
    avoid: 'Vraag niet om een nieuwe gift.',
    remembered: 'Staat klaar als taak voor morgen',
    file: 'directie-2026-11-21.pdf',
    briefing: 'Briefing',
    notes: 'Notitie',
    sent: 'Alles bewaard en verstuurd',
  },
  en: {
    points: 'Three things to say',
    avoid: 'Do not ask for another gift.',
    remembered: 'Is there as a task for tomorrow',
    file: 'director-2026-11-21.pdf',
    briefing: 'Briefing',
    notes: 'Note',
    sent: /Everything saved and sent/,
  },
} as const;

const door = (page: Page) => page.getByRole('article').getByRole('heading', { level: 2 });
const sheet = (page: Page) => page.locator('svg.paper');

async function printAll(page: Page, name: string): Promise<ReadPdf> {
  const downloading = page.waitForEvent('download');
  await page.keyboard.press('Shift+P');
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(name);
  return readPdf(readFileSync(await download.path()));
}

const onOneLine = (lines: readonly string[]): string => lines.join(' ').replaceAll(/\s+/g, ' ');

for (const language of ['nl', 'en'] as const) {
  const words = WORDS[language];
  test.describe(`in ${language}`, () => {
    test.use({ appOptions: { language, theme: language === 'nl' ? 'light' : 'dark', roles: ['director'] } });

    test('a director’s three calls, each with its briefing on paper', async ({ app, page, dialled }) => {
      await makeFieldsInCrm(app);
      const before = await recordsInCrm(app.crm);
      const called: number[] = [];
      await app.visit(page);
      await expect(page.getByRole('article').getByRole('button').first()).toBeFocused();
      await page.keyboard.press('d');
      await expect(sheet(page).locator('text', { hasText: words.points })).toBeVisible();
      const { pages, language: written } = await printAll(page, words.file);
      expect(written.slice(0, 2)).toBe(language);
      expect(pages).toHaveLength(DIRECTOR_HAS);
      await page.keyboard.press('Escape');

      for (const [index, told] of CALLS.entries()) {
        app.setNow(beginOf(index));
        const name = (await door(page).textContent()) ?? '';
        await page.keyboard.press('d');
        await expect(sheet(page).locator('text', { hasText: name }).first()).toBeVisible();
        // What is on the screen is what was printed.
        const { width, height, ...printed } = pages[index] ?? NO_PAGE;
        expect([Math.round(width), Math.round(height)]).toEqual([210, 297]);
        const text = onOneLine(linesOf({ width, height, ...printed }));
        for (const line of await sheet(page).locator('text').allTextContents())
          expect(text).toContain(onOneLine([line]));
        for (const line of [name, words.points, words.avoid]) expect(text).toContain(line);
        if (index === 0) {
          await page.keyboard.press('k');
          await expect(page.getByText(words.remembered)).toBeVisible();
        }
        // Into the call, whose outcomes are the form; the first looks at the page once more from there.
        await page.keyboard.press('b');
        await expect(page.getByRole('complementary').getByRole('heading', { level: 1 })).toBeVisible();
        if (index === 0) {
          await page.getByRole('link', { name: words.briefing, exact: true }).focus();
          await page.keyboard.press('Enter');
          await expect(sheet(page)).toBeVisible();
          await page.keyboard.press('b');
          await expect(page.getByRole('complementary').getByRole('heading', { level: 1 })).toBeVisible();
        }
        called.push(await donorInCall(app, page));
        await page.keyboard.press('b');
        await expect(page.getByRole('timer')).toBeVisible();
        await expect.poll(() => dialled).toHaveLength(index + 1);
        expect(text.replaceAll(/\D/g, '')).toContain(dialled[index]?.replace('tel:+31', '0'));
        if (index === 0) {
          await page.keyboard.press('t');
          await expect(page.getByRole('textbox', { name: words.notes })).toBeFocused();
          await page.keyboard.type(NOTE);
          await page.keyboard.press('Escape');
        }
        app.setNow(endOf(index));
        await pressAndSee(page, ...told.keys);
        await expect(page).toHaveURL(/#\/$/);
        await expect(door(page)).not.toHaveText(name);
      }

      await expect(page.getByRole('status').filter({ hasText: words.sent })).toBeVisible();
      await app.backend.sync.run(true);
      const all = await callsInCrm(app.crm, called);
      const calls = all.filter(({ subject }) => isCall(subject));
      expect(calls).toHaveLength(CALLS.length);
      // Whoever left the first call for its page gave the claim back.
      expect(all.filter(({ subject }) => !isCall(subject))).toMatchObject([{ donor: called[0], status: 'Cancelled' }]);
      for (const [index, told] of CALLS.entries()) {
        const call = calls.find(({ donor }) => donor === called[index]);
        expectTold(call, told, dialled[index]?.replace('tel:', ''), index);
        expect(call?.['Dankbel.programme']).toBe('major-call');
      }
      expect(changesInCrm(before, await recordsInCrm(app.crm))).toEqual([]);
    });
  });
}
