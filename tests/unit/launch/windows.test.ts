import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { openAppWindow, openElectron, requireOwnAddress } from '../../../electron/launch/app-window.ts';
import { openInDefaultBrowser, openSignIn } from '../../../electron/launch/default-browser.ts';
import { signInAddress } from '../../support/sign-in-address.ts';
import { programAt, temporaryFolder, TOKEN } from './support.ts';

const ADDRESS = `http://127.0.0.1:4000/#token=${TOKEN}`;
/** Writes its own arguments down beside itself. */
const REMEMBERS = `require('node:fs').writeFileSync(__filename + '.args', JSON.stringify(process.argv.slice(2)));`;

function argumentsOf(program: string): string[] {
  return JSON.parse(readFileSync(`${program}.args`, 'utf8')) as string[];
}

describe('an address that is handed to another program', () => {
  it('is ours', () => {
    expect(requireOwnAddress(ADDRESS)).toBe(ADDRESS);
  });

  it.each([
    'https://example.org/',
    `http://127.0.0.1:4000.example.org/#token=${TOKEN}`,
    `http://127.0.0.1:4000/#token=${TOKEN} --gpu-launcher=x`,
    `http://127.0.0.1:4000/?x#token=${TOKEN}`,
    `http://localhost:4000/#token=${TOKEN}`,
    `http://127.0.0.1:4000/#token=${TOKEN}"&calc`,
    '--renderer-cmd-prefix=x',
    'file:///etc/passwd',
    '',
  ])('or is refused: %s', async (address) => {
    expect(() => requireOwnAddress(address)).toThrow('no address of the loopback host');
    const chromium = programAt(join(temporaryFolder(), 'chromium'), REMEMBERS);
    const profileDirectory = temporaryFolder();
    expect(() => openAppWindow({ chromium, address, profileDirectory, now: () => 0 })).toThrow('no address');
    await expect(async () => openInDefaultBrowser({ address, environment: {} })).rejects.toThrow('no address');
  });
});

describe('openAppWindow', () => {
  it.each([
    [true, true],
    [false, false],
  ])('keeps the sandbox for everybody but root (root: %s)', async (isRoot, isWithout) => {
    const chromium = programAt(join(temporaryFolder(), 'chromium'), REMEMBERS);
    const profileDirectory = join(temporaryFolder(), 'browser');
    const window = openAppWindow({ chromium, address: ADDRESS, profileDirectory, now: () => 0, isRoot });
    await window.ended;
    const flags = argumentsOf(chromium);
    expect(flags).toContain(`--app=${ADDRESS}`);
    expect(flags).toContain(`--user-data-dir=${profileDirectory}`);
    expect(flags.includes('--no-sandbox')).toBe(isWithout);
    expect(flags.filter((flag) => /remote-debugging|disable-web-security|allow-/.test(flag))).toEqual([]);
  });

  it('tells a window that never came from one that was closed', async () => {
    const chromium = programAt(join(temporaryFolder(), 'chromium'), '');
    const open = (times: number[]): Promise<string> =>
      openAppWindow({ chromium, address: ADDRESS, profileDirectory: temporaryFolder(), now: () => times.shift() ?? 0 })
        .ended;
    expect(await open([0, 1_999])).toBe('not-shown');
    expect(await open([0, 2_000])).toBe('closed');
    const missing = {
      chromium: join(temporaryFolder(), 'gone'),
      address: ADDRESS,
      profileDirectory: temporaryFolder(),
    };
    expect(await openAppWindow({ ...missing, now: () => 0 }).ended).toBe('not-shown');
  });
});

describe('openElectron', () => {
  it('starts the app of the folder on the profile, as an app and not as a plain Node', async () => {
    const electron = programAt(
      join(temporaryFolder(), 'electron'),
      `${REMEMBERS} process.exit(process.env.DANKBEL_DATA === '/profile' && !process.env.ELECTRON_RUN_AS_NODE ? 0 : 1);`,
    );
    const environment = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
    const window = openElectron({
      electron,
      appDirectory: '/app',
      profileDirectory: '/profile',
      now: () => 0,
      environment,
    });
    await window.ended;
    expect(argumentsOf(electron)).toEqual(['/app']);
  });
});

describe('openInDefaultBrowser', () => {
  it.each<[NodeJS.Platform, string, string[]]>([
    ['linux', 'xdg-open', [ADDRESS]],
    ['darwin', 'open', [ADDRESS]],
    ['win32', 'rundll32', ['url.dll,FileProtocolHandler', ADDRESS]],
  ])('on %s asks %s', async (platform, name, expected) => {
    const folder = temporaryFolder();
    const opener = programAt(join(folder, name), REMEMBERS);
    expect(await openInDefaultBrowser({ address: ADDRESS, platform, environment: { PATH: folder } })).toBe(true);
    expect(argumentsOf(opener)).toEqual(expected);
  });

  it('opens an address to sign in at, and no other that is not ours', async () => {
    const folder = temporaryFolder();
    const opener = programAt(join(folder, 'xdg-open'), REMEMBERS);
    const address = signInAddress('https://login.salesforce.com');
    const options = { platform: 'linux', environment: { PATH: folder } } as const;
    expect(await openSignIn({ ...options, address: 'https://elders.example/?x' })).toBe(false);
    expect(existsSync(`${opener}.args`)).toBe(false);
    expect(await openSignIn({ ...options, address })).toBe(true);
    expect(argumentsOf(opener)).toEqual([address]);
  });

  it('says when it could not', async () => {
    const folder = temporaryFolder();
    expect(await openInDefaultBrowser({ address: ADDRESS, platform: 'linux', environment: { PATH: folder } })).toBe(
      false,
    );
    programAt(join(folder, 'xdg-open'), 'process.exit(3);');
    expect(await openInDefaultBrowser({ address: ADDRESS, platform: 'linux', environment: { PATH: folder } })).toBe(
      false,
    );
  });

  it('takes an opener that stays for a browser that is open, and leaves it alone', async () => {
    const folder = temporaryFolder();
    const opener = programAt(join(folder, 'xdg-open'), `${REMEMBERS} setTimeout(() => {}, 5_000);`);
    const isOpen = openInDefaultBrowser({
      address: ADDRESS,
      platform: 'linux',
      environment: { PATH: folder },
      refusalMilliseconds: 300,
    });
    expect(await isOpen).toBe(true);
    await vi.waitFor(() => expect(argumentsOf(opener)).toEqual([ADDRESS]));
  });
});
