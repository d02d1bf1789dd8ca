/** What a call does with keys and values besides the way of an evening (journey-caller.spec.ts). */
import type { Page } from '@playwright/test';
import { expect, inCrm, openCall, test } from './support/app.ts';
import { openDetail, typeAfter, typeOver } from './support/by-key.ts';

/** Types with the keyboard until the door shows this donor: the others are put at the end of the evening. */
async function waitForDoor(page: Page): Promise<string> {
  const name = page.getByRole('article').getByRole('heading', { level: 2 });
  await expect(name).toBeVisible();
  return (await name.textContent()) ?? '';
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
  await typeAfter(page, 't', 'jsn 123456789 zelkvigtb?');
  await expect(page.getByRole('textbox', { name: 'Notitie' })).toHaveValue('jsn 123456789 zelkvigtb?');
  // One quiet line, and nothing is held up.
  await page.keyboard.type(' Ligt in het ziekenhuis');
  await expect(page.getByText('“ziekenhuis”: liever niet bewaren, gezondheid is privé.')).toBeVisible();
  await expect(page).toHaveURL(/call/);
});

test('a question that could not be kept is there again, with what is the matter', async ({ app, page }) => {
  await app.visit(page);
  await openCall(page);
  const sentence = { nl: 'De schijf is vol.', en: 'The disk is full.' };
  await page.route('**/api/call', (route) =>
    route.request().postData()?.includes('call.addFollowUp') === true
      ? route.fulfill({ json: { ok: false, failure: { code: 'refused', sentence } } })
      : route.fallback(),
  );
  await typeAfter(page, 'v', 'Wat doet mijn gift?');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('alert')).toContainText(sentence.nl);
  await expect(page.getByRole('textbox', { name: 'Wat wil de donateur weten?' })).toHaveValue('Wat doet mijn gift?');
});

test('a value that cannot be right is refused beside the field, and what was typed stays', async ({ app, page }) => {
  await app.visit(page);
  await openCall(page);
  await openDetail(page, 'email', 3);
  await typeOver(page, 'geen adres');
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

test('a call that was left is still there, notes and all, also after the window was closed', async ({
  app,
  page,
  context,
}) => {
  await app.visit(page);
  const donor = await waitForDoor(page);
  await openCall(page);
  await typeAfter(page, 't', 'half getypt');
  await page.keyboard.press('Escape');
  await expect(page.getByText(/Bewaard om/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /Ga verder met het gesprek/ })).toBeVisible();
  await page.close();
  const again = await context.newPage();
  await app.visit(again);
  expect(await waitForDoor(again)).toBe(donor);
  await expect(again.getByRole('button', { name: /Ga verder met het gesprek/ })).toBeFocused();
  await again.keyboard.press('Enter');
  await expect(again.getByRole('textbox', { name: 'Notitie' })).toHaveValue('half getypt');
});
