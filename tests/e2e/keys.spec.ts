/** Another key for a command, by keyboard: refused in words, kept, shown wherever the key is shown, and set back. */
import { pressAndSee } from './support/by-key.ts';
import { checkAllLooks } from './support/check-screen.ts';
import { expect, openCall, test } from './support/app.ts';

test('a note under another key, and back', async ({ app, page }) => {
  await app.visit(page);
  await expect(page.getByRole('article').getByRole('button').first()).toBeFocused();
  await test.step('a screen comes with its address: a key pressed in the same breath is for the one that was asked for', async () => {
    const seen = await page.evaluate(async () => {
      const seenAfter = async (key: string): Promise<string> => {
        const where = document.activeElement ?? document.body;
        where.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        await Promise.resolve();
        return `${location.hash} ${document.querySelector('article') === null ? 'without' : 'with'} a door`;
      };
      return [await seenAfter('a'), await seenAfter('Escape'), await seenAfter('a'), await seenAfter('Escape')];
    });
    expect(seen).toEqual([
      '#/attention without a door',
      '#/ with a door',
      '#/attention without a door',
      '#/ with a door',
    ]);
  });
  await page.keyboard.press('?');
  await page.getByRole('link', { name: 'Pas toetsen aan' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Toetsen' })).toBeVisible();
  const row = page.locator('.key-groups li').filter({ hasText: 'Schrijf een notitie' });
  await page.getByRole('button', { name: 'Schrijf een notitie: T, kies een andere' }).press('Enter');
  await expect(row.locator('[data-listening]')).toHaveCount(1);
  await page.keyboard.press('q');
  await expect(row.getByText('Q is al van: Zoek een antwoord dat klaarligt.')).toBeVisible();
  await page.keyboard.press('8');
  await expect(row.getByText('8 is overal hetzelfde en blijft zo.')).toBeVisible();
  await page.keyboard.press('x');
  await expect(page.getByText('Schrijf een notitie: nu X.')).toBeVisible();
  await checkAllLooks(app, page);
  await app.backend.ask('session.setLanguage', { language: 'nl' });
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl');

  // What closes the row leaves the screen when it is pressed again.
  await page.keyboard.press('Escape');
  await openCall(page);
  await pressAndSee(page, 't');
  await page.keyboard.press('x');
  await expect(page.getByRole('textbox', { name: 'Notitie' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Notitie' })).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'Notitie' })).not.toBeFocused();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog').getByRole('definition').filter({ hasText: 'Schrijf een notitie' });
  await expect(help.locator('..').getByText('X', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.reload();
  await page.goto(`${app.host.origin}/#/keys`);
  await row.getByRole('button', { name: /zet terug op T/ }).press('Enter');
  await expect(row.getByRole('button', { name: /zet terug/ })).toBeHidden();
  await expect(page.getByText('Schrijf een notitie: nu T.')).toBeVisible();
});
