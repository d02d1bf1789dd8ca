/** `npm run screenshots`: every screen in both languages, both lights and two sizes, for docs/screenshots, and contact sheets of them. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium, expect as quickExpect, type Browser, type Page } from '@playwright/test';
import { ensureChromium } from '../../electron/launch/chromium-for-tests.ts';
import { contactSheet } from './support/contact-sheet.ts';
import { walkClaims } from './support/claims-pictures.ts';
import { saveDrawnDonors } from '../hold-out/drawn-donors.ts';
import { holdManyCalls } from './support/many-calls.ts';
import { sayInCall } from './support/say-in-call.ts';
import { walkConnecting } from './support/connect-pictures.ts';
import { walkDesk } from './support/desk-pictures.ts';
import { walkLog } from './support/log-pictures.ts';
import { walkSources } from './support/sources-pictures.ts';
import { walkWorkstations } from './support/workstations-pictures.ts';
import { walkMatching } from './support/matching-pictures.ts';
import { walkPeople } from './support/people-pictures.ts';
import { walkPrivacy } from './support/privacy-pictures.ts';
import { walkFiles } from './support/files-pictures.ts';
import { walkTelephone } from './support/telephone-pictures.ts';
import { walkPaper } from './support/paper-pictures.ts';
import { inCrm, installTelephone, openCall, startApp, type App, type AppOptions } from './support/app.ts';

const FOLDER = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url));
/** The pictures may be made on a busy machine. */
const expect = quickExpect.configure({ timeout: 30_000 });

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;

/** Thursday 19 November 2026, 18:40 in Amsterdam: an evening at which people are called. */
const EVENING = '2026-11-19T17:40:00.000Z';
const DONORS = { kind: 'invented', donors: 400, seed: 1, date: '2026-11-19' } as const;

type Shoot = (screen: string) => Promise<void>;

