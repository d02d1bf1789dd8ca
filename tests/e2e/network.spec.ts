/** The network goes away and comes back: work goes on, and says quietly where it is. */
import { expect, inCrm, openCall, test } from './support/app.ts';
import { typeAfter } from './support/by-key.ts';

test('calls without a CRM are kept here, and arrive when it is back', async ({ app, page }) => {
  await app.visit(page);
  app.crm.faults.set('dropBefore', 'always');
  for (let calls = 1; calls <= 2; calls += 1) {
    await openCall(page);
    await page.keyboard.press('4');
    await expect(page.getByRole('article')).toBeVisible();
  }
  await expect(page.getByRole('status').filter({ hasText: 'Geen verbinding, 2 wachten' })).toBeVisible();
  await page.keyboard.press('a');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('Gesprek: Neemt niet op').first()).toBeVisible();
  app.crm.faults.clear();
  await page.keyboard.press('r');
  await expect(page.getByRole('status').filter({ hasText: 'Alles bewaard en verstuurd' })).toBeVisible();
  expect(
    await inCrm(app.crm, 'Activity', 'get', { select: ['id'], where: [['subject', 'LIKE', '%[Dankbel%']] }),
  ).toHaveLength(2);
});

test('what the CRM refuses is shown with its reason, and a coordinator can end it', async ({ app, page }) => {
  await app.visit(page);
  await openCall(page);
  await inCrm(app.crm, 'Contact', 'delete', { where: [['id', '=', 2040]] });
  await page.keyboard.press('4');
  await expect(page.getByRole('status').filter({ hasText: 'Let op, 1' })).toBeVisible();
  await expect(page.getByRole('article')).toBeVisible();
  await page.keyboard.press('a');
  await expect(page.getByText(/staat niet meer in het CRM/).first()).toBeVisible();
  await page.keyboard.press('2');
  await expect(page.locator('.confirm')).toBeVisible();
  await page.keyboard.press('1');
  await expect(page.getByText(/Alles is aangekomen/)).toBeVisible();
});

test('a donor who changes in the CRM during the call: shown quietly, nothing typed is lost', async ({ app, page }) => {
  await app.visit(page);
  await openCall(page);
  await typeAfter(page, 't', 'dit blijft staan');
  await inCrm(app.crm, 'Contact', 'update', { where: [['id', '=', 2040]], values: { last_name: 'Veranderd' } });
  await app.backend.sync.run(true);
  await expect(page.getByText(/tijdens het gesprek in het CRM veranderd/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Notitie' })).toHaveValue('dit blijft staan');
  await expect(page.getByRole('textbox', { name: 'Notitie' })).toBeFocused();
});
