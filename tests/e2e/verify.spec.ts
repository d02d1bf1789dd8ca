/** A verifier works through details by keyboard, a coordinator says yes; what was decided is in the CRM. */
import AxeBuilder from '@axe-core/playwright';
import { expect, inCrm, test } from './support/app.ts';

test('a suggestion is taken, a detail is right, a death waits for a yes, and the next one comes', async ({
  app,
  page,
}) => {
  const nobody = async (): Promise<void> =>
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await inCrm(app.crm, 'Email', 'update', {
    where: [['email', '=', 'donateur38@example.nl']],
    values: { email: 'donateur38@gmial.com' },
  });
  await inCrm(app.crm, 'Contact', 'update', {
    where: [['external_identifier', '=', 'NIEUW-0038']],
    values: { last_name: 'VAN DER BERG' },
  });
  await app.backend.sync.run(true);
  await app.visit(page, '/verify');
  const name = page.locator('[data-detail="name"]');
  const email = page.locator('[data-detail^="email:"]');
  await expect(page.getByRole('heading', { level: 2, name: 'Geen VAN DER BERG' })).toBeVisible();
  await nobody();

  // The name as it is suggested; the address is right; the e-mail address as it is suggested.
  await page.keyboard.press('2');
  await expect(name).toContainText('Gecorrigeerd');
  await page.keyboard.press('1');
  await expect(page.locator('[data-detail^="address:"]')).toContainText('Klopt zo');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('2');
  await expect(email).toContainText('donateur38@gmail.com');
  await app.backend.ask('session.setTheme', { theme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await nobody();

  // Somebody says that she has died: that is no verifier's to decide.
  await page.keyboard.press('m');
  await page.keyboard.type('Zei de buurvrouw');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText('Wacht op de coördinator')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Geen van der Berg' })).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('article')).toBeVisible();
  await page.keyboard.press('a');
  await expect(page.getByRole('heading', { level: 2, name: 'Geen van der Berg' })).toBeVisible();
  await page.keyboard.press('1');
  await expect(page.getByRole('heading', { level: 2, name: 'Geen van der Berg' })).toBeHidden();
  await app.backend.sync.run(true);
  const [contact] = await inCrm(app.crm, 'Contact', 'get', {
    select: ['id', 'first_name', 'middle_name', 'last_name', 'is_deceased'],
    where: [['external_identifier', '=', 'NIEUW-0038']],
  });
  expect(contact).toMatchObject({ middle_name: 'van der', last_name: 'Berg', is_deceased: true });
  expect(await inCrm(app.crm, 'Email', 'get', { where: [['contact_id', '=', contact?.['id']]] })).toMatchObject([
    { email: 'donateur38@gmail.com' },
  ]);
});
