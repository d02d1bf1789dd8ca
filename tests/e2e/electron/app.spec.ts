/**
 * The installed app as it is: Electron, its sandbox, our page in it. Runs wherever an Electron binary is there and can
 * show a window, and counts as skipped where it is not.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { build, createBuilder } from 'vite';
import { hasDisplay } from '../../../electron/launch/display.ts';
import { installedElectron } from '../../../electron/launch/find-electron.ts';

const ROOT = join(import.meta.dirname, '../../..');
const executablePath = installedElectron(join(ROOT, 'node_modules', 'electron'));
const isRoot = process.platform === 'linux' && process.getuid?.() === 0;

test.describe.configure({ mode: 'serial' });
test.skip(executablePath === null, 'There is no Electron binary on this machine (npx install-electron brings one).');
test.skip(!hasDisplay(), 'There is no display on which Electron could show a window.');
test.skip(isRoot, 'Electron keeps its sandbox, and so does not start as root.');

let app: ElectronApplication;
let page: Page;
let elsewhere: Server;
let asked = 0;
let profile: string;

function launch(...parameters: readonly string[]): Promise<ElectronApplication> {
  return _electron.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: ['-r', join(import.meta.dirname, 'key-ring.cjs'), join(ROOT, 'dist', 'electron', 'main.js'), ...parameters],
    env: { ...process.env, DANKBEL_DATA: profile },
  });
}

test.beforeAll(async () => {
  test.setTimeout(120_000);
  const builder = await createBuilder({
    configFile: join(ROOT, 'vite.electron.config.ts'),
    root: ROOT,
    logLevel: 'warn',
  });
  await builder.buildApp();
  if (!existsSync(join(ROOT, 'dist', 'renderer', 'index.html'))) {
    await build({ configFile: join(ROOT, 'vite.config.ts'), root: join(ROOT, 'renderer'), logLevel: 'warn' });
  }
  elsewhere = createServer((_request, response) => {
    asked += 1;
    response.writeHead(302, { Location: 'https://example.org/' }).end();
  });
  await new Promise<void>((resolve) => {
    elsewhere.listen(0, '127.0.0.1', resolve);
  });
  profile = mkdtempSync(join(tmpdir(), 'dankbel-electron-'));
  app = await launch();
  page = await app.firstWindow();
  await page.waitForLoadState('domcontentloaded');
});

test.afterAll(async () => {
  await app.close();
  elsewhere.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

/** The app's page is still there, alone. */
async function expectOwnPage(): Promise<void> {
  expect(page.url()).toMatch(/^app:\/\/dankbel\//);
  await expect(page).toHaveTitle('Dankbel');
  const windows = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  expect(windows).toBe(1);
}

test('shows the app in its window', async () => {
  await expectOwnPage();
  await expect(page.locator('#root')).not.toBeEmpty();
  const isVisible = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  expect(isVisible).toBe(true);
});

test('reaches the backend over its port, and gets an answer in the words of the contract', async () => {
  const answer = await page.evaluate(async () => {
    const bridge = (window as unknown as { dankbel: { connect(): Promise<unknown> } }).dankbel;
    const coming = new Promise<MessagePort | undefined>((resolve) => {
      window.addEventListener('message', ({ data, ports }) => {
        if (data === 'dankbel:port') resolve(ports[0]);
      });
    });
    await bridge.connect();
    const port = await coming;
    return new Promise((resolve) => {
      port?.addEventListener('message', ({ data }: MessageEvent<{ id?: number; answer?: unknown }>) => {
        if (data.id === 1) resolve(data.answer);
      });
      port?.start();
      port?.postMessage({ id: 1, procedure: 'sync.status', input: {} });
    });
  });
  expect(answer).toHaveProperty('ok');
});

test('has nothing of Node or Electron in the page, but one function', async () => {
  const found = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'electron', 'ipcRenderer'].filter(
      (name) => name in window,
    ),
  );
  expect(found).toEqual([]);
  expect(await page.evaluate(() => Object.keys(Reflect.get(window, 'dankbel') as object))).toEqual(['connect']);
});

test('keeps the page in the sandbox, in a world of its own', async () => {
  const preferences = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) =>
      (webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences(),
    ),
  );
  expect(preferences).toMatchObject([
    {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
    },
  ]);
});

const WAYS_OUT: readonly (readonly [string, (address: string) => void])[] = [
  ['an address', (address) => window.location.assign(address)],
  ['a link', (address) => Object.assign(document.createElement('a'), { href: address }).click()],
  [
    'a link to a new window',
    (address) => Object.assign(document.createElement('a'), { href: address, target: '_blank' }).click(),
  ],
  ['a popup', (address) => void window.open(address)],
  ['a named popup', (address) => void window.open(address, 'other', 'width=300')],
  [
    'a form',
    (address) => {
      const form = Object.assign(document.createElement('form'), { action: address, method: 'post' });
      document.body.append(form);
      form.submit();
    },
  ],
  ['a frame', (address) => document.body.append(Object.assign(document.createElement('iframe'), { src: address }))],
];

for (const [name, leave] of WAYS_OUT) {
  test(`does not let ${name} take the place of its page`, async () => {
    const redirect = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
    for (const address of [redirect, 'https://example.org/', 'file:///etc/hosts', 'data:text/html,<title>x</title>']) {
      await page.evaluate(leave, address);
      await expectOwnPage();
    }
    // Asked last, so that whatever was set in motion has had its turn.
    expect(await page.evaluate(() => document.title)).toBe('Dankbel');
    expect(asked).toBe(0);
  });
}

