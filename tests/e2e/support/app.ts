/** The whole app for one test: practice CRM, backend, loopback host, and a page that is open on it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import type { Instant } from '../../../domain/calendar/day.ts';
import type { Role } from '../../../domain/role.ts';
import { connectProfile } from '../../../electron/backend/connect.ts';
import { openWithPractice, type BackendWithPractice } from '../../../electron/backend/practice/open-with-practice.ts';
import type { SignInDoor } from '../../../electron/backend/salesforce/sign-in-service.ts';
import type { UpdateKeeper } from '../../../electron/updates/keeper.ts';
import type { LoopbackHost } from '../../../electron/loopback/loopback-host.ts';
import { startPracticeCrm, type PracticeCrm, type PracticeCrmOptions } from '../../../sync/practice/server.ts';
import { createFinder } from '../../support/find-texts.ts';
import { capturedTexts, logInto, personalTexts, readableIn } from '../../support/stolen-profile.ts';
import { startOwnHost, type SharedHost } from './shared-host.ts';
import { openSharedWindow, VIEWPORT, type SharedWindow } from './shared-window.ts';
import { AFTERNOON, CAPTURED, copyCapturedCrm, copyReadyProfile, moveTo } from '../../support/ready.ts';

/** The data were captured in the evening of that day: what changes in the CRM during a test has to be newer. */
const CRM_IS_AHEAD_MILLISECONDS = 10 * 3_600_000;
const crmClock = (): Date => new Date(Date.parse(AFTERNOON) + CRM_IS_AHEAD_MILLISECONDS);

export interface AppOptions {
  readonly fill?: PracticeCrmOptions['fill'];
  readonly now?: Instant;
  readonly isPractice?: boolean;
  readonly language?: 'nl' | 'en';
  readonly theme?: 'light' | 'dark';
  /** False: a profile that nobody has used yet. */
  readonly isConnected?: boolean;
  /** How far the clock of the CRM is ahead. */
  readonly crmAheadMilliseconds?: number;
  readonly version?: PracticeCrmOptions['version'];
  /** Decides about newer versions, as in the Electron host; absent: nobody does. */
  readonly updates?: UpdateKeeper;
  /** How a sign-in reaches the browser; absent: nobody opens it. */
  readonly signIn?: SignInDoor;
  /** Started with as little as possible. */
  readonly isSafe?: boolean;
  /** What whoever works here may do; all of it when absent. */
  readonly roles?: readonly Role[];
}

export interface E2eWorkstation {
  /** Of the profile. */
  readonly folder: string;
  readonly backend: BackendWithPractice;
  readonly host: LoopbackHost;
  /** Opens the app in a page, signed in by its token. */
  visit(page: Page, path?: string): Promise<void>;
  /** Another window on the same app. */
  freshAddress(): string;
  close(): Promise<void>;
}

export interface App extends E2eWorkstation {
  readonly crm: PracticeCrm;
  /** Moves the backend's clock; the page is told at its next question. */
  setNow(instant: Instant): void;
  /** Another workstation on the same CRM, with the key of another user. It ends with the app. */
  startColleague(options?: AppOptions & { readonly apiKey?: string }): Promise<E2eWorkstation>;
}

/** @param shared a host that others had before it; absent: one of its own */
export async function startApp(options: AppOptions = {}, shared?: SharedHost): Promise<App> {
  const { fill, isPractice = false, language = 'nl', theme = 'light', isConnected = true } = options;
  const ahead = options.crmAheadMilliseconds ?? CRM_IS_AHEAD_MILLISECONDS;
  const colleagues: E2eWorkstation[] = [];
  let offset = Date.parse(options.now ?? AFTERNOON) - Date.now();
  const now = (): Instant => new Date(Date.now() + offset).toISOString();
  const crmFolder = mkdtempSync(join(tmpdir(), 'dankbel-e2e-crm-'));
  if (fill === undefined && options.version === undefined) await copyCapturedCrm(crmFolder);
  const crm = await startPracticeCrm({
    dataDir: crmFolder,
    fill: fill ?? { kind: 'captured', directory: CAPTURED },
    clock: () => new Date(Date.parse(now()) + ahead),
    ...(options.version === undefined ? {} : { version: options.version }),
  });
  const workstation = await startWorkstation(
    crm,
    now,
    { ...options, isPractice, language, theme, isConnected },
    shared,
  );
  return {
    ...workstation,
    crm,
    setNow: (instant) => void (offset = Date.parse(instant) - Date.now()),
    startColleague: async (colleague = {}) => {
      const other = await startWorkstation(crm, now, { ...options, apiKey: crm.keys.caller, ...colleague });
      colleagues.push(other);
      return other;
    },
    close: async () => {
      for (const colleague of colleagues) await colleague.close();
      await workstation.close();
      await crm.stop();
      rmSync(crmFolder, { recursive: true, force: true });
    },
  };
}

