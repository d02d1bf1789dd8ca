/** A browser of the Chromium family: it can show one page as a window of its own, and it is what the tests run in. */
import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { findOnPath, isExecutable, type Environment } from './find-executable.ts';

export interface ChromiumSearch {
  readonly environment?: Environment;
  readonly platform?: NodeJS.Platform;
  readonly home?: string;
}

/** Ubuntu's `chromium-browser` comes last: where the snap is not installed it only prints how to get it. */
const NAMES = [
  'chromium',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
  'vivaldi-stable',
  'chromium-browser',
];

const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser', 'Vivaldi'];

const WINDOWS_PROGRAMS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['BraveSoftware', 'Brave-Browser', 'Application', 'brave.exe'],
];

/** Where Playwright's own Chromium lies inside `chromium-NNNN`; newer ones are "Chrome for Testing". */
const PLAYWRIGHT_PROGRAMS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['chrome-linux64/chrome', 'chrome-linux/chrome'],
  darwin: [
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['chrome-win64/chrome.exe', 'chrome-win/chrome.exe'],
};

/** The path of a Chromium-family browser, or null. `DANKBEL_CHROMIUM` names one and is then the only one looked at. */
export function findChromium(search: ChromiumSearch = {}): string | null {
  const { environment = process.env, platform = process.platform, home = homedir() } = search;
  const chosen = environment['DANKBEL_CHROMIUM'];
  if (chosen !== undefined && chosen !== '') return isExecutable(chosen) ? chosen : null;
  const onPath = platform === 'win32' ? null : findOnPath(NAMES, environment);
  if (onPath !== null) return onPath;
  const places = [...wellKnownPlaces(environment, platform, home), ...playwrightPlaces(environment, platform, home)];
  return places.find(isExecutable) ?? null;
}

function wellKnownPlaces(environment: Environment, platform: NodeJS.Platform, home: string): string[] {
  if (platform === 'darwin') {
    return ['/Applications', join(home, 'Applications')].flatMap((folder) =>
      MAC_APPS.map((app) => join(folder, `${app}.app`, 'Contents', 'MacOS', app)),
    );
  }
  if (platform === 'win32') {
    return ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']
      .map((name) => environment[name])
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => WINDOWS_PROGRAMS.map((steps) => join(folder, ...steps)));
  }
  return [
    '/usr/lib/chromium/chromium',
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
    '/snap/bin/chromium',
  ];
}

function playwrightPlaces(environment: Environment, platform: NodeJS.Platform, home: string): string[] {
  const cache = environment['PLAYWRIGHT_BROWSERS_PATH'] ?? playwrightCache(environment, platform, home);
  return namesIn(cache)
    .filter((name) => /^chromium-\d+$/.test(name))
    .toSorted((left, right) => Number(right.slice(9)) - Number(left.slice(9)))
    .flatMap((name) => (PLAYWRIGHT_PROGRAMS[platform] ?? []).map((program) => join(cache, name, program)));
}

function playwrightCache(environment: Environment, platform: NodeJS.Platform, home: string): string {
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'ms-playwright');
  if (platform === 'win32') return join(environment['LOCALAPPDATA'] ?? home, 'ms-playwright');
  return join(environment['XDG_CACHE_HOME'] ?? join(home, '.cache'), 'ms-playwright');
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
