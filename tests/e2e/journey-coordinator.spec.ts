/**
 * A coordinator's morning by keyboard: a conflict settled, a complaint answered and a question handed over, a limit
 * looked at, changed and taken back, letters and labels printed and ticked off. Afterwards the CRM has all of it.
 */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { linesOf, NO_PAGE, readPdf, type ReadPdf } from '../support/read-pdf.ts';
import { expect, inCrm, test, type App } from './support/app.ts';
import { chooseByName, typeAfter, typeOver } from './support/by-key.ts';
import { changesInCrm, recordsInCrm } from './support/compare-crm.ts';
import { sayInCall } from './support/say-in-call.ts';

const CONTACT = 2040;
/** NIEUW-0009, who complained in a call (say-in-call.ts). */
const COMPLAINER = 2016;
const MINE = 'mijn@voorbeeld.nl';
const THEIRS = 'ander@voorbeeld.nl';
const COMPLAINT = 'U stuurt mij veel te veel post.';
const QUESTION = 'Kan ik ook één keer per jaar geven?';
const ANSWER = 'Wij sturen u nog twee keer per jaar iets.';

const WORDS = {
  nl: {
    look: /Let op, 1/,
    which: 'Twee e-mailadressen, welk klopt?',
    mine: 'Gehoord aan de telefoon',
    theirs: 'Veranderd in het CRM',
    allArrived: 'Alles is aangekomen',
    followUps: 'vervolgacties',
    pauses: 'belt niemand deze donateur',
    for: 'Voor Mevrouw De Wit',
    done: 'Klaar',
    settings: 'instellingen',
    programme: 'Directietelefoontje',
    limit: 'Grens voor één gift (€)',
    refused: 'Grens voor één gift (directietelefoontje): kies van € 1 tot en met € 1.000.000.',
    comes: /^\d+ kom(t|en) erbij$/,
    change: 'Directietelefoontje, grens voor één gift: € 1.000 wordt € 500.',
    back: 'Directietelefoontje, grens voor één gift: € 500 wordt € 1.000.',
    saved: 'Bewaard. De lijst van vandaag is bijgewerkt.',
    director: 'Directeur',
    letters: /^PDF van \d+ brieven/,
    used: 'Al gebruikt op het eerste vel',
    wrong: /0 tot en met 23/,
  },
  en: {
    look: /Look here, 1/,
    which: 'Two e-mail addresses, which is right?',
    mine: 'Heard on the phone',
    theirs: 'Changed in the CRM',
    allArrived: 'Everything has arrived',
    followUps: 'follow-up',
    pauses: 'nobody calls this donor',
    for: 'For Mevrouw De Wit',
    done: 'Done',
    settings: 'settings',
    programme: 'Call by the director',
    limit: 'Limit of one gift (€)',
    refused: 'Limit of one gift (call by the director): choose from €1 to €1,000,000.',
    comes: /^\d+ comes?$/,
    change: 'Call by the director, limit of one gift: €1,000 becomes €500.',
    back: 'Call by the director, limit of one gift: €500 becomes €1,000.',
    saved: 'Saved. Today’s list is up to date.',
    director: 'Director',
    letters: /^PDF of \d+ letters/,
    used: 'Used already on the first sheet',
    wrong: /0 to 23/,
  },
} as const;
type Words = (typeof WORDS)['nl' | 'en'];

/** Somebody corrected an address without a network, and somebody else changed it in the CRM. */
async function makeConflict({ backend, crm }: App): Promise<void> {
  const ask = async <Value>(name: string, input: object): Promise<Value> => {
    const answer = await backend.ask(name, input);
    if (!answer.ok) throw new Error(answer.failure.sentence.en);
    return answer.value as Value;
  };
  const { id: donorId } = await backend.store.reader
    .selectFrom('donor')
    .select('id')
    .where('crm_id', '=', CONTACT)
    .executeTakeFirstOrThrow();
  crm.faults.set('dropBefore', 'always');
  const { details } = await ask<{ details: { key: string; field: string }[] }>('verify.get', { donorId });
  const key = details.find(({ field }) => field === 'email')?.key;
  const correction = { field: 'email', value: MINE };
  await ask('verify.correct', { donorId, key, correction, checkedBy: 'spelled' });
  crm.faults.clear();
  await inCrm(crm, 'Email', 'update', { where: [['contact_id', '=', CONTACT]], values: { email: THEIRS } });
  await backend.sync.run(true);
}

