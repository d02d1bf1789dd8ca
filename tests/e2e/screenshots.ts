/** `npm run screenshots`: every screen in both languages, both lights and two sizes, for docs/screenshots, and contact sheets of them. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from '@playwright/test';
import { ensureChromium } from '../../electron/launch/chromium-for-tests.ts';
import { contactSheet } from './support/contact-sheet.ts';
import { walkClaims } from './support/claims-pictures.ts';
import { walkCalling } from './support/calling-pictures.ts';
import { walkCoordinator, walkFollowUps, walkForecast, walkResults } from './support/coordinator-pictures.ts';
import { walkVerify, walkWhy } from './support/donors-pictures.ts';
import type { Shoot } from './support/pictures.ts';
import { walkPractice } from './support/practice-pictures.ts';
import { walkSettings } from './support/settings-pictures.ts';
import { walkTalk } from './support/talk-pictures.ts';
import { walkConnecting } from './support/connect-pictures.ts';
import { walkDesk } from './support/desk-pictures.ts';
import { walkLog } from './support/log-pictures.ts';
import { walkSources } from './support/sources-pictures.ts';
import { walkWorkstations } from './support/workstations-pictures.ts';
import { walkMatching } from './support/matching-pictures.ts';
import { walkPeople } from './support/people-pictures.ts';
import { walkPrivacy } from './support/privacy-pictures.ts';
import { FILE_WALKS } from './support/files-pictures.ts';
import { walkTelephone } from './support/telephone-pictures.ts';
import { SALESFORCE_WALK } from './support/salesforce-pictures.ts';
import { UPDATES_WALK } from './support/updates-pictures.ts';
import { walkPaper } from './support/paper-pictures.ts';
import { startApp, type App, type AppOptions } from './support/app.ts';
import { installTelephone } from './support/telephone.ts';

const FOLDER = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url));
const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;

/** Thursday 19 November 2026, 18:40 in Amsterdam: an evening at which people are called. */
const EVENING = '2026-11-19T17:40:00.000Z';
const DONORS = { kind: 'invented', donors: 400, seed: 1, date: '2026-11-19' } as const;

interface Walk {
  readonly options: AppOptions;
  readonly steps: (app: App, page: Page, shoot: Shoot) => Promise<void>;
}

/** Each begins with a charity of its own. `-- connect` makes the pictures of one again, `-- contact-sheet` only lays out what is there. */
const WALKS: Readonly<Record<string, Walk>> = {
  calling: { options: { fill: DONORS, now: EVENING, isPractice: true, crmAheadMilliseconds: 0 }, steps: walkCalling },
  // The captured charity, in which somebody gave between € 500 and € 1,000.
  settings: { options: { isPractice: true }, steps: walkSettings },
  why: { options: { isPractice: true }, steps: walkWhy },
  talk: { options: { isPractice: true }, steps: walkTalk },
  'follow-ups': { options: { isPractice: true }, steps: walkFollowUps },
  results: {
    // Enough donors for a map on which more than one step has something to tell.
    options: { fill: { ...DONORS, donors: 2_000 }, now: EVENING, isPractice: true, crmAheadMilliseconds: 0 },
    steps: walkResults,
  },
  verify: { options: { isPractice: true }, steps: walkVerify },
  forecast: {
    options: { fill: DONORS, now: EVENING, isPractice: true, crmAheadMilliseconds: 0 },
    steps: walkForecast,
  },
  connect: {
    options: { fill: DONORS, now: EVENING, isConnected: false, crmAheadMilliseconds: 0 },
    steps: walkConnecting,
  },
  salesforce: SALESFORCE_WALK,
  updates: {
    options: { fill: DONORS, now: EVENING, crmAheadMilliseconds: 0, ...UPDATES_WALK.options },
    steps: UPDATES_WALK.steps,
  },
  paper: { options: { fill: DONORS, now: EVENING, isPractice: true, crmAheadMilliseconds: 0 }, steps: walkPaper },
  practice: { options: { fill: DONORS, now: EVENING, crmAheadMilliseconds: 0 }, steps: walkPractice },
  log: { options: { isPractice: true }, steps: walkLog },
  privacy: { options: { isPractice: true }, steps: walkPrivacy },
  workstations: { options: { isPractice: true }, steps: walkWorkstations },
  sources: { options: { isPractice: true }, steps: walkSources },
  desk: { options: { isPractice: true }, steps: walkDesk },
  people: { options: { isPractice: true }, steps: walkPeople },
  ...FILE_WALKS,
  coordinator: {
    options: { fill: DONORS, now: EVENING, crmAheadMilliseconds: 0, isPractice: true, roles: ['coordinator'] },
    steps: walkCoordinator,
  },
  telephone: { options: { fill: DONORS, now: EVENING, crmAheadMilliseconds: 0 }, steps: walkTelephone },
  matching: { options: {}, steps: walkMatching },
  claims: { options: { fill: DONORS, now: EVENING, crmAheadMilliseconds: 0 }, steps: walkClaims },
};

async function shootAll(
  browser: Browser,
  { options: base, steps }: Walk,
  language: 'nl' | 'en',
  theme: 'light' | 'dark',
): Promise<void> {
  const options: AppOptions = { ...base, language, theme };
  const app = await startApp(options);
  const context = await browser.newContext({ locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' });
  await installTelephone(context);
  const page = await context.newPage();
  try {
    await steps(app, page, async (screen) => {
      for (const size of SIZES) {
        // A step of an explanation is shown once per language.
        if (/-\d-/.test(screen) && (theme === 'dark' || size !== SIZES[0])) continue;
        await page.setViewportSize(size);
        const name = `${screen}-${language}-${theme}-${size.width}x${size.height}.png`;
        await page.screenshot({ path: join(FOLDER, name), animations: 'disabled' });
      }
      // A list that scrolls to what is chosen does so for the window that it opens in.
      await page.setViewportSize(SIZES[0]);
    });
  } finally {
    await context.close();
    await app.close();
  }
}

/** All pictures that are there, together: as a page, and as a picture of that page. */
async function layOut(browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1500, height: 900 } });
  for (const { width, height } of SIZES) {
    const size = `${width}x${height}`;
    const path = join(FOLDER, `contact-sheet-${size}`);
    writeFileSync(`${path}.html`, contactSheet(readdirSync(FOLDER), size));
    await page.goto(pathToFileURL(`${path}.html`).href);
    await page.screenshot({ path: `${path}.jpg`, type: 'jpeg', quality: 70, fullPage: true });
  }
  await page.close();
}

export async function main([only]: readonly string[] = []): Promise<number> {
  const found = await ensureChromium();
  if ('sentence' in found) {
    console.error(found.sentence);
    return 1;
  }
  if (only === undefined) rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: found.path, args: ['--disable-gpu', ...flags] });
  try {
    for (const language of ['nl', 'en'] as const) {
      for (const theme of ['light', 'dark'] as const) {
        for (const [name, each] of Object.entries(WALKS)) {
          if (only === undefined || only === name) await shootAll(browser, each, language, theme);
        }
      }
    }
    await layOut(browser);
  } finally {
    await browser.close();
  }
  return 0;
}
