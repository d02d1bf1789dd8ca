/** Everything by its name: Ctrl+K, a few letters, Enter. */
import { expect, openCall, test } from './support/app.ts';
import { checkAllLooks } from './support/check-screen.ts';

test('finds a command or a screen by a few letters, and does nothing else meanwhile', async ({ app, page }) => {
  await app.visit(page);
  await openCall(page);
  const palette = page.getByRole('dialog', { name: 'Zoek wat je wilt doen' });
  await page.keyboard.press('Control+k');
  await expect(palette.getByRole('searchbox')).toBeFocused();
  await expect(palette.getByRole('menuitem', { name: 'Schrijf een klacht op' })).toBeVisible();
  // Nothing of the evening before is offered, and no digit that says which.
  await expect(palette.getByRole('menuitem', { name: 'Later op de avond' })).toHaveCount(0);
  await expect(palette.getByRole('menuitem', { name: 'Kies een uitkomst' })).toHaveCount(0);
  await checkAllLooks(app, page);
  await app.backend.ask('session.setLanguage', { language: 'nl' });
  await palette.getByRole('searchbox').fill('');
  await expect(palette.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('zzz');
  await expect(palette.getByText('Dit kan hier nu niet.')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(palette).toHaveCount(0);
  await expect(page).toHaveURL(/call/);
  await page.keyboard.press('Control+k');
  await expect(palette.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('notitie');
  await expect(palette.getByRole('menuitem')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Notitie' })).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(palette.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('resultaten');
  await expect(palette.getByRole('menuitem')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/results/);
});
