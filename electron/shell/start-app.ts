/**
 * Puts the shell together: one instance, one locked session, one window, one backend. Takes Electron as an argument,
 * so that a stand-in can show in plain Node what is registered, denied and handed out.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type * as Electron from 'electron';
import { keyFile } from '../../db/key.ts';
import { profilePaths } from '../../db/open/profile-folder.ts';
import { finishWipe } from '../../db/wipe.ts';
import { isWrapped } from '../../db/wrapped-key.ts';
import type { Language, Sentence } from '../../domain/language.ts';
import { kindOfError, type HostLog } from '../launch/host-log.ts';
import { readRendererFiles } from '../launch/renderer-files.ts';
import { registerAppScheme, serveRenderer } from './app-protocol.ts';
import { sentenceOf } from './backend-messages.ts';
import { startBackendProcess } from './backend-process.ts';
import { guardAllContents } from './guard-contents.ts';
import { handOutPorts } from './hand-out-ports.ts';
import { electronKeyStore } from './key-store.ts';
import { lockOnSuspend } from './lock-on-suspend.ts';
import { lockSession } from './lock-session.ts';
import { createMainWindow } from './main-window.ts';
import { menuTemplate } from './menu.ts';
import { obtainProfileKey } from './profile-key.ts';
import { createTelephoneOpener } from './telephone-link.ts';
import { askBeforeLeaving } from './unsaved-notes.ts';

export type UsedElectron = Pick<
  typeof Electron,
  | 'app'
  | 'BrowserWindow'
  | 'dialog'
  | 'ipcMain'
  | 'Menu'
  | 'MessageChannelMain'
  | 'powerMonitor'
  | 'protocol'
  | 'safeStorage'
  | 'session'
  | 'shell'
  | 'utilityProcess'
>;

export interface ShellOptions {
  readonly profileDirectory: string;
  readonly rendererDirectory: string;
  readonly preloadPath: string;
  readonly backendPath: string;
  readonly platform: NodeJS.Platform;
  readonly random: (bytes: number) => Buffer;
  /** Milliseconds that never jump. */
  readonly now: () => number;
  readonly log: HostLog;
}

/** Not `persist:`, so in memory: no cache, no cookies, no donor on the disk outside the encrypted database. */
const PARTITION = 'dankbel';
/** Doors for a debugger, closed in what users install (the fuses close the others). */
const DEBUG_SWITCHES = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address'];

/**
 * Never rejects. Everything up to `whenReady` happens in the same turn as the call, because Electron takes these
 * settings only before it is ready. The caller must not wait for it at the top level of its module: Electron waits for
 * that module before it becomes ready (electron/electron#40719).
 */
export async function startApp(electron: UsedElectron, options: ShellOptions): Promise<void> {
  try {
    if (!prepare(electron, options)) return;
    await electron.app.whenReady();
    await openApp(electron, options);
  } catch (error) {
    options.log.error(kindOfError(error), 'shell: not started');
    giveUp(electron, sentenceOf(error));
  }
}

/** False when this process must not go on. */
function prepare({ app, protocol, shell }: UsedElectron, { profileDirectory, log }: ShellOptions): boolean {
  if (app.isPackaged && DEBUG_SWITCHES.some((name) => app.commandLine.hasSwitch(name))) {
    app.exit(1);
    return false;
  }
  // The lock on a second instance belongs to this folder, so each profile has its own.
  const ownFolder = join(profileDirectory, 'electron');
  mkdirSync(ownFolder, { recursive: true, mode: 0o700 });
  app.setPath('userData', ownFolder);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return false;
  }
  app.enableSandbox();
  registerAppScheme(protocol);
  guardAllContents(app, createTelephoneOpener(shell, log));
  return true;
}

async function openApp(electron: UsedElectron, options: ShellOptions): Promise<void> {
  const { app, BrowserWindow, ipcMain, Menu, MessageChannelMain, utilityProcess } = electron;
  const { log, now, platform, profileDirectory } = options;
  const isDevelopment = !app.isPackaged;
  const session = electron.session.fromPartition(PARTITION, { cache: false });
  lockSession(session, { isDevelopment });
  lockSession(electron.session.defaultSession, { isDevelopment });
  serveRenderer(session.protocol, await readRendererFiles(options.rendererDirectory));
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuTemplate({ language: languageOf(electron), platform, isDevelopment })),
  );

  const backend = startBackendProcess({
    utilityProcess,
    backendPath: options.backendPath,
    profileDirectory,
    loadKey: () => loadKey(electron, options),
    now,
    log,
    onFailure: (sentence) => giveUp(electron, sentence),
  });
  lockOnSuspend(electron.powerMonitor, () => backend.lock());
  handOutPorts({
    ipcMain,
    MessageChannelMain,
    backend,
    ownContents: () => (window.isDestroyed() ? null : window.webContents),
    log,
  });
  const window = createMainWindow({ BrowserWindow, session, preloadPath: options.preloadPath, isDevelopment, log });
  askBeforeLeaving(window, electron.dialog, languageOf(electron));

  app.on('second-instance', () => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  // One window: without it there is nothing to come back to, on a Mac neither.
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    void backend.close().finally(() => app.exit(0));
  });
}

/** Null when the key is wrapped by a passphrase, which only a person can give. */
async function loadKey({ safeStorage }: UsedElectron, options: ShellOptions): Promise<Buffer | null> {
  const { platform, profileDirectory, random, log } = options;
  const paths = profilePaths(profileDirectory);
  // A key that was taken away while the rest was not yet would look like one that is lost.
  finishWipe(profileDirectory);
  // Then the key store of this machine has no part in it, and need not be there.
  if (isWrapped(paths)) return null;
  return obtainProfileKey({
    keyStore: electronKeyStore({ safeStorage, platform, path: paths.electronKey }),
    plainKeyFile: keyFile(paths.key),
    databasePath: paths.database,
    random,
    log,
  });
}

function giveUp(electron: UsedElectron, sentence: Sentence): void {
  electron.dialog.showErrorBox('Dankbel', sentence[languageOf(electron)]);
  electron.app.exit(1);
}

/** Dutch, unless the system speaks English: what the user chose lies in a database that may not be open yet. */
function languageOf({ app }: UsedElectron): Language {
  return app.getLocale().startsWith('en') ? 'en' : 'nl';
}
