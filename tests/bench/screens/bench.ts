/** `npm run bench -- screens`: what somebody at the keyboard waits for, in Chromium, at a million donors. */
import { cpSync, existsSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from '@playwright/test';
import { build } from 'vite';
import { z } from 'zod';
import { openStore } from '../../../db/open/open-store.ts';
import { profilePaths } from '../../../db/open/profile-folder.ts';
import { ensureChromium } from '../../../electron/launch/chromium-for-tests.ts';
import { installTelephone } from '../../e2e/support/telephone.ts';
import { BENCH_NOW, charityProfile, QUICK_DONORS } from '../charity/charity-profile.ts';
import type { Bench, BenchContext, BenchLine, BenchReport, Sample } from '../harness/bench.ts';
import { builtProgram, withBuiltPrograms } from '../harness/build-programs.ts';
import { startServer, type Server } from '../harness/child.ts';
import { sampleOf } from '../harness/rounds.ts';
import { nameAtTheDoor, scriptOfKey, timeToNextDonor } from './in-the-page.ts';
import { secondsOf, secondsOfBrowser } from './processor.ts';

const SERVE = { serve: 'tests/bench/screens/children/serve.ts' };
const RENDERER = 'dist/renderer';
const NOTE = 'Kleindochter haalde haar naar de telefoon, ze belt zelf terug als ze uit het ziekenhuis is. ';

const servedSchema = z.object({ address: z.string(), pid: z.int() });
type Served = Server<z.output<typeof servedSchema>>;

export const screensBench: Bench = {
  name: 'screens',
  title: 'The screens',
  run: (context) => withBuiltPrograms(SERVE, () => run(context)),
};

async function run(context: BenchContext): Promise<BenchReport> {
  if (!context.isQuick || !existsSync(RENDERER)) await build({ logLevel: 'warn' });
  const donors = context.isQuick ? QUICK_DONORS : (context.donors ?? 1_000_000);
  const folder = await copyOfProfile(context, donors);
  const found = await ensureChromium();
  if ('sentence' in found) throw new Error(found.sentence);
  const isRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({
    executablePath: found.path,
    args: ['--disable-background-networking', ...(isRoot ? ['--no-sandbox'] : [])],
  });
  try {
    return await measure(context, browser, folder, donors);
  } finally {
    await browser.close();
  }
}

/** A copy: calls are recorded in it. It was opened and closed on the day already, as on every start but the first. */
async function copyOfProfile({ folder, say }: BenchContext, donors: number): Promise<string> {
  const profile = await charityProfile(donors, say);
  say('reading the profile through, as the first opening of a day does');
  await (await openStore({ folder: profile, now: BENCH_NOW })).close();
  const copy = join(folder, 'profile');
  cpSync(profile, copy, { recursive: true });
  const { atimeMs, mtimeMs } = statSync(profilePaths(profile).database);
  utimesSync(profilePaths(copy).database, atimeMs / 1_000, mtimeMs / 1_000);
  return copy;
}

async function measure(context: BenchContext, browser: Browser, folder: string, donors: number): Promise<BenchReport> {
  const { isQuick, rounds, say } = context;
  const serve = (): Promise<Served> =>
    startServer(
      builtProgram('serve'),
      { folder, rendererDirectory: join(process.cwd(), RENDERER), now: BENCH_NOW },
      servedSchema,
    );
  say('starting the app');
  const starts: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const begin = performance.now();
    const server = await serve();
    const page = await openPage(browser, server.value.address);
    starts.push(performance.now() - begin);
    await page.context().close();
    await server.stop();
  }
  const server = await serve();
  const page = await openPage(browser, server.value.address);
  const begin = performance.now();
  await page.reload();
  await nameAtTheDoor(page);
  const opened = performance.now() - begin;
  say('calling donors');
  const next = await callDonors(page, isQuick ? 3 : 60);
  say('typing a note');
  const typed = await typeNote(page, isQuick ? 10 : 200);
  say('doing nothing');
  const idle = await measureIdle(browser, server.value.pid, isQuick ? 0.5 : LEFT_ALONE_AFTER, isQuick ? 2 : 30);
  await page.context().close();
  await server.stop();
  return {
    lines: [
      line('start of the app to a filled list', 'ms', sampleOf(starts), 1_500, 'process, database, browser page'),
      line('the page opened anew, to a filled list', 'ms', one(opened), null, ''),
      line('key press to the next donor painted, p95', 'ms', one(p95(next)), 100, `saved; ${spread(next)}`),
      line('script for a key in the note, p95', 'ms', one(p95(typed)), 16, spread(typed)),
      line('scripts of the app, compressed', 'kB', one(kilobytes(() => true)), 450, 'gzip, all screens together'),
      line(
        'scripts before the first screen',
        'kB',
        one(kilobytes(isNamedByPage())),
        430,
        'gzip; the rest when it is opened',
      ),
      line('processor of an app that is left alone', '%', one(idle * 100), 1, 'of one core: backend and browser'),
    ],
    about: [
      `An encrypted profile of ${donors.toLocaleString('en-GB')} donors, the one of "The daily list", copied. The programs are built as for a package; ${browser.version()} without a window, 1280 × 800.`,
      'Start: from the start of the process until the name of the first donor stands in the page. The database was read through once that day already (docs/decisions/0026); what the first opening of a day takes stands in that record.',
      'Next donor: calls that nobody answers, one after the other. From the event of the key that ends a call until the frame after the next donor is in the page: what is recorded has been saved and the list judged anew by then.',
      'Note: what Chromium counts as script, until two frames after the key. The note is saved while it is typed.',
      `Left alone: processor time of the backend and of all processes of the browser, with Vandaag on the screen, from ${LEFT_ALONE_AFTER} seconds after the last key.`,
    ],
  };
}

