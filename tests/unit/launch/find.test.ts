import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasDisplay } from '../../../electron/launch/display.ts';
import { findChromium } from '../../../electron/launch/find-chromium.ts';
import { findOnPath } from '../../../electron/launch/find-executable.ts';
import { programAt, temporaryFolder, writeFileAt } from './support.ts';

describe('findOnPath', () => {
  it('finds the first name, in the first folder that has it as a program', () => {
    const folder = temporaryFolder();
    writeFileAt(join(folder, 'a', 'browser'), 'not executable');
    const program = programAt(join(folder, 'b', 'browser'), '');
    const later = programAt(join(folder, 'a', 'other'), '');
    const environment = { PATH: `${join(folder, 'nowhere')}:${join(folder, 'a')}::${join(folder, 'b')}` };
    expect(findOnPath(['browser', 'other'], environment)).toBe(program);
    expect(findOnPath(['other', 'browser'], environment)).toBe(later);
    expect(findOnPath(['missing'], environment)).toBeNull();
    expect(findOnPath(['browser'], {})).toBeNull();
  });

  it('takes no folder for a program', () => {
    const folder = temporaryFolder();
    programAt(join(folder, 'browser', 'inside'), '');
    chmodSync(join(folder, 'browser'), 0o755);
    expect(findOnPath(['browser'], { PATH: folder })).toBeNull();
  });
});

describe('findChromium', () => {
  it('takes the browser that DANKBEL_CHROMIUM names, and no other', () => {
    const folder = temporaryFolder();
    const chosen = programAt(join(folder, 'my browser'), '');
    programAt(join(folder, 'chromium'), '');
    const environment = { PATH: folder, DANKBEL_CHROMIUM: chosen };
    expect(findChromium({ environment })).toBe(chosen);
    expect(findChromium({ environment: { ...environment, DANKBEL_CHROMIUM: join(folder, 'gone') } })).toBeNull();
  });

  it('prefers a browser on PATH, and takes a stub for a snap last', () => {
    const folder = temporaryFolder();
    const stub = programAt(join(folder, 'chromium-browser'), '');
    expect(findChromium({ environment: { PATH: folder }, platform: 'linux', home: folder })).toBe(stub);
    const chrome = programAt(join(folder, 'google-chrome'), '');
    expect(findChromium({ environment: { PATH: folder }, platform: 'linux', home: folder })).toBe(chrome);
  });

  it.each<[NodeJS.Platform, string, string]>([
    ['darwin', 'Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'a Mac'],
    ['win32', 'Google/Chrome/Application/chrome.exe', 'Windows'],
    ['win32', 'Microsoft/Edge/Application/msedge.exe', 'Windows, which always has Edge'],
  ])('looks on %s at %s (%s)', (platform, place) => {
    const home = temporaryFolder();
    const environment = { LOCALAPPDATA: home };
    const program = programAt(join(home, place), '');
    expect(findChromium({ environment, platform, home })).toBe(program);
  });

  it.each<[NodeJS.Platform, string, string]>([
    ['linux', '.cache/ms-playwright', 'chrome-linux64/chrome'],
    ['linux', '.cache/ms-playwright', 'chrome-linux/chrome'],
    ['darwin', 'Library/Caches/ms-playwright', 'chrome-mac/Chromium.app/Contents/MacOS/Chromium'],
    ['win32', 'ms-playwright', 'chrome-win/chrome.exe'],
  ])("looks on %s in Playwright's cache %s for %s, the newest first", (platform, cache, program) => {
    const home = temporaryFolder();
    programAt(join(home, cache, 'chromium-999', program), '');
    const newest = programAt(join(home, cache, 'chromium-1200', program), '');
    programAt(join(home, cache, 'chromium_headless_shell-1300', program), '');
    const found = findChromium({ environment: { LOCALAPPDATA: home }, platform, home });
    // A Chromium that the machine itself has comes before the cache.
    expect(found === newest || !found?.startsWith(home)).toBe(true);
    const moved = join(home, cache);
    const withPath = findChromium({
      environment: { PLAYWRIGHT_BROWSERS_PATH: moved },
      platform,
      home: join(home, 'x'),
    });
    expect(withPath === newest || !withPath?.startsWith(home)).toBe(true);
  });

  it('is null when there is none', () => {
    const home = temporaryFolder();
    expect(findChromium({ environment: {}, platform: 'win32', home })).toBeNull();
  });
});

describe('hasDisplay', () => {
  it.each<[NodeJS.Platform, Record<string, string>, boolean]>([
    ['linux', {}, false],
    ['linux', { DISPLAY: '' }, false],
    ['linux', { DISPLAY: ':0' }, true],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
    ['darwin', {}, true],
    ['darwin', { SSH_CONNECTION: '192.0.2.1 50000 192.0.2.2 22' }, false],
    ['win32', {}, true],
  ])('on %s with %o is %s', (platform, environment, expected) => {
    expect(hasDisplay(environment, platform)).toBe(expected);
  });
});
