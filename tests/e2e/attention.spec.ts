/** Conflicts and refusals settled in the screen by keyboard alone; the CRM is asked afterwards what it has. */
import type { Page } from '@playwright/test';
import { expect, inCrm, openCall, test, type App } from './support/app.ts';
import { openDetail, typeAfter, typeOver } from './support/by-key.ts';
import { checkAllLooks, checkScreen } from './support/check-screen.ts';

const words = {
  look: /Let op, 1/,
  mine: 'Gehoord aan de telefoon',
  spelled: 'Letter voor letter gespeld.',
  inCall: /^bedanktelefoontje van|^servicegesprek van|^gesprek over|van .* november$/,
  refused: 'Het CRM nam dit niet aan',
  mend: 'Verbeter en verstuur',
  email: 'E-mailadres',
  allArrived: 'Alles is aangekomen',
  sent: /Alles bewaard en verstuurd/,
} as const;

const DONOR = 2040;
const MINE = 'mijn@voorbeeld.nl';
const THEIRS = 'ander@voorbeeld.nl';

/** Types another e-mail address in a call, spelled letter by letter, and leaves the call. */
async function correctEmail(page: Page, email: string): Promise<void> {
  await openCall(page);
  await openDetail(page, 'email', 3);
  await typeOver(page, email);
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText(email)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('article')).toBeVisible();
}

/** A person in the CRM changes the same address while the network is away. */
async function makeConflict(app: App, page: Page): Promise<void> {
  await app.visit(page);
  app.crm.faults.set('dropBefore', 'always');
  await correctEmail(page, MINE);
  app.crm.faults.clear();
  await inCrm(app.crm, 'Email', 'update', { where: [['contact_id', '=', DONOR]], values: { email: THEIRS } });
  await app.backend.sync.run(true);
}

/** The CRM answers with an error of its own, until it is not tried any more. */
async function makeRefusal(app: App, page: Page): Promise<void> {
  await app.visit(page);
  app.crm.faults.set('htmlPage', ({ entity, action }) => entity === 'Email' && action.toLowerCase() === 'update');
  await correctEmail(page, 'jan@voorbeeld.nl');
  for (let tries = 0; tries < 8; tries += 1) await app.backend.sync.run(true);
}

/** A key is pressed on what is seen. */
async function openAttention(page: Page): Promise<void> {
  await page.keyboard.press('a');
  await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible();
}

async function emailsInCrm({ crm }: App): Promise<readonly unknown[]> {
  const rows = await inCrm(crm, 'Email', 'get', { select: ['email'], where: [['contact_id', '=', DONOR]] });
  return rows.map(({ email }) => email);
}

test.describe('a conflict', () => {
  test('keeps theirs with one key', async ({ app, page }) => {
    await makeConflict(app, page);
    await openAttention(page);
    const mine = page.getByRole('region', { name: words.mine });
    await expect(mine.getByText(words.spelled)).toBeVisible();
    await expect(mine.getByText(words.inCall)).toBeVisible();
    await page.keyboard.press('2');
    await expect(page.getByRole('heading', { name: words.allArrived })).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: words.sent })).toBeVisible();
    expect(await emailsInCrm(app)).toEqual([THEIRS]);
  });

  test('takes a third value, with the checks of a call', async ({ app, page }) => {
    await makeConflict(app, page);
    await openAttention(page);
    await page.keyboard.press('3');
    await expect(page.getByRole('textbox', { name: words.email })).toBeFocused();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('geen adres');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.getByRole('textbox', { name: words.email })).toHaveValue('geen adres');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('derde@voorbeeld.nl');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: words.allArrived })).toBeVisible();
    await expect.poll(() => emailsInCrm(app)).toEqual(['derde@voorbeeld.nl']);
  });

  test('can wait: L leaves it for later, Esc leaves what was typed', async ({ app, page }) => {
    await makeConflict(app, page);
    await openAttention(page);
    await typeAfter(page, '3', 'x');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('textbox', { name: words.email })).toBeHidden();
    await page.keyboard.press('l');
    await expect(page).toHaveURL(/#\/$/);
    await expect(page.getByRole('status').filter({ hasText: words.look })).toBeVisible();
    expect(await emailsInCrm(app)).toEqual([THEIRS]);
  });

  test('that was decided in another window is not decided twice', async ({ app, page, context }) => {
    await makeConflict(app, page);
    await openAttention(page);
    await expect(page.getByRole('region', { name: words.mine })).toBeVisible();
    const other = await context.newPage();
    await app.visit(other, '/attention');
    await expect(other.getByRole('region', { name: words.mine })).toBeVisible();
    await other.keyboard.press('2');
    await expect(other.getByRole('heading', { name: words.allArrived })).toBeVisible();
    await expect(page.getByRole('heading', { name: words.allArrived })).toBeVisible();
    const { id } = await app.backend.store.reader.selectFrom('conflict').select('id').executeTakeFirstOrThrow();
    expect(id).toBeGreaterThan(0);
    expect(await emailsInCrm(app)).toEqual([THEIRS]);
  });
});

