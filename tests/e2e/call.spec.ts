/** A whole call by keyboard alone, in Dutch and in English; afterwards the CRM is asked what arrived. */
import type { Page } from '@playwright/test';
import { expect, inCrm, openCall, test, type App } from './support/app.ts';

/** What the screen says in each language, as far as this test reads it. */
const WORDS = {
  nl: {
    call: /^Bel 06/,
    said: 'Heb je dit gezegd?',
    closing: 'Afsluiten',
    notes: 'Notitie',
    saved: /Bewaard om/,
    corrected: 'Gecorrigeerd',
    confirmed: /^Klopt/,
    undone: 'Teruggedraaid',
    outcome: 'Gesprek gevoerd',
    answered: 'Gezegd: bellen mag',
    sent: 'Alles bewaard en verstuurd',
  },
  en: {
    call: /^Call 06/,
    said: 'Did you say this?',
    closing: 'Closing',
    notes: 'Note',
    saved: /Saved at/,
    corrected: 'Corrected',
    confirmed: /^Right|^Correct|^Confirmed/,
    undone: 'Undone',
    outcome: 'We talked',
    answered: 'Said: calling is fine',
    sent: /saved and sent/i,
  },
} as const;

/** Types with the keyboard until the door shows this donor: the others are put at the end of the evening. */
async function waitForDoor(page: Page): Promise<string> {
  const name = page.getByRole('article').getByRole('heading', { level: 2 });
  await expect(name).toBeVisible();
  return (await name.textContent()) ?? '';
}

async function callsInCrm({ crm }: App, contactId: number) {
  return inCrm(crm, 'Activity', 'get', {
    select: ['subject', 'details', 'status_id:name'],
    where: [
      ['target_contact_id', '=', contactId],
      ['subject', 'LIKE', '%[Dankbel%'],
    ],
  });
}

