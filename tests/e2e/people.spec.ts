/** A coordinator lets somebody in with a PIN; she mistypes, comes in, locks, and comes back to where she was. */
import { expect, test } from './support/app.ts';
import { checkAllLooks } from './support/check-screen.ts';

const PIN = '7413';

test('somebody is added with a PIN, mistypes, is refused, comes in, locks and comes back', async ({ app, page }) => {
  await app.visit(page, '/settings/people');
  await page.getByRole('button', { name: 'Iemand erbij' }).press('Enter');
  await page.getByLabel('Naam').fill('Koen Koppeling');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('alert')).toHaveText(/Zo heet hier al iemand/);
  await page.getByLabel('Naam').fill('Bea Bakker');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText('Bea Bakker kan nu aan het werk.')).toBeVisible();
  await page.getByLabel('Nieuwe pincode').fill(PIN);
  await page.keyboard.press('Enter');
  await expect(page.getByText('De pincode is bewaard. Geef hem persoonlijk door.')).toBeVisible();
  await checkAllLooks(app, page);

  // From here on in English. Switching is locking: the one who comes says who she is.
  await page.keyboard.press('Escape');
  const koen = page.getByRole('button', { name: 'Koen Koppeling: language, appearance and keys' });
  await koen.click();
  await page.getByRole('menuitem', { name: 'Lock, or change person' }).click();
  await expect(page.getByRole('heading', { name: 'Who are you?' })).toBeVisible();
  await expect(page.getByRole('navigation')).toBeHidden();
  await checkAllLooks(app, page);
  await page.getByRole('button', { name: 'Bea Bakker' }).press('Enter');
  const field = page.getByLabel('PIN of Bea Bakker').and(page.locator('input'));
  await expect(field).toBeFocused();
  await page.keyboard.type('7414');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('This is not your PIN. Try once more.');
  await checkAllLooks(app, page);
  await field.fill(PIN);
  await page.keyboard.press('Enter');
  const bea = page.getByRole('button', { name: 'Bea Bakker: language, appearance and keys' });
  await expect(bea).toBeVisible();
  // A caller begins at her own list, and has no settings.
  await expect(page).toHaveURL(/#\/$/);
  await expect(page.getByRole('button', { name: 'More' })).toBeHidden();

  // The same person comes back to where she was.
  await page.goto(`${app.host.origin}/#/donors`);
  await expect(bea).toBeVisible();
  await bea.press('Shift+L');
  // Until it is locked the button of her own menu has her name as well.
  await expect(page.getByRole('heading', { name: 'Who are you?' })).toBeVisible();
  await page.getByRole('button', { name: 'Bea Bakker' }).press('Enter');
  await expect(field).toBeFocused();
  await page.keyboard.type(PIN);
  await page.keyboard.press('Enter');
  await expect(bea).toBeVisible();
  await expect(page).toHaveURL(/#\/donors$/);

  // The backend locks by itself, whatever the page does.
  await app.backend.presence.lock(false);
  await page.reload();
  await page.getByRole('button', { name: 'Bea Bakker' }).press('Enter');
  await expect(field).toBeFocused();
  await page.keyboard.type('74');
  // Another language takes nothing away that was typed.
  await page.getByText('Nederlands').click();
  await expect(page.getByLabel('Pincode van Bea Bakker').and(page.locator('input'))).toHaveValue('74');
  await page.getByText('English').click();
  await expect(field).toHaveValue('74');
  await page.getByRole('button', { name: 'Choose somebody else' }).click();
  // Who has no PIN is in with one key.
  await page.getByRole('button', { name: 'Koen Koppeling' }).press('Enter');
  await expect(koen).toBeVisible();
});
