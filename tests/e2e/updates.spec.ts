/** What is new, once after an update and again by its name; and who brings newer versions to this machine. */
import { writeSetting } from '../../db/queries/settings.ts';
import { SILENT_LOG } from '../../electron/backend/log.ts';
import { FIRST_VERSION } from '../../electron/backend/updates/settings.ts';
import { createUpdateKeeper } from '../../electron/updates/keeper.ts';
import type { UpdateOrder } from '../../electron/updates/messages.ts';
import { expect, test } from './support/app.ts';
import { chooseByName } from './support/by-key.ts';
import { checkAllLooks, checkBothLights } from './support/check-screen.ts';

test('the news is on Vandaag once, goes without a mouse, and is found again by its name', async ({ app, page }) => {
  await app.backend.store.write((writer) => writeSetting(writer, FIRST_VERSION, '0.0.9'));
  await app.visit(page);
  const band = page.getByRole('complementary', { name: 'Wat is er nieuw' });
  await expect(band).toContainText('Dankbel is bijgewerkt naar versie');
  await checkBothLights(app, page);
  // The band takes height from the door: also with a past on it, what is said is not cut off.
  const door = page.locator('.door-text');
  await door.locator('dl').evaluate((list) => {
    const past = document.createElement('dd');
    past.className = 'door-past';
    past.textContent = 'Gesprek, 13:32 op 23 september 2025. Brief: Nieuwsbrief op 18 januari. Kaart op 2 februari.';
    list.append(document.createElement('dt'), past);
  });
  expect(await door.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBeLessThanOrEqual(0);
  await band.getByRole('link').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Wat is er nieuw' })).toBeVisible();
  await expect(page.getByText('De bellijst van vandaag')).toBeVisible();
  await checkBothLights(app, page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('article').first()).toBeVisible();
  await expect(band).toBeHidden();
  await chooseByName(page, 'wat is er');
  await expect(page.getByRole('heading', { level: 1, name: 'Wat is er nieuw' })).toBeVisible();
});

const orders: UpdateOrder[] = [];
const keeper = createUpdateKeeper({
  way: 'itself',
  now: () => new Date().toISOString(),
  order: (order) => void orders.push(order),
  log: SILENT_LOG,
});

test.describe('where Dankbel updates itself', () => {
  test.use({ appOptions: { updates: keeper } });
  test('the settings look, say how far it is, and install by a press', async ({ app, page }) => {
    await app.visit(page, '/settings/updates');
    await page.getByRole('button', { name: 'Kijk nu' }).click();
    await expect(page.getByText('Dankbel kijkt of er een nieuwe versie is.')).toBeVisible();
    await keeper.hear({ told: 'failed', why: 'refused' });
    await expect(page.getByText('klopte niet en is weggegooid')).toBeVisible();
    await checkBothLights(app, page);
    await page.getByRole('button', { name: 'Gewone versies' }).click();
    await page.getByRole('option', { name: 'Proefversies' }).click();
    await page.getByRole('button', { name: 'Kijk nu' }).click();
    await expect.poll(() => orders.at(-1)).toEqual({ order: 'check', channel: 'beta' });
    await keeper.hear({ told: 'found', version: '9.0.0-beta.1' });
    await keeper.hear({ told: 'ready', version: '9.0.0-beta.1' });
    await expect(page.getByText('Versie 9.0.0-beta.1 staat klaar.')).toBeVisible();
    await checkAllLooks(app, page);
    await page.getByRole('button', { name: 'Close, install and start again' }).click();
    await expect.poll(() => orders.at(-1)).toEqual({ order: 'restart' });
  });
});