for (const language of ['nl', 'en'] as const) {
  const words = WORDS[language];

  test.describe(`in ${language}`, () => {
    test.use({ appOptions: { language } });

    test('from the door to the next donor without a mouse', async ({ app, page, dialled }) => {
      await app.visit(page);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      await expect(page.getByRole('button', { name: words.call })).toBeFocused();
      const donor = await waitForDoor(page);
      expect(donor).toContain('Storno');

      await openCall(page);
      await expect(page).toHaveURL(/#\/call\/\d+/);

      expect(dialled).toEqual(['tel:+31620004521']);

      for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowRight');
      await expect(page.getByRole('tab', { name: words.closing })).toHaveAttribute('aria-selected', 'true');
      await expect(page.getByText(words.said)).toBeVisible();

      await page.keyboard.press('t');
      await expect(page.getByRole('textbox', { name: words.notes })).toBeFocused();
      await page.keyboard.type('Kleindochter Noor haalde haar A. 1 2 3 J S N');
      await page.keyboard.press('Escape');
      await expect(page.getByText(words.saved)).toBeVisible();

      await page.keyboard.press('g');
      await page.keyboard.press('Enter');
      await expect(page.getByText(words.confirmed).first()).toBeVisible();
      for (let down = 0; down < 2; down += 1) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('c');
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('greet@voorbeeld.nl');
      await page.keyboard.press('Enter');
      await expect(page.getByText(words.corrected)).toBeVisible();
      await expect(page.getByText('donateur33@example.nl')).toBeVisible();

      await page.keyboard.press('e');
      await page.keyboard.press('4');
      await page.keyboard.press('j');
      await expect(page.getByText(words.answered)).toBeVisible();
      await page.keyboard.press('1');

      await expect(page).toHaveURL(/#\/$/);
      await expect.poll(async () => waitForDoor(page)).not.toBe(donor);
      await expect(page.getByText(words.outcome).first()).toBeVisible();
      await expect(page.getByRole('status').filter({ hasText: words.sent })).toBeVisible();

      const [call, ...more] = await callsInCrm(app, 2040);
      expect(more).toEqual([]);
      expect(call).toMatchObject({ 'status_id:name': 'Completed' });
      expect(String(call?.['details'])).toContain('Kleindochter Noor haalde haar A. 1 2 3 J S N');
      expect(String(call?.['details'])).toContain('Klonk blij.');
      expect(
        await inCrm(app.crm, 'Email', 'get', { select: ['email'], where: [['contact_id', '=', 2040]] }),
      ).toMatchObject([{ email: 'greet@voorbeeld.nl' }]);
    });

    test('taken back with one key, from the next door', async ({ app, page }) => {
      await app.visit(page);
      const donor = await waitForDoor(page);
      await openCall(page);
      await page.keyboard.press('4');
      await expect(page).toHaveURL(/#\/$/);
      await expect.poll(async () => waitForDoor(page)).not.toBe(donor);
      await page.keyboard.press('z');
      await expect.poll(async () => waitForDoor(page)).toBe(donor);
      await expect(page.getByText(words.undone).first()).toBeVisible();
    });
  });
}

test('letters and digits are text while somebody types, and the objection question comes before the outcome', async ({
  app,
  page,
}) => {
  await app.visit(page);
  await openCall(page);
  await page.keyboard.press('1');
  await expect(page.getByText('Kies dit eerst, dan de uitkomst')).toBeVisible();
  await expect(page).toHaveURL(/call/);
  await page.keyboard.press('t');
  await page.keyboard.type('jsn 123456789 zelkvigtb?');
  await expect(page.getByRole('textbox', { name: 'Notitie' })).toHaveValue('jsn 123456789 zelkvigtb?');
  await expect(page).toHaveURL(/call/);
});

test('a value that cannot be right is refused beside the field, and what was typed stays', async ({ app, page }) => {
  await app.visit(page);
  await openCall(page);
  await page.keyboard.press('g');
  for (let down = 0; down < 3; down += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('c');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('geen adres');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Laat het spellen/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'E-mailadres' })).toHaveValue('geen adres');
  expect((await app.backend.store.reader.selectFrom('operation').select('id').execute()).length).toBe(0);
});

test('"bellen stopt" goes to the CRM while the call still goes on', async ({ app, page }) => {
  await app.visit(page);
  await openCall(page);
  await page.keyboard.press('s');
  await expect(page.getByText('Gezegd: bellen stopt, meteen en overal')).toBeVisible();
  await expect
    .poll(
      async () =>
        (await inCrm(app.crm, 'Contact', 'get', { select: ['do_not_phone'], where: [['id', '=', 2040]] }))[0]?.[
          'do_not_phone'
        ],
    )
    .toBe(true);
  await expect(page).toHaveURL(/call/);
});

test('an appointment: "later terugbellen" asks for day and time, and the promise stands on Vandaag', async ({
  app,
  page,
}) => {
  await app.visit(page);
  await openCall(page);
  await page.keyboard.press('j');
  await page.keyboard.press('2');
  await expect(page.getByText('Wanneer bellen we terug?')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page).toHaveURL(/#\/$/);
  const [callback] = await app.backend.store.reader.selectFrom('callback').selectAll().execute();
  expect(callback?.promised_day).toMatch(/^2026-11-2\d$/);
});

test('a voicemail asks whether something was left, and a wrong number is never a refusal', async ({ app, page }) => {
  await app.visit(page);
  await openCall(page);
  await page.keyboard.press('6');
  await expect(page.getByText('Ingesproken of niet?').last()).toBeVisible();
  await page.keyboard.press('1');
  await expect(page).toHaveURL(/#\/$/);
  await openCall(page);
  await page.keyboard.press('7');
  await page.keyboard.press('1');
  await expect(page).toHaveURL(/#\/$/);
  const attempts = await app.backend.store.reader.selectFrom('attempt').select('outcome').orderBy('id').execute();
  expect(attempts.map(({ outcome }) => outcome).sort()).toEqual(['voicemail-left', 'wrong-number']);
});

test('a call that was left is still there, notes and all, also after the window was closed', async ({
  app,
  page,
  context,
}) => {
  await app.visit(page);
  const donor = await waitForDoor(page);
  await openCall(page);
  await page.keyboard.press('t');
  await page.keyboard.type('half getypt');
  await page.keyboard.press('Escape');
  await expect(page.getByText(/Bewaard om/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /Ga verder met het gesprek/ })).toBeVisible();
  await page.close();
  const again = await context.newPage();
  await app.visit(again);
  expect(await waitForDoor(again)).toBe(donor);
  await again.keyboard.press('Enter');
  await expect(again.getByRole('textbox', { name: 'Notitie' })).toHaveValue('half getypt');
});