async function openPage(browser: Browser, address: string): Promise<Page> {
  const browsing = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
  });
  await installTelephone(browsing);
  const page = await browsing.newPage();
  await page.goto(address);
  await nameAtTheDoor(page);
  return page;
}

/** Calls that nobody answers. The page is left on Vandaag. */
async function callDonors(page: Page, count: number): Promise<readonly number[]> {
  const measured: number[] = [];
  for (let call = 0; call < count; call += 1) {
    const name = await nameAtTheDoor(page);
    await openCall(page);
    measured.push(await timeToNextDonor(page, '4', name));
  }
  return measured;
}

async function openCall(page: Page): Promise<void> {
  await page.locator('article button:focus').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('timer').waitFor();
}

async function typeNote(page: Page, keys: number): Promise<readonly number[]> {
  await openCall(page);
  await page.keyboard.press('t');
  await page.locator('textarea:focus').waitFor();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const measured: number[] = [];
  for (let key = 0; key < keys; key += 1) {
    measured.push(await scriptOfKey(page, session, NOTE[key % NOTE.length] ?? ' '));
  }
  await session.detach();
  // Out of the note, and back to Vandaag.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await nameAtTheDoor(page);
  return measured;
}

/** Seconds after the last key. */
const LEFT_ALONE_AFTER = 15;

/** Share of one core while nobody does anything. */
async function measureIdle(browser: Browser, pid: number, after: number, seconds: number): Promise<number> {
  const used = async (): Promise<number> => secondsOf(pid) + (await secondsOfBrowser(browser));
  // What was just done is still carried on with: memory is tidied, tomorrow's list is made.
  await wait(after * 1_000);
  const before = await used();
  await wait(seconds * 1_000);
  return ((await used()) - before) / seconds;
}

/** What the page asks for by itself. */
function isNamedByPage(): (name: string) => boolean {
  const page = readFileSync(join(RENDERER, 'index.html'), 'utf8');
  return (name) => page.includes(`assets/${name}`);
}

function kilobytes(isCounted: (name: string) => boolean): number {
  const assets = join(RENDERER, 'assets');
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js') && isCounted(name));
  return scripts.reduce((total, name) => total + gzipSync(readFileSync(join(assets, name))).length, 0) / 1_000;
}

const one = (value: number): Sample => sampleOf([value]);

function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

const p95 = (values: readonly number[]): number => at(values, 0.95);

function spread(values: readonly number[]): string {
  return `p50 ${at(values, 0.5).toFixed(1)} ms, most ${at(values, 1).toFixed(1)} ms, ${values.length} times`;
}

function line(name: string, unit: string, ours: Sample, atMost: number | null, note: string): BenchLine {
  return { name, unit, ours, theirs: null, ratio: null, promised: atMost === null ? null : { atMost }, note };
}
