/**
 * `npm run prove:deb`: the Debian package on a clean Debian 12, as an ordinary user, with Chromium's sandbox on. It is
 * installed with what it depends on, used for one call, upgraded from the version before, removed and purged; the call
 * has to be there all along. Where that cannot be done it says what is missing, and that is no failure.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { VERSION } from '../../electron/launch/version.ts';
import { buildDeb, checksumOf, epochOf } from '../../packages/deb/main.ts';
import { makeDebian, type DebianRoot } from './debian-root.ts';
import { allowRemoteControl, PROFILE, startInstalled, type InstalledApp } from './installed-app.ts';
import { findCall, holdCall } from './journey.ts';
import { whatIsMissing } from './machine.ts';
import { endAll } from './namespace.ts';
import { readSandbox } from './sandbox.ts';

const BEFORE = '0.0.9';

let held = 0;
function hold(what: string, is = true): void {
  if (!is) throw new Error(`does not hold: ${what}`);
  held += 1;
  console.log(`✓ ${what}`);
}

interface Packages {
  readonly before: string;
  readonly now: string;
}

/** The version before is made from the same source: there is no released one yet. */
async function buildBoth(folder: string): Promise<Packages> {
  const options = { epoch: epochOf(), compression: 'none' } as const;
  const now = await buildDeb({ ...options, out: folder });
  const again = await buildDeb({ ...options, out: join(folder, 'again') });
  hold('built twice, the package has the same bytes', checksumOf(now) === checksumOf(again));
  const before = await buildDeb({ ...options, out: folder, version: BEFORE });
  return { before, now };
}

function putInside(root: DebianRoot, file: string): string {
  mkdirSync(join(root.folder, 'packages'), { recursive: true });
  copyFileSync(file, join(root.folder, 'packages', basename(file)));
  return `/packages/${basename(file)}`;
}

async function versionInside(root: DebianRoot): Promise<string> {
  return (await root.runAsUser('dankbel', '--version')).trim();
}

/** By what the kernel says, and by what Chromium says of itself. */
async function holdSandbox({ pid, browser }: InstalledApp): Promise<void> {
  const { renderers, objections } = readSandbox(pid);
  if (objections.length > 0) console.log(objections.join('\n'));
  hold(
    `Chromium runs as an ordinary user, and the kernel has its renderers (${renderers}) in namespaces of their own ` +
      'with filtered system calls',
    objections.length === 0,
  );
  const context = browser.contexts()[0];
  const page = await context?.newPage();
  await page?.goto('chrome://sandbox');
  const told = (await page?.locator('body').textContent()) ?? '';
  await page?.close();
  hold('chrome://sandbox says "You are adequately sandboxed"', told.includes('You are adequately sandboxed'));
}

async function closeWell(app: InstalledApp): Promise<void> {
  const { code, lines } = await app.close();
  if (code !== 0) console.log(lines);
  hold('closing the window ends the program with exit code 0, and nothing of it is left', code === 0);
}

function checksumOfData(root: DebianRoot): string {
  const bytes = readFileSync(join(root.folder, PROFILE, 'dankbel.db'));
  return createHash('sha256').update(bytes).digest('hex');
}

async function prove(folder: string): Promise<void> {
  const [root, packages] = await Promise.all([makeDebian(join(folder, 'root')), buildBoth(join(folder, 'packages'))]);
  hold('a clean Debian 12 without recommended packages');

  await root.apt('install', putInside(root, packages.before));
  const browser = await root.run('dpkg-query', '--show', 'chromium');
  hold(`apt installs ${BEFORE} and what it depends on: ${browser.trim().replace('\t', ' ')}`);
  hold('it is the version before', (await versionInside(root)) === `dankbel ${BEFORE}`);
  // The display is the machine's, not the package's.
  await root.apt('install', 'xvfb');
  allowRemoteControl(root);

  const first = await startInstalled(root);
  const call = await holdCall(first.page);
  hold('a call with a note is held by keyboard, and sent to the practice CRM');
  await holdSandbox(first);
  const again = await root.runAsUser('dankbel').catch((error: Error) => error.message);
  hold('a second start says that the workstation is open already', again.includes('already open in another window'));
  await closeWell(first);

  await root.apt('install', putInside(root, packages.now));
  hold('apt upgrades to the version of now', (await versionInside(root)) === `dankbel ${VERSION}`);
  const second = await startInstalled(root);
  await findCall(second.page, call);
  hold('after the upgrade the call is there, with its note');
  await closeWell(second);

  const data = checksumOfData(root);
  const removed = await root.apt('remove', 'dankbel');
  const programs = ['usr/bin/dankbel', 'usr/lib/dankbel', 'usr/share/applications/org.dankbel.workstation.desktop'];
  hold('apt removes the program', !programs.some((path) => existsSync(join(root.folder, path))));
  hold('it says where the data is', removed.includes('~/.local/share/dankbel'));
  hold('the data is untouched', checksumOfData(root) === data);
  await root.apt('purge', 'dankbel');
  hold('a purge leaves the data as well', checksumOfData(root) === data);
}

export async function main(): Promise<number> {
  const began = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'dankbel-prove-deb-'));
  const stop = (): void => void endAll().finally(() => process.exit(130));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const missing = await whatIsMissing(folder);
  if (missing !== null) {
    console.log(`prove:deb was not made here: ${missing}.`);
    return 0;
  }
  try {
    await prove(folder);
    console.log(`prove:deb: ${held} held, in ${Math.round((performance.now() - began) / 1_000)} s`);
    return 0;
  } catch (error) {
    console.log(`× ${error instanceof Error ? error.message : String(error)}`);
    console.log(`prove:deb: ${held} held, then one failed`);
    return 1;
  } finally {
    await endAll();
  }
}
