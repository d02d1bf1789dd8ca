/** A coordinator loads a register of postcodes in the screen: a wrong file is refused in words, a right one is used. */
import { checkAllLooks } from './support/check-screen.ts';
import { expect, test } from './support/app.ts';

test('a wrong file first, and then the right one', async ({ app, page }) => {
  await app.visit(page, '/settings/postcodes');
  await expect(page.getByText('Er is nog geen register.')).toBeVisible();
  const choose = async (name: string, text: string): Promise<void> => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: /Kies een bestand|Vervang het/ }).press('Enter');
    await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  };
  await choose('donateurs.csv', 'naam;bedrag\nJan;3\n');
  await expect(page.getByRole('alert')).toContainText('geen kolommen voor postcode, straat en plaats');
  await checkAllLooks(app, page);
  await app.backend.ask('session.setLanguage', { language: 'nl' });
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl');

  const rows = Array.from({ length: 40_000 }, (_, index) => `8031XD;${(index % 9_000) + 1};Wilgenhof;Zwolle`);
  await choose('register.csv', ['postcode;huisnummer;straat;plaats', ...rows].join('\n'));
  await expect(page.getByText('Klaar: 40.000 regels gelezen.')).toBeVisible();
  await expect(page.getByText('1 postcode is bekend.')).toBeVisible();
  await expect(page.getByRole('alert')).toBeHidden();
});
