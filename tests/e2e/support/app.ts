/** The whole app for one test: practice CRM, backend, loopback host, and a page that is open on it. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, type Page } from '@playwright/test';
import type { Instant } from '../../../domain/calendar/day.ts';
import { connectProfile } from '../../../electron/backend/connect.ts';
import { SILENT_LOG } from '../../../electron/backend/log.ts';
import { openBackend, type OpenBackend } from '../../../electron/backend/open-backend.ts';
import { startLoopbackHost, type LoopbackHost } from '../../../electron/loopback/loopback-host.ts';
import { startPracticeCrm, type PracticeCrm, type PracticeCrmOptions } from '../../../sync/practice/server.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
export const CAPTURED: NonNullable<PracticeCrmOptions['fill']> = {
  kind: 'captured',
  directory: join(ROOT, 'tests/fixtures/civicrm/captured'),
};

/** Saturday 21 November 2026, 14:00 in Amsterdam: the day of the captured data, with open lines. */
const AFTERNOON: Instant = '2026-11-21T13:00:00.000Z';

export interface AppOptions {
  readonly fill?: PracticeCrmOptions['fill'];
  readonly now?: Instant;
  readonly isPractice?: boolean;
  readonly language?: 'nl' | 'en';
  readonly theme?: 'light' | 'dark';
}

export interface App {
  readonly crm: PracticeCrm;
  readonly backend: OpenBackend;
  readonly host: LoopbackHost;
  /** Moves the backend's clock; the page is told at its next question. */
  setNow(instant: Instant): void;
  /** Opens the app in a page, signed in by its token. */
  visit(page: Page, path?: string): Promise<void>;
  /** Another window on the same app. */
  freshAddress(): string;
  close(): Promise<void>;
}

export async function startApp(options: AppOptions = {}): Promise<App> {
  const { fill = CAPTURED, isPractice = false, language = 'nl', theme = 'light' } = options;
  const folder = mkdtempSync(join(tmpdir(), 'dankbel-e2e-'));
  let offset = Date.parse(options.now ?? AFTERNOON) - Date.now();
  const now = (): Instant => new Date(Date.now() + offset).toISOString();
  const crm = await startPracticeCrm({ dataDir: ':memory:', fill, clock: () => new Date(now()) });
  const backend = await openBackend({ folder, now, random: Math.random, log: SILENT_LOG, syncsByItself: true });
  await connectProfile(backend.store, { url: crm.url, apiKey: crm.apiKey, isPractice });
  await backend.reconnect();
  await backend.sync.run(true);
  await backend.ask('session.setLanguage', { language });
  await backend.ask('session.setTheme', { theme });
  const host = await startLoopbackHost({
    backend,
    rendererDirectory: join(ROOT, 'dist/renderer'),
    random: randomBytes,
    log: SILENT_LOG,
    now: () => performance.now(),
  });
  return {
    crm,
    backend,
    host,
    setNow: (instant) => void (offset = Date.parse(instant) - Date.now()),
    freshAddress: () => host.issueToken(),
    visit: async (page, path = '/') => {
      await page.goto(host.issueToken());
      await page.getByRole('navigation').first().waitFor();
      if (path !== '/') await page.goto(`${host.origin}/#${path}`);
    },
    close: async () => {
      await host.stop();
      await backend.close();
      await crm.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A test that gets an app of its own, and fails when the page reports an error or breaks the content policy. */
export const test = base.extend<{ appOptions: AppOptions; app: App }>({
  appOptions: [{}, { option: true }],
  app: async ({ appOptions, page }, use) => {
    const app = await startApp(appOptions);
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.text().includes('Content Security Policy'))
        complaints.push(message.text());
    });
    await use(app);
    await app.close();
    if (complaints.length > 0) throw new Error(`the page complained: ${complaints.join(' | ')}`);
  },
});

export { expect } from '@playwright/test';

/** What really arrived in the CRM, asked as its administrator. */
export async function inCrm(
  crm: PracticeCrm,
  entity: string,
  action: string,
  params: object,
): Promise<readonly Record<string, unknown>[]> {
  const response = await fetch(`${crm.url}/civicrm/ajax/api4/${entity}/${action}`, {
    method: 'POST',
    headers: { 'X-Civi-Auth': `Bearer ${crm.keys.admin}` },
    body: new URLSearchParams({ params: JSON.stringify(params) }),
  });
  const { values } = (await response.json()) as { values?: Record<string, unknown>[] };
  if (values === undefined) throw new Error(`${entity}.${action} was refused`);
  return values;
}
