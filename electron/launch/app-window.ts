/** The window of the app: Electron, or a Chromium that shows our one page without tabs and address bar. */
import { mkdirSync } from 'node:fs';
import { startChildGroup, type ChildGroup } from './child-group.ts';
import { withoutNodeMode } from './find-electron.ts';
import type { Environment } from './find-executable.ts';

export interface AppWindow extends Pick<ChildGroup, 'stop' | 'kill'> {
  /** `not-shown`: it ended before anybody can have worked in it. The app should stay and say its address. */
  readonly ended: Promise<'closed' | 'not-shown'>;
}

/** Our page is the only one: no wizard, no sync, no talk with the browser's maker, nothing remembered about donors. */
export const QUIET_FLAGS = [
  '--disable-background-mode',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-update',
  '--disable-crash-reporter',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-features=AutofillServerCommunication,MediaRouter,OptimizationHints,Translate',
  '--disable-save-password-bubble',
  '--disable-search-engine-choice-screen',
  '--disable-session-crashed-bubble',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  // The system's key ring is not asked for: nothing is kept that would need it.
  '--password-store=basic',
  '--use-mock-keychain',
] as const;

/** Only an address of our own host is ever handed to another program. */
const OWN_ADDRESS = /^http:\/\/127\.0\.0\.1:\d{1,5}\/#token=[\w-]{43}(?:&donor=[1-9]\d{0,9})?$/;

/** A window that is gone sooner was not closed by a person. */
const SHOWN_MILLISECONDS = 2_000;

export interface ChromiumWindowOptions {
  readonly chromium: string;
  readonly address: string;
  /** Of this window alone, so that it is no tab in the user's own browser and leaves nothing there. */
  readonly profileDirectory: string;
  /** Milliseconds that never jump. */
  readonly now: () => number;
  readonly isRoot?: boolean;
  readonly moreFlags?: readonly string[];
}

/** Opens the address as an app window. @throws when the address is not one of ours. */
export function openAppWindow(options: ChromiumWindowOptions): AppWindow {
  const { chromium, address, profileDirectory, now, moreFlags = [] } = options;
  mkdirSync(profileDirectory, { recursive: true, mode: 0o700 });
  const isRoot = options.isRoot ?? (process.platform === 'linux' && process.getuid?.() === 0);
  const flags = [
    `--app=${requireOwnAddress(address)}`,
    `--user-data-dir=${profileDirectory}`,
    '--window-size=1280,860',
    ...QUIET_FLAGS,
    // Chromium refuses to start as root with its sandbox; as anybody else it keeps it.
    ...(isRoot ? ['--no-sandbox'] : []),
    ...moreFlags,
  ];
  return windowOf(startChildGroup(chromium, flags), now);
}

export interface ElectronWindowOptions {
  readonly electron: string;
  /** The folder with our package.json. */
  readonly appDirectory: string;
  /** The profile, handed on as DANKBEL_DATA. */
  readonly profileDirectory: string;
  /** What this start was asked to do, handed on as it is. */
  readonly parameters?: readonly string[];
  readonly now: () => number;
  readonly environment?: Environment;
}

/** Starts Electron on the built app, with its own backend. */
export function openElectron(options: ElectronWindowOptions): AppWindow {
  const environment = {
    ...withoutNodeMode(options.environment ?? process.env),
    DANKBEL_DATA: options.profileDirectory,
  };
  // It closes the database by itself when asked to end: that may take longer than a browser needs.
  const group = startChildGroup(options.electron, [options.appDirectory, ...(options.parameters ?? [])], {
    environment,
    output: 'inherit',
    patienceMilliseconds: 10_000,
  });
  return windowOf(group, options.now);
}

export function requireOwnAddress(address: string): string {
  if (!OWN_ADDRESS.test(address)) throw new Error('this is no address of the loopback host');
  return address;
}

function windowOf(group: ChildGroup, now: () => number): AppWindow {
  const startedAt = now();
  return {
    ended: group.ended.then(() => (now() - startedAt < SHOWN_MILLISECONDS ? 'not-shown' : 'closed')),
    stop: () => group.stop(),
    kill: () => group.kill(),
  };
}