test('reaches no network and is granted nothing', async () => {
  const redirect = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
  const outcome = await page.evaluate(async (address) => {
    const fetched = await fetch(address).then(
      () => 'fetched',
      () => 'refused',
    );
    return { fetched, notifications: Notification.permission };
  }, redirect);
  expect(outcome).toEqual({ fetched: 'refused', notifications: 'denied' });
  expect(asked).toBe(0);
});

test('hands a telephone number to the system, once, and nothing else', async () => {
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (address: string) => void opened.push(address);
  });
  for (const href of ['mailto:jan@voorbeeld.nl', 'tel:*21*0612345678#', 'tel:+31600417735']) {
    await page.evaluate((address) => {
      const link = Object.assign(document.createElement('a'), { href: address });
      document.body.append(link);
      link.click();
    }, href);
  }
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened))
    .toEqual(['tel:+31600417735']);
  await expectOwnPage();
});

test('opens a profile once', async () => {
  const second = await launch().then(
    (started) => started.waitForEvent('close').then(() => 'closed'),
    () => 'closed',
  );
  expect(second).toBe('closed');
  await expectOwnPage();
});

/** What the menu says now, by the label of its parts. */
function menuLabels(): Promise<readonly string[]> {
  return app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? []);
}

test('has a menu with the standard roles, and with what the page offers', async () => {
  await expect.poll(menuLabels).toEqual(expect.arrayContaining(['Dankbel', 'Bewerken', 'Beeld', 'Venster', 'Hulp']));
  const roles = await app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).flatMap(({ submenu }) => submenu?.items.map(({ role }) => role) ?? []),
  );
  // Electron writes roles in lower case.
  expect(roles.map((role) => role?.toLowerCase())).toEqual(expect.arrayContaining(['copy', 'paste', 'zoomin', 'quit']));
});

test('takes the link of a second start, brings its window forward, and opens nothing else', async () => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  await launch('--', 'dankbel://donor/2000000000').then(
    (second) => second.waitForEvent('close'),
    () => undefined,
  );
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()))
    .toBe(false);
  await launch('--', 'dankbel://donor/1?x', 'dankbel://donor/2').then(
    (second) => second.waitForEvent('close'),
    () => undefined,
  );
  await expectOwnPage();
});

test('brings the backend back when its process ends, and the page reaches it again', async () => {
  const before = await app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().flatMap(({ name, pid }) => (name === 'Dankbel backend' ? [pid] : [])),
  );
  expect(before).toHaveLength(1);
  process.kill(before[0] ?? 0, 'SIGKILL');
  await expect
    .poll(() =>
      app.evaluate(
        ({ app: electron }, old) =>
          electron.getAppMetrics().some(({ name, pid }) => name === 'Dankbel backend' && pid !== old),
        before[0],
      ),
    )
    .toBe(true);
  await expectOwnPage();
  const reports = readdirSync(join(profile, 'crash-reports'));
  expect(reports.filter((name) => name.endsWith('-backend.json'))).toHaveLength(1);
});

test('locks when the machine goes to sleep, and goes on when it wakes', async () => {
  await app.evaluate(({ powerMonitor }) => {
    powerMonitor.emit('suspend');
    powerMonitor.emit('resume');
  });
  await expectOwnPage();
});

test('underlines a misspelt Dutch word, with word lists of its own, and fetches none', async () => {
  await page.evaluate(() => {
    const field = Object.assign(document.createElement('textarea'), { id: 'note', spellcheck: true });
    document.body.append(field);
    field.focus();
  });
  await page.locator('#note').pressSequentially('Het was moeilik ');
  await expect
    .poll(() =>
      app.evaluate(({ app: electron }) => electron.getAppMetrics().some(({ name }) => name === 'Dankbel spelling')),
    )
    .toBe(true);
  await page.evaluate(() => document.querySelector('#note')?.remove());
  expect(existsSync(join(profile, 'electron', 'Dictionaries'))).toBe(false);
});

test('keeps a log, and no piece of memory', async () => {
  expect(existsSync(join(profile, 'electron', 'Crashpad', 'completed'))).toBe(false);
  const dumps = readdirSync(profile, { recursive: true }).filter((name) => String(name).endsWith('.dmp'));
  expect(dumps).toEqual([]);
  expect(readdirSync(join(profile, 'logs'))).toContain('main.log');
});

test('comes back where it was, at the size of its letters, and in safe mode says so', async () => {
  const bounds = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setBounds({ x: 60, y: 60, width: 1_100, height: 760 });
    window?.webContents.setZoomFactor(1.25);
    return window?.getNormalBounds();
  });
  await app.close();
  app = await launch();
  page = await app.firstWindow();
  await page.waitForLoadState('load');
  const [width, zoom] = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return [window?.getNormalBounds().width, window?.webContents.getZoomFactor()] as const;
  });
  expect([width, zoom]).toEqual([bounds?.width, 1.25]);
  await app.close();
  app = await launch('--safe');
  page = await app.firstWindow();
  await page.waitForLoadState('domcontentloaded');
  expect(await app.evaluate(({ app: electron }) => electron.getGPUFeatureStatus().gpu_compositing)).toMatch(/disabled/);
  await expectOwnPage();
});
