/**
 * `npm start`: builds the app, opens the profile, starts the practice CRM when the profile needs it, syncs, and shows
 * the app in the best host that this machine has. Ctrl-C, or closing the window, ends all of it.
 */
import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Instant } from '../../domain/calendar/day.ts';
import { DatabaseFailure } from '../../db/database-failure.ts';
import { keepMemorySmall } from '../backend/keep-memory-small.ts';
import { createLog, type Log } from '../backend/log.ts';
import type { Backend } from '../backend/backend.ts';
import { openLockable } from '../backend/lockable-backend.ts';
import type { OpenBackend } from '../backend/open-backend.ts';
import { clock, readOptions, text, WrongRequest } from '../cli/options.ts';
import { inOwnLanguage, printLine, printProblem } from '../cli/output.ts';
import { cryptographicRandom } from '../cli/with-backend.ts';
import { openAppWindow, openElectron, type AppWindow } from '../launch/app-window.ts';
import { chooseHost, type ChosenHost } from '../launch/choose-host.ts';
import { openInDefaultBrowser } from '../launch/default-browser.ts';
import { lookForHosts } from '../launch/look-for-hosts.ts';
import { PolicyFailure, policyFile, readPolicy } from '../launch/policy-file.ts';
import { profileDirectory } from '../launch/profile-directory.ts';
import { startRunning, type Running } from '../launch/until-stopped.ts';
import { startLoopbackHost, type LoopbackHost } from '../loopback/loopback-host.ts';
import type { PracticeCrm } from '../../sync/practice/server.ts';
import { build, BuildFailure } from './build.ts';
import { isStale, removePractice, startPractice, wantsPractice } from './practice.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A printed address is opened by hand, whenever that is. */
const PRINTED_TOKEN_MILLISECONDS = 12 * 3_600_000;

interface Start {
  readonly folder: string;
  readonly now: () => Instant;
  readonly log: Log;
  readonly running: Running;
}

export async function main(argv: readonly string[]): Promise<number> {
  const running = startRunning({ now: () => performance.now() });
  try {
    const options = readOptions(argv);
    const folder = text(options, 'data') ?? profileDirectory(process.env, process.platform, homedir());
    const start: Start = { folder, now: runningClock(clock(options)), log: createLog(), running };
    const [host] = await Promise.all([
      lookForHosts({ packageDirectory: join(ROOT, 'node_modules', 'electron') }).then(chooseHost),
      build(ROOT),
    ]);
    printLine(host.line);
    await (host.host === 'electron' ? showInElectron(start, host.electron) : showInLoopback(start, host));
    await running.untilStopped();
    return 0;
  } catch (error) {
    running.windowClosed();
    await running.untilStopped();
    return explainProblem(error);
  }
}

/** A clock that was set to a moment goes on from there. */
function runningClock(given: () => Instant): () => Instant {
  const offset = Date.parse(given()) - Date.now();
  return Math.abs(offset) < 1_000 ? given : () => new Date(Date.now() + offset).toISOString();
}

/**
 * Opens the profile, with a practice CRM behind it when it has none of its own, and a first sync done. One with a
 * passphrase stays closed until somebody gives it.
 */
async function openProfile(start: Start): Promise<Backend> {
  const { folder, now, log } = start;
  keepMemorySmall();
  let crm: PracticeCrm | null = null;
  return openLockable({
    folder,
    now,
    log,
    random: cryptographicRandom,
    syncsByItself: true,
    policy: readPolicy(policyFile(process.env, process.platform)),
    whenOpened: async (backend) => {
      if (await wantsPractice(backend)) {
        if (crm === null && (await isStale(backend, now()))) {
          await backend.close();
          removePractice(folder);
          printLine('The practice donors were getting old; new ones were invented.');
          return 'again';
        }
        crm ??= await beginPractice(start, backend);
      }
      await backend.sync.run(true);
      return undefined;
    },
  });
}

async function beginPractice({ folder, now, running }: Start, backend: OpenBackend): Promise<PracticeCrm> {
  const crm = await startPractice(backend, { folder, now });
  running.add({ name: 'practice CRM', stop: () => crm.stop() });
  return crm;
}

/** Electron runs a backend of its own on the profile, so ours only prepares it. */
async function showInElectron(start: Start, electron: string): Promise<void> {
  const { folder, running } = start;
  await build(ROOT, 'vite.electron.config.ts');
  const backend = await openProfile(start);
  await backend.close();
  const window = openElectron({ electron, appDirectory: ROOT, profileDirectory: folder, now: () => performance.now() });
  running.add({ name: 'Electron', stop: () => window.stop(), kill: () => window.kill() });
  void window.ended.then(() => running.windowClosed());
}

async function showInLoopback(start: Start, chosen: Exclude<ChosenHost, { host: 'electron' }>): Promise<void> {
  const { folder, log, running } = start;
  const backend = await openProfile(start);
  running.add({ name: 'backend', stop: () => backend.close() });
  const isPrinted = chosen.host !== 'app-window';
  const host = await startLoopbackHost({
    backend,
    log,
    random: randomBytes,
    now: () => performance.now(),
    rendererDirectory: join(ROOT, 'dist', 'renderer'),
    ...(isPrinted ? { limits: { tokenMilliseconds: PRINTED_TOKEN_MILLISECONDS } } : {}),
  });
  running.add({ name: 'loopback host', stop: () => host.stop() });
  if (chosen.host === 'app-window') showWindow(start, host, chosen.chromium, folder);
  else {
    if (chosen.host === 'default-browser') await openInDefaultBrowser({ address: host.address });
    printAddress(host, chosen.host === 'address' ? host.address : host.issueToken(), running);
  }
}

function showWindow({ running }: Start, host: LoopbackHost, chromium: string, folder: string): void {
  const window: AppWindow = openAppWindow({
    chromium,
    address: host.address,
    profileDirectory: join(folder, 'window'),
    now: () => performance.now(),
  });
  running.add({ name: 'window', stop: () => window.stop(), kill: () => window.kill() });
  printLine('Dankbel is open. Close its window, or press Ctrl-C here, to stop.');
  void stopWithWindow(window, host, running);
}

/** A window that never showed leaves the app running, at an address for a browser. */
async function stopWithWindow(window: AppWindow, host: LoopbackHost, running: Running): Promise<void> {
  if ((await window.ended) === 'closed') running.windowClosed();
  else printAddress(host, host.issueToken(), running);
}

/** An address opens the app once: for another window a new one is asked for with Enter. */
function printAddress(host: LoopbackHost, address: string, running: Running): void {
  printLine(`Dankbel is running at ${address}`);
  if (!process.stdin.isTTY) return;
  printLine('Press Enter for a new address, Ctrl-C to stop.');
  const lines = createInterface({ input: process.stdin });
  lines.on('line', () => printLine(host.issueToken()));
  running.add({ name: 'keyboard', stop: async () => lines.close() });
}

function explainProblem(error: unknown): number {
  if (error instanceof WrongRequest || error instanceof BuildFailure) {
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
  if (error instanceof DatabaseFailure || error instanceof PolicyFailure) {
    printProblem(inOwnLanguage(error.sentence));
    return 1;
  }
  throw error;
}
