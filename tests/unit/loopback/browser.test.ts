/** The loopback host seen from a real browser: our own page works, and pages of others get nowhere. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { chromium, type Browser, type Page } from '@playwright/test';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ensureChromium } from '../../../electron/launch/chromium-for-tests.ts';
import { startLoopbackHost, type LoopbackHost } from '../../../electron/loopback/loopback-host.ts';
import { standInBackend, type StandInBackend } from './support.ts';

interface PageTest {
  readonly entered: number;
  readonly events: string[];
  readonly violations: string[];
  readonly ask: (procedure: string, input: unknown) => Promise<{ status: number; body: unknown }>;
}
declare global {
  interface Window {
    readonly test: PageTest;
  }
}

const QUIET = { info: () => {}, warn: () => {}, error: () => {} };
const folder = mkdtempSync(join(tmpdir(), 'dankbel-page-'));
let browser: Browser;
let host: LoopbackHost;
let backend: StandInBackend;

beforeAll(async () => {
  // As it is shipped: some libraries leave out what they do to the page when they are tested.
  vi.stubEnv('NODE_ENV', 'production');
  await build({
    configFile: false,
    logLevel: 'silent',
    root: join(import.meta.dirname, 'page'),
    build: { outDir: folder, emptyOutDir: true, target: 'esnext' },
  });
  vi.unstubAllEnvs();
  const found = await ensureChromium();
  if ('sentence' in found) throw new Error(found.sentence);
  browser = await chromium.launch({ executablePath: found.path });
}, 60_000);

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  complaints = [];
  backend = standInBackend();
  host = await startLoopbackHost({
    backend,
    rendererDirectory: folder,
    random: randomBytes,
    now: () => performance.now(),
    log: QUIET,
  });
});

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await host.stop();
});

/** What the browser itself finds wrong with the page, such as a header that it does not know. */
let complaints: string[] = [];

async function openPage(address = host.address): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  page.on('console', (message) => void (message.type() === 'log' || complaints.push(message.text())));
  await page.goto(address);
  await page.waitForFunction(() => 'test' in window);
  return page;
}

