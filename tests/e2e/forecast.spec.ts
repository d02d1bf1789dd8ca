/** The coordinator says how many can be called, and sees where work will be left. By keyboard. */
import { expect, test } from './support/app.ts';

test('what is typed is laid against the work of four weeks, per lane', async ({ app, page }) => {
  await app.visit(page, '/forecast');
  await expect(page.getByRole('heading', { level: 2, name: /is niet ingevuld/ })).toBeVisible();
  await page.getByLabel('maandag').focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('veel');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('alert')).toContainText('heel getal');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: /blijft er werk liggen/ })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'maandag 23 november' })).toContainText('12');
  await page.keyboard.press('Escape');
  await page.keyboard.press('w');
  await expect(page.getByRole('heading', { level: 2, name: /is niet ingevuld/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/#\/$/);
});
