/** A coordinator answers a complaint, hands a question over and takes it back, by keyboard; the answer is in the CRM. */
import AxeBuilder from '@axe-core/playwright';
import { expect, inCrm, test } from './support/app.ts';
import { sayInCall } from './support/say-in-call.ts';

test('a complaint is answered, a question handed over, a thank-you e-mail ticked off', async ({ app, page }) => {
  const nobody = async (): Promise<void> =>
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await sayInCall(app);
  await app.visit(page, '/follow-ups');
  const list = page.getByRole('navigation', { name: 'Wie op antwoord wacht' });
  await page.goto(`${app.host.origin}/#/follow-ups/1`);
  await expect(page.getByText('U stuurt mij veel te veel post.')).toBeVisible();
  await expect(page.getByText('belt niemand deze donateur')).toBeVisible();
  await nobody();
  await page.keyboard.press('t');
  await page.keyboard.type('Wij sturen u nog twee keer per jaar iets.');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(list.getByRole('listitem').filter({ hasText: 'Klacht' })).toContainText('Klaar');
  await app.backend.ask('session.setTheme', { theme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.goto(`${app.host.origin}/#/follow-ups/2`);
  await expect(page.getByText('één keer per jaar')).toBeVisible();
  await page.keyboard.press('d');
  await page.keyboard.type('Mevrouw De Wit');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText('Voor Mevrouw De Wit')).toBeVisible();
  await nobody();
  await page.keyboard.press('k');
  await expect(list.getByRole('listitem').filter({ hasText: 'Vraag' })).toContainText('Klaar');
  await page.keyboard.press('z');
  await expect(list.getByRole('listitem').filter({ hasText: 'Vraag' })).not.toContainText('Klaar');

  await app.backend.sync.run(true);
  const answers = await inCrm(app.crm, 'Activity', 'get', {
    select: ['activity_type_id:name', 'details'],
    where: [['subject', 'LIKE', '%Antwoord op een klacht%']],
  });
  expect(answers).toMatchObject([{ 'activity_type_id:name': 'Email' }]);
  expect(String(answers[0]?.['details'])).toContain('nog twee keer per jaar');
});
