/** `npm start` where there is no display and no Electron: an address within a minute, with a filled list behind it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { DATABASE_FAILURES } from '../../db/database-failure.ts';
import { filesOf } from '../released/files-of.ts';
import { newerProfile } from '../released/newer-profile.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** @returns the lines up to and including the one with the address */
async function readAddress(child: ChildProcess): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout! })) {
    lines.push(line);
    if (line.includes('http://127.0.0.1:')) return lines;
  }
  throw new Error(`no address in: ${lines.join(' | ')}`);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

// Each builds the screens into the same folder.
test.describe.configure({ mode: 'serial' });

test('prints which host it took and where it runs, and leaves nothing behind', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'dankbel-start-'));
  const child = spawn(process.execPath, ['electron/run.js', 'electron/start/main.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', DANKBEL_DATA: folder, DANKBEL_HOST: 'loopback' },
  });
  const lines = await readAddress(child);
  expect(lines[0]).toBe('Host: loopback, without a window, because there is no display.');
  const address = /http:\/\/127\.0\.0\.1:\d+\/#token=\S+/.exec(lines.at(-1) ?? '')?.[0] ?? '';
  await page.goto(address);
  await expect(page.getByText('er wordt niemand echt gebeld')).toBeVisible();
  await expect(page.getByRole('article').getByRole('heading', { level: 2 })).toBeVisible();
  await expect(page.getByText(/Nog \d\d op je lijst/)).toBeVisible();
  child.kill('SIGINT');
  await once(child, 'exit');
  expect(isRunning(child.pid!)).toBe(false);
  rmSync(folder, { recursive: true, force: true });
});

test('on a profile of a newer Dankbel says so and changes nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dankbel-start-'));
  await newerProfile(folder);
  const before = filesOf(folder);
  const child = spawn(process.execPath, ['electron/run.js', 'electron/start/main.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LC_ALL: 'nl_NL.UTF-8', DISPLAY: '', DANKBEL_DATA: folder, DANKBEL_HOST: 'loopback' },
  });
  const problems: string[] = [];
  for await (const line of createInterface({ input: child.stderr })) problems.push(line);
  await once(child, 'exit');
  expect(child.exitCode).toBe(1);
  expect(problems).toEqual([DATABASE_FAILURES.newer.nl]);
  expect(filesOf(folder)).toEqual(before);
  rmSync(folder, { recursive: true, force: true });
});