/** By its name in the palette, from wherever somebody is. */
async function goTo(page: Page, name: string, path: RegExp): Promise<void> {
  await chooseByName(page, name);
  await expect(page).toHaveURL(path);
}

async function settleConflict(page: Page, words: Words): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: words.look })).toBeVisible();
  await page.keyboard.press('a');
  await expect(page.getByRole('link', { name: words.which })).toBeVisible();
  await expect(page.getByRole('region', { name: words.mine }).getByText(MINE, { exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: words.theirs }).getByText(THEIRS, { exact: true })).toBeVisible();
  await expect(page.locator('del')).toHaveText('donateur33@example.nl');
  await page.keyboard.press('1');
  await expect(page.getByRole('heading', { name: words.allArrived })).toBeVisible();
}

/** The complaint first, because it is due first; then the question, which another one can answer. */
async function answerAll(page: Page, words: Words): Promise<void> {
  await goTo(page, words.followUps, /follow-ups/);
  const open = (text: string) => page.locator('.work-one').getByText(text);
  await expect(open(COMPLAINT)).toBeVisible();
  await expect(page.getByText(words.pauses)).toBeVisible();
  await typeAfter(page, 't', ANSWER);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(open(QUESTION)).toBeVisible();
  await typeAfter(page, 'd', 'Mevrouw De Wit');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText(words.for)).toBeVisible();
  const closed = page.getByRole('listitem').filter({ hasText: words.done });
  await expect(closed).toHaveCount(1);
  await page.keyboard.press('k');
  await expect(closed).toHaveCount(2);
  await page.keyboard.press('z');
  await expect(closed).toHaveCount(1);
}