describe('our own page', () => {
  it('exchanges its token, forgets it, asks, hears events, and goes on after a reload', async () => {
    const page = await openPage();
    expect(await page.evaluate(() => window.test.entered)).toBe(204);
    expect(page.url()).toBe(`${host.origin}/`);
    expect(await page.evaluate(() => document.cookie)).toBe('');
    const answer = await page.evaluate(() => window.test.ask('call.saveNotes', { notes: 'Dank u wel 🌷' }));
    expect(answer).toEqual({ status: 200, body: { ok: true, value: { notes: 'Dank u wel 🌷' } } });
    await vi.waitFor(async () => {
      backend.emit({ changed: ['sync'] });
      expect(await page.evaluate(() => window.test.events)).toContain('{"changed":["sync"]}');
    });

    await page.reload();
    await page.waitForFunction(() => 'test' in window);
    expect(await page.evaluate(() => window.test.entered)).toBe(0);
    expect((await page.evaluate(() => window.test.ask('session.get', {}))).status).toBe(200);
  });

  it('in another browser, with the same address, gets nothing', async () => {
    await openPage();
    const second = await openPage();
    expect(await second.evaluate(() => window.test.entered)).toBe(403);
    expect((await second.evaluate(() => window.test.ask('session.get', {}))).status).toBe(401);
    expect(backend.asked).toEqual([]);
  });

  it('works with React and React Aria under the policy, with trusted types', async () => {
    const page = await openPage();
    expect(await page.locator('h1').evaluate((heading) => getComputedStyle(heading).color)).toBe('rgb(1, 2, 3)');
    expect(await page.locator('main').evaluate((main) => getComputedStyle(main).paddingTop)).toBe('7px');
    await page.getByLabel('Naam').fill('Mevrouw Van der Knaap');
    expect(await page.getByLabel('Naam').inputValue()).toBe('Mevrouw Van der Knaap');
    await page.getByRole('button', { name: 'Open' }).click();
    await page.getByRole('dialog', { name: 'Venster' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Uitkomst' }).click();
    await page.getByRole('option', { name: 'Gesprek' }).click();
    await page.getByRole('button', { name: 'Gesprek' }).waitFor();
    expect(await page.evaluate(() => window.test.violations)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

describe('the policy', () => {
  it('stops what an intruder would try inside the page', async () => {
    const page = await openPage();
    const outcome = await page.evaluate(async () => {
      const tried: Record<string, string> = {};
      const attempt = async (name: string, work: () => unknown): Promise<void> => {
        try {
          await work();
          tried[name] = 'done';
        } catch (error) {
          tried[name] = (error as Error).name;
        }
      };
      // Only later: what the browser's own debugger runs is not held to the policy.
      await new Promise((resolve) => setTimeout(resolve));
      await attempt('eval', () => Reflect.apply(Reflect.get(window, 'eval') as () => unknown, window, ['1']));
      await attempt('new Function', () => Reflect.construct(Function, ['return 1']));
      await attempt('innerHTML', () => {
        document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.hacked=1">');
      });
      await attempt('fetch elsewhere', () => fetch('http://127.0.0.1:1/'));
      await attempt('worker', () => new Worker('data:text/javascript,1'));
      const inline = document.createElement('script');
      await attempt('inline script', () => {
        inline.text = 'window.hacked = 1';
        document.body.append(inline);
      });
      const frame = document.createElement('iframe');
      frame.src = 'http://127.0.0.1:1/';
      const image = document.createElement('img');
      image.src = 'http://127.0.0.1:1/x.png';
      const base = document.createElement('base');
      base.href = 'http://127.0.0.1:1/';
      document.body.append(frame, image, base);
      return { tried, hacked: 'hacked' in window, base: document.baseURI };
    });
    expect(outcome).toEqual({
      tried: {
        eval: 'EvalError',
        'new Function': 'EvalError',
        innerHTML: 'TypeError',
        'fetch elsewhere': 'TypeError',
        worker: 'TypeError',
        'inline script': 'TypeError',
      },
      hacked: false,
      base: `${host.origin}/`,
    });
    await vi.waitFor(async () => {
      const directives = await page.evaluate(() => window.test.violations.map((violation) => violation.split(' ')[0]));
      expect(directives).toEqual(expect.arrayContaining(['frame-src', 'img-src', 'base-uri', 'connect-src']));
    });
  });
});

describe('a page of somebody else in the same browser', () => {
  let elsewhere: Server;

  beforeEach(async () => {
    elsewhere = createServer((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' });
      response.end('<!doctype html><title>elsewhere</title>');
    });
    await new Promise<void>((resolve) => {
      elsewhere.listen(0, '127.0.0.1', resolve);
    });
  });

  afterEach(() => {
    elsewhere.close();
    elsewhere.closeAllConnections();
  });

  it.each(['127.0.0.1', 'localhost'])('at another port of %s can neither ask, listen, frame nor read', async (name) => {
    const own = await openPage();
    const page = await own.context().newPage();
    await page.goto(`http://${name}:${(elsewhere.address() as AddressInfo).port}/`);
    const outcome = await page.evaluate(async (origin) => {
      const body = JSON.stringify({ procedure: 'session.get', input: {} });
      const attempt = async (options: RequestInit, path = '/api/call'): Promise<string> => {
        try {
          const response = await fetch(`${origin}${path}`, { credentials: 'include', ...options });
          return `${response.type} ${response.status}`;
        } catch {
          return 'failed';
        }
      };
      const loads = (element: HTMLElement): Promise<boolean> =>
        new Promise((resolve) => {
          element.addEventListener('load', () => resolve(true));
          element.addEventListener('error', () => resolve(false));
          document.body.append(element);
        });
      const listens = new Promise<boolean>((resolve) => {
        const source = new EventSource(`${origin}/api/events`, { withCredentials: true });
        source.addEventListener('open', () => resolve(true));
        source.addEventListener('error', () => resolve(false));
      });
      return {
        json: await attempt({ method: 'POST', headers: { 'Content-Type': 'application/json' }, body }),
        blind: await attempt({ method: 'POST', mode: 'no-cors', body }),
        page: await attempt({}, '/'),
        script: await loads(Object.assign(document.createElement('script'), { src: `${origin}/` })),
        listens: await listens,
      };
    }, host.origin);
    expect(outcome).toEqual({ json: 'failed', blind: 'failed', page: 'failed', script: false, listens: false });
    expect(backend.asked).toEqual([]);
    expect(backend.listeners.size).toBe(1);
  });

  it('cannot post a form to us', async () => {
    const own = await openPage();
    const page = await own.context().newPage();
    await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
    const refused = page.waitForResponse((response) => response.url() === `${host.origin}/api/call`);
    await page.evaluate((origin) => {
      const form = document.createElement('form');
      form.method = 'post';
      form.action = `${origin}/api/call`;
      form.enctype = 'text/plain';
      const field = document.createElement('input');
      field.name = '{"procedure":"session.get","input":{},"x":"';
      field.value = '"}';
      form.append(field);
      document.body.append(form);
      form.submit();
    }, host.origin);
    expect((await refused).status()).toBe(403);
    expect(backend.asked).toEqual([]);
  });
});