/** A few calls, so that the line of the evening and the history are not empty. */
async function callSome(page: Page): Promise<void> {
  for (const keys of [['j', '1'], ['4'], ['j', '1'], ['6', '1']]) {
    await openCall(page);
    for (const key of keys) await page.keyboard.press(key);
    await expect(page).toHaveURL(/#\/$/);
  }
}

async function fillInCall(page: Page): Promise<void> {
  await openCall(page);
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowRight');
  for (const key of ['t']) await page.keyboard.press(key);
  await page.keyboard.type('Haar kleinzoon leerde vorig jaar zwemmen.');
  for (const key of ['Escape', 'g', 'Enter', 'j', 'e', '4']) await page.keyboard.press(key);
  await expect(page.getByText(/^1 (van|of) /)).toBeVisible();
}

/** One donor leaves the CRM and the network goes: something to look at, and something that waits. */
async function makeTrouble(app: App, page: Page): Promise<void> {
  await inCrm(app.crm, 'Contact', 'delete', { where: [['id', '=', await crmIdOf(app, page)]] });
  await page.keyboard.press('1');
  await expect(page).toHaveURL(/#\/$/);
  await app.backend.sync.run(true);
  app.crm.faults.set('dropBefore', 'always');
  await openCall(page);
  await page.keyboard.press('5');
  await expect(page).toHaveURL(/#\/$/);
  await app.backend.sync.run(true);
}

/** The donor of the call that is open. */
async function crmIdOf(app: App, page: Page): Promise<number> {
  const callItemId = Number(/\d+$/.exec(page.url())?.[0]);
  const { crm_id: crmId } = await app.backend.store.reader
    .selectFrom('call_item')
    .innerJoin('donor', 'donor.id', 'call_item.donor_id')
    .select('donor.crm_id')
    .where('call_item.id', '=', callItemId)
    .executeTakeFirstOrThrow();
  return Number(crmId);
}

/** One address that is corrected here and in the CRM, and one number that the CRM does not take. */
async function makeDecisions(app: App, page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Escape');
  await openCall(page);
  const contact = [['contact_id', '=', await crmIdOf(app, page)]];
  const correct = async (field: string, text: string): Promise<void> => {
    const row = page.locator(`[data-detail^="${field}:"]`);
    await row.locator('.v').click();
    await expect(row.getByRole('textbox').first()).toBeFocused();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(text);
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(row.locator('.v').filter({ hasText: text })).toBeVisible();
  };
  await correct('address', 'Wilgenhof 41');
  await correct('phone', '06 12 34 56 78');
  await page.keyboard.press('Escape');
  app.crm.faults.clear();
  app.crm.faults.set('htmlPage', ({ entity, action }) => entity === 'Phone' && action.toLowerCase() === 'update');
  await inCrm(app.crm, 'Address', 'update', { where: contact, values: { street_address: 'Wilgenhof 14 B' } });
  for (let tries = 0; tries < 8; tries += 1) await app.backend.sync.run(true);
  await page.keyboard.press('a');
}

const LINKS = { conflict: /Twee adressen|Two addresses/, rejected: /06 12/ } as const;

async function shootDecision(page: Page, screen: keyof typeof LINKS, shoot: Shoot): Promise<void> {
  await page.getByRole('link', { name: LINKS[screen] }).first().click();
  await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible();
  await page.mouse.move(0, 0);
  await shoot(screen);
}

async function walk(app: App, page: Page, shoot: Shoot): Promise<void> {
  await app.visit(page);
  await callSome(page);
  await expect(page.getByRole('article').getByRole('button').first()).toBeFocused();
  await shoot('today');
  await fillInCall(page);
  await shoot('call');
  await makeTrouble(app, page);
  await page.keyboard.press('a');
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await shoot('attention');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await shoot('keys');
  await makeDecisions(app, page);
  for (const screen of ['conflict', 'rejected'] as const) await shootDecision(page, screen, shoot);
}

/** A lower limit, looked at, saved and taken back. */
async function walkSettings(app: App, page: Page, shoot: Shoot): Promise<void> {
  await app.visit(page, '/settings/majorCall');
  const limit = page.getByRole('textbox').nth(1);
  await limit.fill('500');
  await expect(page.getByRole('table')).toBeVisible();
  await shoot('settings');
  await limit.press('ControlOrMeta+Enter');
  await expect(page.getByRole('status').filter({ hasText: /Bewaard|Saved/ })).toBeVisible();
  await page.mouse.move(0, 0);
  await shoot('settings-2-saved');
  await page.keyboard.press('z');
  await expect(page.getByRole('list').last().getByRole('listitem')).toHaveCount(2);
  await shoot('settings-3-undone');
  await app.visit(page, '/keys');
  const notes = page.locator('.key-groups li').filter({ hasText: /Schrijf een notitie|Write a note/ });
  await notes.locator('.key-choose').press('Enter');
  await page.keyboard.press('q');
  await expect(notes.getByRole('status')).toContainText('Q');
  await shoot('key-settings');
  await page.keyboard.press('Escape');
  await app.visit(page, '/settings/postcodes');
  await expect(page.locator('.register-example')).toBeVisible();
  await shoot('settings-postcodes');
}

/** Somebody who is not on the list, asked for in words. */
async function walkWhy(app: App, page: Page, shoot: Shoot): Promise<void> {
  await app.visit(page, '/donors');
  await page.getByRole('searchbox').fill('NIEUW-0043');
  await expect(page.getByRole('listitem').filter({ hasText: 'NIEUW-0043' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('.donor-parts')).toBeVisible();
  await shoot('why');
  await page.keyboard.press('Escape');
  await page.keyboard.press('2');
  await shoot('donor');
}

/** Details that raise a question, with a suggestion. */
async function walkVerify(app: App, page: Page, shoot: Shoot): Promise<void> {
  const contact = [['external_identifier', '=', 'NIEUW-0038']];
  await inCrm(app.crm, 'Contact', 'update', { where: contact, values: { last_name: 'VAN DER BERG' } });
  await app.backend.sync.run(true);
  await app.visit(page, '/verify');
  await expect(page.locator('.verify-detail').first()).toBeVisible();
  await shoot('verify');
}

/** A complaint and a question of one call, and thank-you e-mails that are missing. */
async function walkFollowUps(app: App, page: Page, shoot: Shoot): Promise<void> {
  await sayInCall(app);
  await app.visit(page, '/follow-ups');
  await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
  await shoot('follow-ups');
}

/** What four evenings brought. */
async function walkResults(app: App, page: Page, shoot: Shoot): Promise<void> {
  await holdManyCalls(app, 60);
  await app.visit(page, '/results');
  await expect(page.getByRole('figure').first()).toBeVisible();
  await shoot('results');
  await saveDrawnDonors(app);
  await app.visit(page, '/results');
  const achieved = page.getByRole('region', { name: /Wat de telefoontjes opleverden|What the calls achieved/ });
  await expect(achieved.getByRole('table').first()).toBeVisible();
  await achieved.evaluate((section) => section.scrollIntoView());
  await shoot('results-achieved');
}

/** Four weeks of an invented charity, with less room than work. */
async function walkForecast(app: App, page: Page, shoot: Shoot): Promise<void> {
  await app.backend.ask('forecast.saveCapacity', { lane: 'caller', capacity: [8, 8, 12, 8, 4, 0, 0] });
  await app.visit(page, '/forecast');
  await expect(page.getByRole('figure')).toBeVisible();
  await shoot('forecast');
}

/** What is beside the script: ready answers, a question with its topic, wishes; and where they are set. */
async function walkTalk(app: App, page: Page, shoot: Shoot): Promise<void> {
  await app.visit(page);
  await openCall(page);
  await page.keyboard.press('q');
  await expect(page.locator('.answer.open')).toBeVisible();
  await shoot('call-answers');
  await page.keyboard.press('Escape');
  await page.keyboard.press('k');
  await expect(page.getByRole('textbox').last()).toBeFocused();
  await shoot('call-complaint');
  await page.keyboard.press('Escape');
  await page.keyboard.press('m');
  await expect(page.locator('.wishes')).toBeVisible();
  await shoot('call-wishes');
  await app.visit(page, '/settings/benefits');
  await expect(page.getByRole('checkbox').first()).toBeVisible();
  await shoot('settings-benefits');
}

/** A first practice evening: the first door, a conversation, an angry donor, and the thanks at its end. */
async function walkPractice(app: App, page: Page, shoot: Shoot): Promise<void> {
  await app.visit(page);
  await page.getByRole('button', { name: /^(Oefen eerst|Practise first)$/ }).click();
  const guide = page.locator('.guide');
  await expect(guide.locator('.guide-steps')).toBeVisible();
  await shoot('practice');
  const call = async (...keys: readonly string[]): Promise<void> => {
    await openCall(page);
    for (const key of keys) await page.keyboard.press(key);
  };
  const over = async (): Promise<void> => {
    await expect(page).toHaveURL(/#\/$/);
    await expect(page.getByRole('article').getByRole('button').first()).toBeFocused();
  };
  await call('ArrowRight');
  await shoot('practice-call');
  await page.keyboard.press('j');
  await page.keyboard.press('1');
  await over();
  await call('5');
  await over();
  await shoot('practice-oops');
  await call('7', '1');
  await over();
  await call('k');
  await shoot('practice-angry');
  await page.keyboard.type('Drie brieven in een week');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.locator('.composer')).toBeHidden();
  for (const key of ['j', '1']) await page.keyboard.press(key);
  await over();
  await call('9', '1');
  await over();
  await call('8');
  await over();
  await shoot('practice-end');
}

/** Vandaag of somebody who calls nobody. */
async function walkCoordinator(app: App, page: Page, shoot: Shoot): Promise<void> {
  await app.visit(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
  await shoot('today-coordinator');
}

interface Walk {
  readonly options: AppOptions;
  readonly steps: (app: App, page: Page, shoot: Shoot) => Promise<void>;
}

/** Each begins with a charity of its own. `-- connect` makes the pictures of one again, `-- contact-sheet` only lays out what is there. */
const WALKS: Readonly<Record<string, Walk>> = {
  calling: { options: { fill: DONORS, now: EVENING, isPractice: true, crmAheadMilliseconds: 0 }, steps: walk },
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
  paper: { options: { fill: DONORS, now: EVENING, isPractice: true, crmAheadMilliseconds: 0 }, steps: walkPaper },
  practice: { options: { fill: DONORS, now: EVENING, crmAheadMilliseconds: 0 }, steps: walkPractice },
  log: { options: { isPractice: true }, steps: walkLog },
  privacy: { options: { isPractice: true }, steps: walkPrivacy },
  workstations: { options: { isPractice: true }, steps: walkWorkstations },
  sources: { options: { isPractice: true }, steps: walkSources },
  desk: { options: { isPractice: true }, steps: walkDesk },
  people: { options: { isPractice: true }, steps: walkPeople },
  files: { options: { isConnected: false }, steps: walkFiles },
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