/** € 500 for one gift: refused when it cannot be, looked at, saved, and taken back. */
async function changeRule(page: Page, words: Words): Promise<void> {
  await goTo(page, words.settings, /settings/);
  const limit = page.getByLabel(words.limit, { exact: true });
  await expect(page.getByRole('link', { name: words.programme })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(limit).toBeVisible();
  const effect = page.getByRole('main').getByRole('region').last();
  const row = effect.getByRole('row').filter({ hasText: words.director });
  for (let step = 0; step < 80 && !(await limit.evaluate((box) => box === document.activeElement)); step += 1) {
    await page.keyboard.press('Tab');
  }
  await typeOver(page, '0');
  await expect(page.locator('.setting').getByRole('alert')).toHaveText(words.refused);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(effect.getByText(words.change)).toBeHidden();
  await typeOver(page, '500');
  await expect(effect.getByText(words.change)).toBeVisible();
  await expect(effect.getByRole('heading', { name: words.comes })).toBeVisible();
  await expect(row.getByRole('cell').first()).toHaveText('6');
  await expect.poll(async () => Number(await row.getByRole('cell').last().textContent())).toBeGreaterThan(6);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(effect.getByText(words.saved)).toBeVisible();
}

const directorsList = async ({ backend }: App): Promise<number> => {
  const answer = await backend.ask('list.get', { lane: 'director' });
  return answer.ok ? (answer.value as { items: readonly unknown[] }).items.length : -1;
};

async function savedBy(page: Page, key: string): Promise<{ readonly name: string; readonly pdf: ReadPdf }> {
  const downloading = page.waitForEvent('download');
  await page.keyboard.press(key);
  const download = await downloading;
  return { name: download.suggestedFilename(), pdf: readPdf(readFileSync(await download.path())) };
}

const onOneLine = (line: string): string => line.replaceAll(/\s+/g, ' ');

/** @returns how many letters were printed and ticked off */
async function sendPost(page: Page, words: Words): Promise<number> {
  await goTo(page, 'post', /post$/);
  const rows = page.locator('.post-row');
  await expect(rows.first()).toHaveAttribute('aria-current', 'true');
  const count = await rows.count();
  const howMany = Number(
    /\d+/.exec((await page.getByRole('button', { name: words.letters }).textContent()) ?? '')?.[0],
  );

  // Down to the first letter; on paper it has the same words.
  for (let step = 0; step < count - howMany; step += 1) await page.keyboard.press('ArrowDown');
  const sheet = page.locator('svg.paper').first();
  await expect(rows.nth(count - howMany)).toHaveAttribute('aria-current', 'true');
  const one = await savedBy(page, 'd');
  expect(one.name).toBe('brieven-2026-11-21.pdf');
  const printed = linesOf(one.pdf.pages[0] ?? NO_PAGE).map(onOneLine);
  await expect.poll(async () => (await sheet.locator('text').allTextContents()).map(onOneLine)).toEqual(printed);
  expect((await savedBy(page, 'p')).pdf.pages.length).toBeGreaterThanOrEqual(howMany);

  // Labels after those that are gone; what cannot be is refused beside the field.
  const used = page.getByLabel(words.used);
  for (let step = 0; step < 120 && !(await used.evaluate((box) => box === document.activeElement)); step += 1) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type('99');
  await expect(page.locator('.post-do').getByRole('alert')).toHaveText(words.wrong);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('2');
  await page.keyboard.press('Tab');
  const labels = await savedBy(page, 'e');
  expect(labels.pdf.pages[0]?.texts[0]?.x).toBeGreaterThan(140);
  expect(
    labels.pdf.pages.flatMap(({ texts }) => texts).filter(({ text }) => /^\d{4} {1,2}[A-Z]{2}/.test(text)),
  ).toHaveLength(count);

  // All letters ticked off with one key, taken back with another, and ticked off again.
  await page.keyboard.press('Shift+B');
  await expect(rows).toHaveCount(count - howMany);
  await page.keyboard.press('z');
  await expect(rows).toHaveCount(count);
  await page.keyboard.press('Shift+B');
  await expect(rows).toHaveCount(count - howMany);
  return howMany;
}

for (const language of ['nl', 'en'] as const) {
  const words = WORDS[language];
  test.describe(`in ${language}`, () => {
    test.use({
      appOptions: { language, theme: language === 'nl' ? 'light' : 'dark', roles: ['caller', 'coordinator'] },
    });

    test('a coordinator’s morning', async ({ app, page }) => {
      await sayInCall(app);
      await makeConflict(app);
      const before = await recordsInCrm(app.crm);
      await app.visit(page);
      await settleConflict(page, words);
      await answerAll(page, words);
      const listed = await directorsList(app);
      await changeRule(page, words);
      expect(await directorsList(app)).toBeGreaterThan(listed);
      await page.keyboard.press('z');
      await expect(page.getByText(words.back)).toBeVisible();
      expect(await directorsList(app)).toBe(listed);
      const letters = await sendPost(page, words);

      await app.backend.sync.run(true);
      expect(changesInCrm(before, await recordsInCrm(app.crm))).toEqual([
        `Email of ${CONTACT}: email ${THEIRS}, now ${MINE}`,
      ]);
      const moments = await inCrm(app.crm, 'Activity', 'get', {
        select: [
          'subject',
          'details',
          'activity_type_id:name',
          'status_id:name',
          'activity_date_time',
          'target_contact_id',
        ],
        where: [['subject', 'LIKE', '%[Dankbel-moment %']],
        orderBy: { id: 'ASC' },
      });
      const [answer, ...rest] = moments;
      expect(answer).toMatchObject({
        subject: expect.stringMatching(/^Antwoord op een klacht \[Dankbel-moment answer [0-9a-f-]{36}\]$/),
        details: `<p>Klacht: ${COMPLAINT}</p>\n<p>${ANSWER}</p>`,
        'activity_type_id:name': 'Email',
        'status_id:name': 'Completed',
        target_contact_id: [COMPLAINER],
      });
      expect(rest).toHaveLength(letters);
      expect(new Set(rest.map((row) => String(row['target_contact_id']))).size).toBe(letters);
      for (const letter of rest) {
        expect(letter).toMatchObject({
          subject: expect.stringMatching(/^Bedankbrief \[Dankbel-moment letter [0-9a-f-]{36}\]$/),
          'activity_type_id:name': 'Print PDF Letter',
          'status_id:name': 'Completed',
          activity_date_time: expect.stringMatching(/^2026-11-21 14:/),
        });
      }
    });
  });
}