/** A backend, its host and its profile, on a CRM that may have others. */
async function startWorkstation(
  crm: PracticeCrm,
  now: () => Instant,
  options: AppOptions & { readonly apiKey?: string },
  shared?: SharedHost,
): Promise<E2eWorkstation> {
  const { isPractice = false, language = 'nl', theme = 'light', isConnected = true } = options;
  const folder = mkdtempSync(join(tmpdir(), 'dankbel-e2e-'));
  const logFile = join(folder, 'log');
  const log = logInto(logFile);
  const isReady = isConnected && isAsReady(options);
  if (isReady) await copyReadyProfile(folder, crmClock);
  const backend = await openWithPractice({
    folder,
    now,
    random: Math.random,
    log,
    syncsByItself: true,
    isSafe: options.isSafe ?? false,
    ...(options.updates === undefined ? {} : { updates: options.updates }),
    ...(options.signIn === undefined ? {} : { signIn: options.signIn }),
  });
  if (isReady) await moveTo(crm, backend);
  else if (isConnected) {
    await connectProfile(backend.store, { url: crm.url, apiKey: options.apiKey ?? crm.apiKey, isPractice });
    await backend.reconnect();
    await backend.sync.run(true);
  }
  await backend.ask('session.setLanguage', { language });
  await backend.ask('session.setTheme', { theme });
  if (options.roles !== undefined) await workAs({ backend }, options.roles);
  const host = shared?.lend(backend, log) ?? (await startOwnHost(backend, log));
  return {
    folder,
    backend,
    host,
    freshAddress: () => host.issueToken(),
    visit: async (page, path = '/') => {
      await page.goto(host.issueToken());
      await page
        .getByRole('article')
        .or(page.getByRole('heading', { level: 2 }))
        .or(page.getByRole('textbox'))
        .first()
        .waitFor();
      if (path !== '/') await page.goto(`${host.origin}/#${path}`);
    },
    close: async () => {
      await host.stop();
      // While it is open the log of the database holds what was written last; afterwards that is in the file.
      const find = createFinder([...capturedTexts(), ...(await personalTexts(backend.store.reader))]);
      const readable = [...readableIn(folder, find, logFile)];
      await backend.close();
      readable.push(...readableIn(folder, find, logFile));
      rmSync(folder, { recursive: true, force: true });
      if (readable.length > 0) throw new Error(`readable without the key: ${[...new Set(readable)].join(' | ')}`);
    },
  };
}

/** Whoever works here may do this and nothing else, from the next question on. */
export async function workAs({ backend }: Pick<App, 'backend'>, roles: readonly Role[]): Promise<void> {
  const text = JSON.stringify(roles);
  await backend.store.write(({ transaction }) => transaction.updateTable('person').set({ roles: text }).execute());
}

/** Whether the first pull would bring exactly what the ready profile holds. */
function isAsReady(options: AppOptions & { readonly apiKey?: string }): boolean {
  const { fill, version, now, crmAheadMilliseconds, apiKey, isPractice = false } = options;
  return !isPractice && (fill ?? version ?? now ?? crmAheadMilliseconds ?? apiKey) === undefined;
}

interface Fixtures {
  readonly appOptions: AppOptions;
  readonly app: App;
  /** The `tel:` links that were given to the telephone. */
  readonly dialled: readonly string[];
}

/** A test that gets an app of its own, and fails when the page reports an error or breaks the content policy. */
export const test = base.extend<Fixtures, { readonly window: SharedWindow }>({
  appOptions: [{}, { option: true }],
  window: [
    async ({ browser }, use) => {
      const shared = await openSharedWindow(browser);
      await use(shared);
      await shared.close();
    },
    { scope: 'worker' },
  ],
  context: async ({ window }, use) => {
    await use(window.context);
    await window.empty();
  },
  page: async ({ context, viewport }, use) => {
    const page = await context.newPage();
    if (viewport !== null && viewport.width !== VIEWPORT.width) await page.setViewportSize(viewport);
    await use(page);
  },
  dialled: async ({ window }, use) => use(window.dialled),
  app: async ({ appOptions, page, window }, use) => {
    const app = await startApp(appOptions, window.host);
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.text().includes('Content Security Policy'))
        complaints.push(message.text());
    });
    await use(app);
    // What the page says about a host that goes away is not a complaint.
    const said = complaints.join(' | ');
    await app.close();
    if (said !== '') throw new Error(`the page complained: ${said}`);
  },
});

export { expect } from '@playwright/test';

/** Calls the donor at the door with the keyboard, as soon as there is one. */
export async function openCall(page: Page): Promise<void> {
  await expect(page.getByRole('article').getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('timer')).toBeVisible();
}

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
