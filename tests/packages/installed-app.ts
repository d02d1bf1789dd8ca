/**
 * The installed Dankbel on the clean Debian: started by the ordinary user from a menu as it were, on a display of their
 * own, and held by Chromium's own remote control, which is switched on in Debian's /etc/chromium.d and not by us.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Browser, type Page } from '@playwright/test';
import { z } from 'zod';
import { USER, type DebianRoot } from './debian-root.ts';
import type { Said } from './namespace.ts';

export const PROFILE = `home/${USER}/.local/share/dankbel`;
const START_SECONDS = 60;
/** Of Chromium's list of what it has open; the rest of it is not needed. */
const TARGET = z.object({ type: z.string(), title: z.string() });

/** Somebody with a display, and a program that was started from it. */
const SCRIPT = `
mkdir -p /tmp/.X11-unix
Xvfb :7 -screen 0 1280x900x24 -nolisten tcp >/dev/null 2>&1 &
while [ ! -S /tmp/.X11-unix/X7 ]; do sleep 0.1; done
cd
DISPLAY=:7 LANG=nl_NL.UTF-8 dankbel
code=$?
kill %1
exit $code
`;

export function allowRemoteControl(root: DebianRoot): void {
  const flags = 'export CHROMIUM_FLAGS="$CHROMIUM_FLAGS --remote-debugging-port=0"\n';
  writeFileSync(join(root.folder, 'etc/chromium.d/proof'), flags);
}

export interface InstalledApp {
  readonly page: Page;
  readonly browser: Browser;
  /** Of the namespace that it runs in. */
  readonly pid: number;
  /** Closes the window, as somebody does, and waits for all of it to end. */
  close(): Promise<Said>;
}

/** @throws with what the program said, when no window appears */
export async function startInstalled(root: DebianRoot): Promise<InstalledApp> {
  const portFile = join(root.folder, PROFILE, 'window', 'DevToolsActivePort');
  if (existsSync(portFile)) writeFileSync(portFile, '');
  const { child, ended } = root.startAsUser(SCRIPT);
  let said: Said | null = null;
  void ended.then((each) => (said = each));
  const port = await eventually('a window', () => {
    if (said !== null) throw new Error(`dankbel ended with ${said.code}:\n${said.lines}`);
    return existsSync(portFile) ? Number(readFileSync(portFile, 'utf8').split('\n')[0]) : 0;
  });
  const control = `http://127.0.0.1:${port}`;
  await eventually('a page that is loaded', () => isPageLoaded(control));
  const browser = await chromium.connectOverCDP(control);
  const page = await eventually('the page', () =>
    browser
      .contexts()[0]
      ?.pages()
      .find((each) => isOurs(each)),
  );
  page.setDefaultTimeout(START_SECONDS * 1_000);
  return {
    page,
    browser,
    pid: child.pid ?? 0,
    close: async () => {
      await page.close();
      return ended;
    },
  };
}

/**
 * Playwright waits for an answer of every page that it finds when it connects, and one that is just being opened may
 * never give it: then the connection is never made. A window that has the title of our page is past that.
 */
async function isPageLoaded(control: string): Promise<boolean> {
  const answer = await fetch(`${control}/json/list`);
  const targets = z.array(TARGET).parse(await answer.json());
  return targets.some(({ type, title }) => type === 'page' && title.includes('Dankbel'));
}

function isOurs(page: Page): boolean {
  return page.url().startsWith('http://127.0.0.1:');
}

async function eventually<Value>(what: string, look: () => Value | Promise<Value>): Promise<NonNullable<Value>> {
  const end = performance.now() + START_SECONDS * 1_000;
  while (performance.now() < end) {
    const found = await look();
    if (found) return found;
    await wait(100);
  }
  throw new Error(`${what} did not appear within ${START_SECONDS} s`);
}
