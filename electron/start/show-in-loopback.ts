/**
 * What `npm start` and an installed Dankbel have in common: the profile is opened, with a practice CRM behind it when it
 * needs one, and shown by the loopback host.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Instant } from '../../domain/calendar/day.ts';
import { keepMemorySmall } from '../backend/keep-memory-small.ts';
import type { Log } from '../backend/log.ts';
import type { Backend } from '../backend/backend.ts';
import { openLockable } from '../backend/lockable-backend.ts';
import type { OpenBackend } from '../backend/open-backend.ts';
import { printLine } from '../cli/output.ts';
import { cryptographicRandom } from '../cli/with-backend.ts';
import { openAppWindow, type AppWindow } from '../launch/app-window.ts';
import type { ChosenHost } from '../launch/choose-host.ts';
import { openInDefaultBrowser, openSignIn } from '../launch/default-browser.ts';
import { policyFile, readPolicy } from '../launch/policy-file.ts';
import type { Running } from '../launch/until-stopped.ts';
import { startLoopbackHost, type LoopbackHost } from '../loopback/loopback-host.ts';
import { wayOfLoopback } from '../updates/installation.ts';
import { createUpdateKeeper } from '../updates/keeper.ts';
import type { PracticeCrm } from '../../sync/practice/server.ts';
import { isStale, removePractice, startPractice, wantsPractice } from './practice.ts';

/** A printed address is opened by hand, whenever that is. */
const PRINTED_TOKEN_MILLISECONDS = 12 * 3_600_000;

export interface Start {
  readonly folder: string;
  readonly now: () => Instant;
  readonly log: Log;
  readonly running: Running;
  /** Where the built screens lie. */
  readonly rendererDirectory: string;
  /** Nothing is fetched or sent. */
  readonly isSafe: boolean;
  /** A donor that was clicked in the CRM: its number there. */
  readonly crmId: number | null;
}

/** A clock that was set to a moment goes on from there. */
export function runningClock(given: () => Instant): () => Instant {
  const offset = Date.parse(given()) - Date.now();
  return Math.abs(offset) < 1_000 ? given : () => new Date(Date.now() + offset).toISOString();
}

/**
 * Opens the profile, with a practice CRM behind it when it has none of its own, and a first sync done. One with a
 * passphrase stays closed until somebody gives it.
 */
export async function openProfile(start: Start): Promise<Backend> {
  const { folder, now, log } = start;
  keepMemorySmall();
  const policy = readPolicy(policyFile(process.env, process.platform));
  const way = wayOfLoopback(process, import.meta.dirname);
  let crm: PracticeCrm | null = null;
  return openLockable({
    folder,
    now,
    log,
    random: cryptographicRandom,
    syncsByItself: true,
    isSafe: start.isSafe,
    policy,
    signIn: { open: (address) => void openSignIn({ address }) },
    updates: createUpdateKeeper({ way, now, order: () => undefined, log }),
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

export async function showInLoopback(start: Start, chosen: Exclude<ChosenHost, { host: 'electron' }>): Promise<void> {
  const { folder, log, running } = start;
  const backend = await openProfile(start);
  running.add({ name: 'backend', stop: () => backend.close() });
  const isPrinted = chosen.host !== 'app-window';
  const host = await startLoopbackHost({
    backend,
    log,
    random: randomBytes,
    now: () => performance.now(),
    rendererDirectory: start.rendererDirectory,
    ...(isPrinted ? { limits: { tokenMilliseconds: PRINTED_TOKEN_MILLISECONDS } } : {}),
  });
  running.add({ name: 'loopback host', stop: () => host.stop() });
  if (chosen.host === 'app-window') showWindow(start, host, chosen.chromium, folder);
  else {
    if (chosen.host === 'default-browser')
      await openInDefaultBrowser({ address: withDonor(host.address, start.crmId) });
    const address = chosen.host === 'address' ? host.address : host.issueToken();
    printAddress(host, withDonor(address, start.crmId), running);
  }
}

/** The page takes it out of the address, with the token. */
function withDonor(address: string, crmId: number | null): string {
  return crmId === null ? address : `${address}&donor=${crmId}`;
}

function showWindow({ running, crmId }: Start, host: LoopbackHost, chromium: string, folder: string): void {
  const window: AppWindow = openAppWindow({
    chromium,
    address: withDonor(host.address, crmId),
    profileDirectory: join(folder, 'window'),
    now: () => performance.now(),
  });
  running.add({ name: 'window', stop: () => window.stop(), kill: () => window.kill() });
  printLine('Dankbel is open. Close its window, or press Ctrl-C here, to stop.');
  void stopWithWindow(window, host, running);
}

/**
 * A window that the app was never opened in leaves it running, at an address for a browser. One that was opened was
 * closed by somebody, however soon: it would go on unseen, and keep the profile from the next start.
 */
async function stopWithWindow(window: AppWindow, host: LoopbackHost, running: Running): Promise<void> {
  if ((await window.ended) === 'closed' || host.wasOpened()) running.windowClosed();
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
