/** The page inside a window of ours: its menu, links from the CRM, and what it says when something came back or is safe. */
import type { Page } from '@playwright/test';
import { keepCrashReport } from '../../electron/launch/crash-report.ts';
import { expect, test, type App } from './support/app.ts';
import { typeAfter } from './support/by-key.ts';
import { checkAllLooks } from './support/check-screen.ts';
import { installDesk, lastSaid, tellPage } from './support/desk.ts';

async function crmIdOf(app: App, externalId: string): Promise<number> {
  const answer = await app.backend.ask('donor.search', { text: externalId });
  if (!answer.ok) throw new Error('not searched');
  const { donors } = answer.value as { donors: { externalId: string | null; crmId: number | null }[] };
  return donors.find((donor) => donor.externalId === externalId)?.crmId ?? 0;
}

async function labelsOf(page: Page, group: number): Promise<readonly string[]> {
  const menu = await lastSaid(page, 'menu');
  return menu?.groups[group]?.items.map(({ label }) => label) ?? [];
}

let known = 0;
test.beforeEach(async ({ app }) => {
  known = await crmIdOf(app, 'NIEUW-0043');
});

test('the menu is what the palette offers, follows the screen, and is empty once somebody signs out', async ({
  app,
  page,
}) => {
  await installDesk(page);
  await app.visit(page);
  await expect.poll(() => labelsOf(page, 0)).toContain('Bel, of ga verder met het gesprek');
  await page.keyboard.press('ControlOrMeta+k');
  const palette = page.getByRole('dialog');
  await expect(palette.getByRole('menuitem').first()).toBeVisible();
  const offered = await palette.getByRole('menuitem').locator('span:first-child').allTextContents();
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
  const notInMenu = async (): Promise<readonly string[]> => {
    const [now, goTo] = [await labelsOf(page, 0), await labelsOf(page, 1)];
    const inMenu = new Set([...now, ...goTo.map((name) => `Naar ${name}`)]);
    return offered.filter((label) => !inMenu.has(label));
  };
  await expect.poll(notInMenu).toEqual([]);

  // Chosen in the menu, done in the page.
  await tellPage(page, { kind: 'run', id: '/donors' });
  await expect(page).toHaveURL(/#\/donors$/);
  await expect.poll(() => labelsOf(page, 0)).toContain('Zoek iemand anders');
  await tellPage(page, { kind: 'run', id: 'help.open' });
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await tellPage(page, { kind: 'run', id: 'donors.leave' });
  await expect(page).toHaveURL(/#\/$/);
  // The address is there before the screen: until then the key is typed into the search.
  await expect(page.getByRole('article')).toBeVisible();

  await page.keyboard.press('Shift+L');
  await expect(page.getByRole('heading', { name: 'Wie ben je?' })).toBeVisible();
  await expect.poll(async () => (await lastSaid(page, 'menu'))?.groups).toEqual([]);

  // A link that comes now is opened once somebody has signed in.
  await tellPage(page, { kind: 'link', crmId: known });
  await page.getByRole('button').first().press('Enter');
  await expect(page).toHaveURL(/#\/donors\/\d+$/);
  await expect.poll(() => lastSaid(page, 'link-taken')).not.toBeNull();
});

test('a link from the CRM opens a donor, waits in a call, and says who is not here', async ({ app, page }) => {
  await installDesk(page);
  await app.visit(page);
  await page.getByRole('article').getByRole('button').first().press('Enter');
  await expect(page).toHaveURL(/#\/call\//);
  // At once, before the screen of the call is there.
  await tellPage(page, { kind: 'link', crmId: known });
  await expect.poll(async () => (await lastSaid(page, 'in-call'))?.isOn).toBe(true);
  await expect(page.getByRole('textbox', { name: 'Notitie' })).toBeVisible();
  await typeAfter(page, 't', 'Belt liever ’s avonds');
  const band = page.getByText('In het CRM is een donateur aangeklikt. Die wacht tot na dit gesprek.');
  await expect(band).toBeVisible();
  await expect(page.getByRole('textbox').first()).toBeFocused();
  await expect(page).toHaveURL(/#\/call\//);
  await page.keyboard.press('Escape');
  await checkAllLooks(app, page);
  await page.getByRole('button', { name: /^(Nu openen|Open now)$/ }).click();
  await expect(page).toHaveURL(/#\/donors\/\d+$/);
  await expect(page.getByText(/NIEUW-0043/).first()).toBeVisible();
  await expect.poll(async () => (await lastSaid(page, 'in-call'))?.isOn).toBe(false);

  await tellPage(page, { kind: 'link', crmId: 2_000_000_000 });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /^(Deze donateur staat niet op deze werkplek|This donor is not on this workstation)$/,
  );
  await checkAllLooks(app, page);
});

test('what came back says so until it is closed', async ({ app, page }) => {
  await installDesk(page);
  await app.visit(page);
  await tellPage(page, { kind: 'notice', notice: 'backend-came-back' });
  const band = page.getByText('Dankbel viel even uit en is vanzelf weer gestart. Wat je had getypt, staat er nog.');
  await expect(band).toBeVisible();
  await expect.poll(() => lastSaid(page, 'notice-seen')).not.toBeNull();
  await checkAllLooks(app, page);
  await page.locator('.told-band').getByRole('button').click();
  await expect(page.locator('.told-band')).toBeHidden();
});

test.describe('in safe mode', () => {
  test.use({ appOptions: { isSafe: true } });
  test('every screen says that nothing is fetched or sent', async ({ app, page }) => {
    await app.visit(page);
    await expect(page.getByRole('complementary', { name: 'Veilige stand' })).toContainText(
      'er wordt niets opgehaald of verstuurd',
    );
    await checkAllLooks(app, page);
  });
});

test('without a window of ours a link is opened by the address of the start, or pasted', async ({ app, page }) => {
  await app.visit(page);
  await page.goto('about:blank');
  await page.goto(`${app.freshAddress()}&donor=${known}`);
  await expect(page).toHaveURL(/#\/donors\/\d+$/);
  await expect(page.getByText(/NIEUW-0043/).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await app.visit(page, '/donors');
  await page.getByRole('searchbox').fill(`dankbel://donor/${known}`);
  await expect(page.getByText('Een link uit het CRM. Druk op Enter om deze donateur te openen.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/donors\/\d+$/);
});

test('crash reports are shown word for word, saved as a file, and removed', async ({ app, page }) => {
  const report = { at: '2026-11-20T17:30:00.000Z', reason: 'oom', code: null, places: ['backend.js:120:7'] };
  const rest = { part: 'page', version: '0.1.0', system: 'linux x64' } as const;
  expect(keepCrashReport(app.folder, { ...report, ...rest })).toBe(true);
  await app.visit(page, '/settings/crashes');
  await expect(page.getByText(/het scherm \(oom\)/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Alles, woord voor woord' })).toHaveValue(/backend\.js:120:7/);
  await expect(page.getByText(/Dankbel verstuurt niets/)).toBeVisible();
  await checkAllLooks(app, page);
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: /^(Bewaar als bestand|Save as a file)$/ }).click();
  expect((await coming).suggestedFilename()).toBe('dankbel-foutmeldingen.txt');
  await page.getByRole('button', { name: /^(Wis deze meldingen|Delete these reports)$/ }).click();
  await expect(page.getByText(/^(Er is niets uitgevallen\.|Nothing has failed\.)$/)).toBeVisible();
});
