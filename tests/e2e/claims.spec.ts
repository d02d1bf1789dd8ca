/** Two windows on one CRM: claims keep them apart, the division does without a network, and doubles are shown to both. */
import type { Browser, Page } from '@playwright/test';
import { createClient } from '../../contract/client.ts';
import { expect, inCrm, openCall, test, type App, type AppOptions } from './support/app.ts';
import { installTelephone } from './support/telephone.ts';
import { expectNoViolation } from './support/check-screen.ts';

const door = (page: Page) => page.getByRole('article').getByRole('heading', { level: 2 });

const nameAtTheDoor = async (page: Page): Promise<string> => (await door(page).textContent()) ?? '';

interface Caller {
  readonly page: Page;
  readonly backend: App['backend'];
}

const sync = ({ backend }: Pick<Caller, 'backend'>): Promise<unknown> => backend.sync.run(true);

/** The screen shows what the backend would say now. */
async function seesTheNewest({ page, backend }: Caller): Promise<void> {
  const { next } = await createClient(backend).ask('today.get', { lane: 'caller' });
  await expect(door(page)).toHaveText(next?.name.nl ?? '');
}

/** Bea, with a profile, a backend, a host and a window of her own. */
async function withColleague(
  app: App,
  browser: Browser,
  options: AppOptions,
  work: (bea: Caller) => Promise<void>,
): Promise<void> {
  const colleague = await app.startColleague(options);
  const context = await browser.newContext({ locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' });
  try {
    await installTelephone(context);
    const page = await context.newPage();
    await colleague.visit(page);
    await work({ page, backend: colleague.backend });
  } finally {
    await context.close();
  }
}

async function markedActivities(app: App, mark: string): Promise<readonly Record<string, unknown>[]> {
  return inCrm(app.crm, 'Activity', 'get', {
    select: ['target_contact_id', 'assignee_contact_id', 'status_id:name'],
    where: [['subject', 'LIKE', `%${mark}%`]],
  });
}

const distinct = (rows: readonly Record<string, unknown>[], column: string): number =>
  new Set(rows.map((row) => String(row[column]))).size;

async function finishUnreached(page: Page): Promise<void> {
  await page.keyboard.press('4');
  await expect(page).toHaveURL(/#\/$/);
  await expect(door(page)).toBeVisible();
}

async function checkAccessible(page: Page): Promise<void> {
  await expectNoViolation(page);
}

test.describe('in an evening light', () => {
  test.use({ appOptions: { theme: 'dark' } });

  test('claims keep two callers apart; a coordinator takes a donor back', async ({ app, page, browser }) => {
    await app.visit(page);
    await withColleague(app, browser, {}, async (bea) => {
      const first = await nameAtTheDoor(page);
      await expect(door(bea.page)).toHaveText(first);

      await openCall(page);
      // She has not heard of it yet: her key brings another name, and nothing else.
      await expect(bea.page.getByRole('article').getByRole('button').first()).toBeFocused();
      await bea.page.keyboard.press('Enter');
      await expect(door(bea.page)).not.toHaveText(first);
      await expect(bea.page.getByRole('alert')).toHaveCount(0);
      // Her first key is carried out when its answer is there.
      await expect(bea.page.locator('[data-pending]')).toHaveCount(0);
      await openCall(bea.page);
      await expect
        .poll(async () => {
          const claims = await markedActivities(app, '[Dankbel-claim ');
          return [distinct(claims, 'target_contact_id'), distinct(claims, 'assignee_contact_id')];
        })
        .toEqual([2, 2]);

      // Left without an outcome, the first is free again at once.
      await page.keyboard.press('Escape');
      await expect(door(page)).toBeVisible();
      await expect.poll(() => markedActivities(app, '[Dankbel-claim ')).toHaveLength(1);

      await page.keyboard.press('a');
      await expect(page.getByRole('heading', { name: 'Nu bij een collega' })).toBeVisible();
      await expect(page.getByText(/Bea Beller is met deze donateur bezig, tot \d\d:\d\d/)).toBeVisible();
      await checkAccessible(page);
      await page.keyboard.press('t');
      await expect(page.getByText(/Alles is aangekomen/)).toBeVisible();
      await expect.poll(() => markedActivities(app, '[Dankbel-claim ')).toEqual([]);

      // Her call goes on, and arrives once.
      await finishUnreached(bea.page);
      await sync(bea);
      await expect.poll(() => markedActivities(app, '[Dankbel-claim ')).toEqual([]);
      await expect.poll(() => markedActivities(app, '-call no-answer')).toHaveLength(1);
    });
  });
});

test('without a network both work, each with a part of the list of their own', async ({ app, page, browser }) => {
  await app.visit(page);
  await withColleague(app, browser, {}, async (bea) => {
    const koen: Caller = { page, backend: app.backend };
    const call = async (caller: Caller): Promise<void> => {
      await seesTheNewest(caller);
      await openCall(caller.page);
      await finishUnreached(caller.page);
    };
    // Each calls once, so that they know of each other.
    for (const caller of [koen, bea]) {
      await sync(caller);
      await call(caller);
      await sync(caller);
    }
    await sync(koen);

    app.crm.faults.set('dropBefore', 'always');
    for (const caller of [koen, bea]) await sync(caller);
    for (const caller of [koen, bea, koen, bea]) await call(caller);
    app.crm.faults.clear();
    for (const caller of [koen, bea, koen]) await sync(caller);

    const calls = await markedActivities(app, '-call no-answer');
    expect(calls).toHaveLength(6);
    expect(distinct(calls, 'target_contact_id')).toBe(6);
    for (const each of [page, bea.page]) {
      await each.keyboard.press('a');
      await expect(each.getByText('Alles is aangekomen')).toBeVisible();
    }
  });
});

test('who was called twice all the same is shown to both, until both have seen it', async ({ app, page, browser }) => {
  await app.visit(page);
  await withColleague(app, browser, { language: 'en', theme: 'dark' }, async (bea) => {
    // They have never heard of each other, and now they cannot.
    app.crm.faults.set('dropBefore', 'always');
    expect(await nameAtTheDoor(bea.page)).not.toBe('');
    for (const each of [page, bea.page]) {
      await openCall(each);
      await finishUnreached(each);
    }
    app.crm.faults.clear();
    for (const caller of [app, bea, app]) await sync(caller);

    for (const [each, words] of [
      [
        page,
        {
          badge: 'Let op, 1',
          title: 'Twee keer gebeld',
          text: 'Jullie belden allebei',
          who: ['Jij', 'Bea Beller'],
          seen: 'Alles is aangekomen',
        },
      ],
      [
        bea.page,
        {
          badge: 'Look here, 1',
          title: 'Called twice',
          text: 'Both of you called',
          who: ['Koen Koppeling', 'You'],
          seen: 'Everything has arrived',
        },
      ],
    ] as const) {
      await expect(each.getByRole('status').filter({ hasText: words.badge })).toBeVisible();
      await each.keyboard.press('a');
      await expect(each.getByText(words.title).first()).toBeVisible();
      await expect(each.getByText(words.text)).toBeVisible();
      await expect(each.getByRole('term')).toHaveText(words.who);
      await checkAccessible(each);
      await each.keyboard.press('g');
      await expect(each.getByText(words.seen)).toBeVisible();
    }
  });
});
