/**
 * One browser context for all tests of a worker. Each test has pages of its own in it, and no cookie, nothing kept and
 * no telephone call of the test before. With `--process-per-site` they share one process, and what it has compiled.
 */
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { startSharedHost, type SharedHost } from './shared-host.ts';
import { installTelephone } from './telephone.ts';

export const VIEWPORT = { width: 1280, height: 800 } as const;

export interface SharedWindow {
  readonly context: BrowserContext;
  readonly host: SharedHost;
  /** The `tel:` links of the test. */
  readonly dialled: string[];
  /** Ends all pages of a test, and forgets what they kept. */
  empty(): Promise<void>;
  close(): Promise<void>;
}

export async function openSharedWindow(browser: Browser): Promise<SharedWindow> {
  const host = await startSharedHost();
  const context = await browser.newContext({ locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', viewport: VIEWPORT });
  const dialled = await installTelephone(context);
  // Without a page at this address the process would end with the last page of each test. No file has this name.
  const keeper = await context.newPage();
  await keeper.goto(`${host.origin}/nothing`);
  return {
    context,
    host,
    dialled,
    empty: async () => {
      const ofTheTest = context.pages().filter((page) => page !== keeper);
      await Promise.all(ofTheTest.map((page) => page.close()));
      await context.clearCookies();
      await forget(keeper);
      dialled.length = 0;
    },
    close: async () => {
      await context.close();
      await host.stop();
    },
  };
}

async function forget(page: Page): Promise<void> {
  await page.evaluate(() => window.localStorage.clear());
}
