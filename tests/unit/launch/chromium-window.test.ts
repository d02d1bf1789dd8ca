/** The app window in a real Chromium, on a real loopback host: it opens, gets in, works, and leaves nothing behind. */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openAppWindow } from '../../../electron/launch/app-window.ts';
import { ensureChromium } from '../../../electron/launch/chromium-for-tests.ts';
import { startLoopbackHost } from '../../../electron/loopback/loopback-host.ts';
import { temporaryFolder, writeFileAt } from './support.ts';

const SCRIPT = `
  const post = (path, body) =>
    fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  const token = location.hash.slice('#token='.length);
  history.replaceState(null, '', '/');
  await post('/api/session', { token });
  await post('/api/call', { procedure: 'session.get', input: { isAlone: history.length === 1, agent: navigator.userAgent } });`;

/** Command lines of everything that runs with this folder; Linux only, elsewhere nothing is seen. */
function processesWith(folder: string): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(join('/proc', pid, 'cmdline'), 'latin1').replaceAll('\0', ' ');
      } catch {
        return '';
      }
    })
    .filter((line) => line.includes(folder));
}

/** Every file in a folder, whatever is written while we look. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('openAppWindow', () => {
  it('shows the app in a real Chromium and ends with all of its processes', async () => {
    const found = await ensureChromium();
    if ('sentence' in found) throw new Error(found.sentence);
    const rendererDirectory = temporaryFolder();
    writeFileAt(join(rendererDirectory, 'index.html'), '<!doctype html><script type="module" src="/main.js"></script>');
    writeFileAt(join(rendererDirectory, 'main.js'), SCRIPT);
    const asked: { procedure: string; input: unknown }[] = [];
    const host = await startLoopbackHost({
      backend: {
        ask: async (procedure, input) => {
          asked.push({ procedure, input });
          return { ok: true, value: { secret: 'mevrouw Van der Knaap' } };
        },
        listen: () => () => {},
      },
      rendererDirectory,
      random: randomBytes,
      now: () => performance.now(),
      log: { info: () => {}, warn: () => {}, error: () => {} },
    });
    onTestFinished(() => host.stop());

    const profileDirectory = join(temporaryFolder(), 'browser');
    const window = openAppWindow({
      chromium: found.path,
      address: host.address,
      profileDirectory,
      now: () => performance.now(),
      moreFlags: ['--headless=new', '--disable-gpu'],
    });
    onTestFinished(() => window.stop());
    await vi.waitFor(() => expect(asked).toHaveLength(1), { timeout: 25_000, interval: 50 });
    expect(asked[0]).toMatchObject({ procedure: 'session.get', input: { isAlone: true } });
    expect(statSync(profileDirectory).mode & 0o777).toBe(0o700);
    expect(process.platform !== 'linux' || processesWith(profileDirectory).length > 1).toBe(true);

    await window.stop();
    await window.ended;
    expect(processesWith(profileDirectory)).toEqual([]);
    // What the window showed is on the disk nowhere.
    const secret = Buffer.from('Van der Knaap');
    for (const path of filesIn(profileDirectory)) expect(readFileSync(path).includes(secret)).toBe(false);
  }, 60_000);
});
