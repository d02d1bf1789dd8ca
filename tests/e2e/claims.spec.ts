/** Two windows on one CRM: claims keep them apart, the division does without a network, and doubles are shown to both. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, inCrm, installTelephone, openCall, test } from './support/app.ts';

const nameAtTheDoor = async (page: Page): Promise<string> =>
  (await page.getByRole('article').getByRole('heading', { level: 2 }).textContent()) ?? '';

/** Two apps at once. */
test.setTimeout(120_000);

test('claims keep two callers apart; without a network both work', async ({ app, page, browser }) => {
  const bea = await app.startColleague();
  const beasContext = await browser.newContext({ locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' });
  await installTelephone(beasContext);
  const beasPage = await beasContext.newPage();
  await app.visit(page);
  await bea.visit(beasPage);
  const first = await nameAtTheDoor(page);
  expect(await nameAtTheDoor(beasPage)).toBe(first);

  await openCall(page);
  // She has not heard of it yet: her key brings another name, and nothing else.
  await expect(beasPage.getByRole('article').getByRole('button').first()).toBeFocused();
  await beasPage.keyboard.press('Enter');
  await expect(beasPage.getByRole('article').getByRole('heading', { level: 2 })).not.toHaveText(first);
  await expect(beasPage.getByRole('alert')).toHaveCount(0);
  // Her first key is carried out when its answer is there.
  await expect(beasPage.locator('[data-pending]')).toHaveCount(0);
  await openCall(beasPage);
  const claims = await inCrm(app.crm, 'Activity', 'get', {
    select: ['target_contact_id', 'assignee_contact_id'],
    where: [['subject', 'LIKE', '%[Dankbel-claim %']],
  });
  expect(new Set(claims.map((claim) => String(claim['target_contact_id']))).size).toBe(2);
  expect(new Set(claims.map((claim) => String(claim['assignee_contact_id']))).size).toBe(2);

  // A coordinator sees it quietly, and can take the donor back.
  await page.keyboard.press('Escape');
  await expect(page.getByRole('article').getByRole('button').first()).toBeFocused();
  await page.keyboard.press('a');
  await expect(page.getByRole('heading', { name: 'Nu aan de beurt bij collega’s' })).toBeVisible();
  await expect(page.getByText(/Bea Beller is met deze donateur bezig/)).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.press('t');
  await expect(page.getByText(/Alles is aangekomen/)).toBeVisible();
  await page.keyboard.press('Escape');

  app.crm.faults.set('dropBefore', 'always');
  await beasPage.keyboard.press('4');
  await expect(beasPage).toHaveURL(/#\/$/);
  await openCall(page);
  await page.keyboard.press('4');
  await expect(page).toHaveURL(/#\/$/);
  await openCall(beasPage);
  await beasPage.keyboard.press('4');
  await expect(beasPage).toHaveURL(/#\/$/);
  app.crm.faults.clear();
  await app.backend.sync.run(true);
  await bea.backend.sync.run(true);
  const calls = await inCrm(app.crm, 'Activity', 'get', {
    select: ['id'],
    where: [['subject', 'LIKE', '%[Dankbel thank-you-call%']],
  });
  expect(calls.length + (await serviceCalls(app.crm))).toBe(3);
  await beasContext.close();
});

test('who was called twice all the same is shown to both, until both have seen it', async ({ app, page, browser }) => {
  const bea = await app.startColleague({ language: 'en' });
  const beasContext = await browser.newContext({ locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' });
  await installTelephone(beasContext);
  const beasPage = await beasContext.newPage();
  await app.visit(page);
  await bea.visit(beasPage);
  // They have never heard of each other, and now they cannot.
  app.crm.faults.set('dropBefore', 'always');
  expect(await nameAtTheDoor(beasPage)).toBe(await nameAtTheDoor(page));
  for (const each of [page, beasPage]) {
    await openCall(each);
    await each.keyboard.press('4');
    await expect(each).toHaveURL(/#\/$/);
  }
  app.crm.faults.clear();
  for (const each of [app, bea, app]) await each.backend.sync.run(true);

  for (const [each, words] of [
    [
      page,
      { title: 'Twee keer gebeld', text: 'Jullie belden allebei', who: 'Bea Beller', seen: 'Alles is aangekomen' },
    ],
    [
      beasPage,
      { title: 'Called twice', text: 'Both of you called', who: 'Koen Koppeling', seen: 'Everything has arrived' },
    ],
  ] as const) {
    await each.keyboard.press('a');
    await expect(each.getByText(words.title).first()).toBeVisible();
    await expect(each.getByText(words.text)).toBeVisible();
    await expect(each.getByText(words.who)).toBeVisible();
    expect((await new AxeBuilder({ page: each }).analyze()).violations).toEqual([]);
    await each.keyboard.press('g');
    await expect(each.getByText(words.seen)).toBeVisible();
  }
  await beasContext.close();
});

async function serviceCalls(crm: Parameters<typeof inCrm>[0]): Promise<number> {
  const found = await inCrm(crm, 'Activity', 'get', {
    select: ['id'],
    where: [['subject', 'LIKE', '%[Dankbel service-call%']],
  });
  return found.length;
}