test.describe('a refused correction', () => {
  test('is mended and sent again, with the CRM’s own words beside ours', async ({ app, page }) => {
    await makeRefusal(app, page);
    await openAttention(page);
    await expect(page.getByRole('link', { name: words.refused })).toBeVisible();
    await expect(page.locator('.crm-words')).toBeVisible();
    await expect(page.getByRole('button', { name: words.mend })).toBeVisible();
    app.crm.faults.clear();
    await page.keyboard.press('3');
    await expect(page.getByRole('textbox', { name: words.email })).toHaveValue('jan@voorbeeld.nl');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('janneke@voorbeeld.nl');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: words.allArrived })).toBeVisible();
    await expect.poll(() => emailsInCrm(app)).toEqual(['janneke@voorbeeld.nl']);
    // The CRM has it a moment before its answer is written down here.
    await expect
      .poll(async () => {
        const { reader } = app.backend.store;
        const operations = await reader.selectFrom('operation').select('state').orderBy('sequence').execute();
        return operations.map(({ state }) => state);
      })
      .toEqual(['withdrawn', 'applied']);
  });
});

test.describe('no violation that axe can find', () => {
  test('a conflict, and its third value', async ({ app, page }) => {
    await makeConflict(app, page);
    await openAttention(page);
    await expect(page.getByRole('region', { name: words.mine })).toBeVisible();
    await checkAllLooks(app, page);
    await page.keyboard.press('3');
    await expect(page.getByRole('textbox')).toBeFocused();
    await checkAllLooks(app, page);
    await page.setViewportSize({ width: 640, height: 400 });
    await checkScreen(page);
  });

  test('a refusal, its mending and its withdrawal', async ({ app, page }) => {
    await makeRefusal(app, page);
    await openAttention(page);
    await expect(page.getByRole('button', { name: words.mend })).toBeVisible();
    await checkAllLooks(app, page);
    await page.keyboard.press('2');
    await expect(page.locator('.confirm')).toBeVisible();
    await checkAllLooks(app, page);
    await page.keyboard.press('2');
    await expect(page.locator('.confirm')).toBeHidden();
    await page.keyboard.press('3');
    await expect(page.getByRole('textbox')).toBeFocused();
    await checkAllLooks(app, page);
  });
});

test('a caller is told quietly, of her own things only, and may decide them', async ({ app, page }) => {
  await makeConflict(app, page);
  await app.backend.store.write(async ({ transaction }) => {
    await transaction.updateTable('person').set({ roles: '["caller"]' }).execute();
  });
  await page.reload();
  await expect(page.getByRole('status').filter({ hasText: 'Hier bewaard, 1 vraag voor jou' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Aandacht', exact: true })).toBeVisible();
  await openAttention(page);
  await page.keyboard.press('1');
  await expect.poll(() => emailsInCrm(app)).toEqual([MINE]);
});
