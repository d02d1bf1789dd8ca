/** The app in a real Chromium, with or without windows, which tests/run.ts found or installed. */
import { defineConfig } from '@playwright/test';

const chromium = process.env['DANKBEL_CHROMIUM'];
const isRoot = process.getuid?.() === 0;

/**
 * Chromium makes two pages of its own ready behind the address bar of every window, which a window without one never
 * shows: a fifth of the processor time of these tests. Only the last such argument counts, so Playwright's own list
 * stands in it as well.
 */
const WITHOUT_FEATURES = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  // Started beside every page, for the next site that somebody goes to: here nobody does.
  'SpareRendererForSitePerProcess',
];

/**
 * A page of a test lives for seconds: making its program faster takes longer than it then saves, and so do many threads
 * that look for what it left behind.
 */
const WITHOUT_OPTIMISING = '--no-opt --no-maglev --single-threaded-gc --min-semi-space-size=32';

export default defineConfig({
  testDir: '.',
  globalSetup: '../support/run-folder.ts',
  // Without the paths that are meant for the type checker alone: Playwright would load them.
  tsconfig: './tsconfig.json',
  // Node reads TypeScript by itself, as it does in the program; Playwright would rewrite every file of ours first.
  build: { external: ['**/*.ts'] },
  outputDir: '../../test-results/e2e',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  // Far more than any needs: whatever else the machine does, a test fails by what it saw and not by the clock.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json']],
  projects: [
    { name: 'app', testIgnore: 'start.spec.ts' },
    // `npm start` builds the screens anew, which all the others read: it waits until they are done.
    { name: 'start', testMatch: 'start.spec.ts', dependencies: ['app'] },
  ],
  use: {
    // A button that is not there is said to be missing, as a text is.
    actionTimeout: 30_000,
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    launchOptions: {
      ...(chromium === undefined ? {} : { executablePath: chromium }),
      // Chromium does not start as root with its sandbox.
      args: [
        '--disable-gpu',
        '--disable-background-networking',
        // The pages of one context share a process (support/shared-window.ts).
        '--process-per-site',
        `--disable-features=${WITHOUT_FEATURES.join(',')}`,
        `--js-flags=${WITHOUT_OPTIMISING}`,
        ...(isRoot ? ['--no-sandbox'] : []),
      ],
    },
  },
});
