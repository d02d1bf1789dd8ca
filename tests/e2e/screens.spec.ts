/** States that have to be made first, besides those of every-screen.spec.ts: no violation that axe can find, nothing cut off, nothing that runs. */
import type { Page } from '@playwright/test';
import { expect, inCrm, openCall, test, workAs, type App } from './support/app.ts';
import { pressAndSee } from './support/by-key.ts';
import { checkBothLights, checkScreen } from './support/check-screen.ts';

const STATES: readonly { readonly name: string; readonly arrange: (app: App, page: Page) => Promise<void> }[] = [
  {
    name: 'Vandaag, closed',
    arrange: async (app, page) => {
      app.setNow('2026-11-22T13:00:00.000Z');
      await app.visit(page);
      await expect(page.getByText(/Op zondag bellen we niet|We do not call on Sundays/)).toBeVisible();
    },
  },
  {
    name: 'Vandaag, something done',
    arrange: async (app, page) => {
      await app.visit(page);
      await openCall(page);
      await page.keyboard.press('4');
      await expect(page.getByRole('article')).toBeVisible();
    },
  },
  {
    name: 'Vandaag, of a coordinator who does not call',
    arrange: async (app, page) => {
      await workAs(app, ['coordinator']);
      await app.visit(page);
      await expect(page.getByRole('article').getByRole('link')).toHaveCount(6);
    },
  },
  {
    name: 'Aandacht, refused and waiting',
    arrange: async (app, page) => {
      await app.visit(page);
      await openCall(page);
      await inCrm(app.crm, 'Contact', 'delete', { where: [['id', '=', 2040]] });
      await page.keyboard.press('4');
      await expect(page.getByRole('status').filter({ hasText: /1/ })).toBeVisible();
      await expect(page.getByRole('article')).toBeVisible();
      await page.keyboard.press('a');
      await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    },
  },
  {
    name: 'Koppelen, renamed statuses and a refusal',
    arrange: async (app, page) => {
      for (const name of ['Unreachable', 'Left Message']) {
        await inCrm(app.crm, 'OptionValue', 'update', {
          where: [
            ['option_group_id:name', '=', 'activity_status'],
            ['name', '=', name],
          ],
          values: { name: `${name} (2)` },
        });
      }
      await app.visit(page, '/connect');
      await expect(page.getByRole('heading', { name: /Welke status|Which status/ })).toBeVisible();
      await page.getByRole('textbox').first().fill('http://crm.invalid');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  {
    name: 'Instellingen, a change that cannot be',
    arrange: async (app, page) => {
      await app.visit(page, '/settings/majorCall');
      await page.getByRole('textbox').nth(1).fill('niets');
      await expect(page.getByRole('alert').first()).toBeVisible();
    },
  },
  {
    name: 'Vooruitblik, against what can be called',
    arrange: async (app, page) => {
      await app.backend.ask('forecast.saveCapacity', { lane: 'caller', capacity: [5, 5, 5, 5, 5, 3, 0] });
      await app.visit(page, '/forecast');
      await expect(page.getByRole('figure')).toBeVisible();
    },
  },
];

test.describe('in both lights', () => {
  for (const { name, arrange } of STATES) {
    test(name, async ({ app, page }) => {
      await arrange(app, page);
      await checkBothLights(app, page);
    });
  }
});

test.describe('practice', () => {
  test.use({ appOptions: { isPractice: true } });
  test('says so all the time, and dials nothing', async ({ app, page, dialled }) => {
    await app.visit(page);
    await expect(page.getByText('er wordt niemand echt gebeld')).toBeVisible();
    await openCall(page);
    await expect(page.getByText('er wordt niemand echt gebeld')).toBeVisible();
    await pressAndSee(page, 'b');
    expect(await page.locator('a[href^="tel:"]').count()).toBe(0);
    await checkScreen(page);
    expect(dialled).toEqual([]);
  });
});

for (const viewport of [
  { width: 1024, height: 700 },
  { width: 1920, height: 1080 },
  { width: 2560, height: 1440 },
  // 1280×800 at 200%.
  { width: 640, height: 400 },
]) {
  test.describe(`${viewport.width}×${viewport.height}`, () => {
    test.use({ viewport });
    test('shows the door and the call without scrolling sideways', async ({ app, page }) => {
      await app.visit(page);
      await checkScreen(page);
      await openCall(page);
      await checkScreen(page);
      await expect(page.getByRole('button', { name: /Neemt niet op/ })).toBeVisible();
    });
  });
}

test('names with markup, formulas and emoji are only names', async ({ app, page }) => {
  let dialogs = 0;
  page.on('dialog', async (dialog) => {
    dialogs += 1;
    await dialog.dismiss();
  });
  const reader = app.backend.store.reader;
  await app.visit(page);
  for (const externalId of ['NIEUW-0051', 'NIEUW-0052', 'NIEUW-0053', 'NIEUW-0054']) {
    const { id } = await reader
      .selectFrom('donor')
      .select('id')
      .where('external_id', '=', externalId)
      .executeTakeFirstOrThrow();
    const answer = await app.backend.ask('call.open', { donorId: id });
    if (!answer.ok) throw new Error(answer.failure.sentence.en);
    const { callItemId } = answer.value as { callItemId: number };
    // Between two calls, so that this one is not taken for the one before.
    await page.goto(`${app.host.origin}/#/`);
    await expect(page.getByRole('article')).toBeVisible();
    await page.goto(`${app.host.origin}/#/call/${callItemId}`);
    await expect(page.getByRole('complementary').getByRole('heading', { level: 1 })).toBeVisible();
    await checkScreen(page);
  }
  expect(dialogs).toBe(0);
});

test('the language and the theme change at once, by keyboard, and stay', async ({ app, page }) => {
  await app.visit(page);
  await page.getByRole('button', { name: /taal, weergave en toetsen/ }).press('Enter');
  await page.getByRole('menuitemradio', { name: 'English' }).press('Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('link', { name: 'Today' })).toBeVisible();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});
