/** The app in a real Chromium, which tests/run.ts found or installed. */
import { defineConfig } from '@playwright/test';

const chromium = process.env['DANKBEL_CHROMIUM'];
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: '.',
  // Without the paths that are meant for the type checker alone: Playwright would load them.
  tsconfig: './tsconfig.json',
  outputDir: '../../test-results/e2e',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json']],
  projects: [
    { name: 'app', testIgnore: 'start.spec.ts' },
    // `npm start` builds the screens anew, which all the others read: it waits until they are done.
    { name: 'start', testMatch: 'start.spec.ts', dependencies: ['app'] },
  ],
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    launchOptions: {
      ...(chromium === undefined ? {} : { executablePath: chromium }),
      // Chromium does not start as root with its sandbox.
      args: ['--disable-gpu', '--disable-background-networking', ...(isRoot ? ['--no-sandbox'] : [])],
    },
  },
});
