/** Electron is ready: the session, the backend, the window, and what hangs beside it. Wiring; nothing is decided here. */
import type * as Electron from 'electron';
import type { DeskMenu } from '../../contract/desk.ts';
import type { Language } from '../../domain/language.ts';
import { startBackendProcess } from '../desktop/backend-process.ts';
import { offerContextMenu } from '../desktop/context-menu.ts';
import { createCrashNotes, partOf } from '../desktop/crash-notes.ts';
import { createDesk } from '../desktop/desk.ts';
import { createEnding } from '../desktop/ending.ts';
import { beginExtras } from '../desktop/extras.ts';
import { linkHandedOver, protocolClient } from '../desktop/links.ts';
import { menuTemplate, type MenuEntry } from '../desktop/menu.ts';
import { createPageCrashes } from '../desktop/page-crashes.ts';
import { followPower } from '../desktop/power.ts';
import { profileKeyOf } from '../desktop/profile-key-of.ts';
import type { ShellOptions } from '../desktop/shell-options.ts';
import { createSignInOpener } from '../desktop/sign-in-link.ts';
import { createSpellingRelay } from '../desktop/spelling-relay.ts';
import { logFolder } from '../launch/log-file.ts';
import { driverOf } from '../updates/driver.ts';
import type { UpdateTold } from '../updates/messages.ts';
import { readRendererFiles } from '../launch/renderer-files.ts';
import { serveRenderer } from './app-protocol.ts';
import { handOutPorts } from './hand-out-ports.ts';
import { lockSession } from './lock-session.ts';
import { createMainWindow } from './main-window.ts';
import { remind } from './remind.ts';
import { giveUp, languageOf, type Prepared, type UsedElectron } from './used-electron.ts';

/** Not `persist:`, so in memory: no cache, no cookies, no donor on the disk outside the encrypted database. */
const PARTITION = 'dankbel';

export async function openApp(electron: UsedElectron, options: ShellOptions, prepared: Prepared): Promise<void> {
  const { app, BrowserWindow, dialog, ipcMain, Menu, MessageChannelMain, powerMonitor, screen, shell } = electron;
  const { log, platform, profileDirectory, program, preloadPath } = options;
  const { state, links } = prepared;
  const isDevelopment = !app.isPackaged;
  const isSafe = state.safe !== null;
  const session = electron.session.fromPartition(PARTITION, { cache: false });
  lockSession(session, { isDevelopment });
  lockSession(electron.session.defaultSession, { isDevelopment });
  serveRenderer(session.protocol, await readRendererFiles(options.rendererDirectory));
  app.setAsDefaultProtocolClient(...protocolClient({ isPackaged: app.isPackaged, ...program }));

  const note = createCrashNotes(options);
  const mayReload = createPageCrashes();
  let page: DeskMenu | null = null;
  const language = (): Language => page?.language ?? languageOf(electron);
  const desk = createDesk({
    onMenu(menu) {
      page = menu;
      setMenu();
    },
    onInCall: (isInCall) => reminders.setInCall(isInCall),
    log,
  });
  const extraItems = options.extras.flatMap(({ menu = [] }) => menu);
  function setMenu(): void {
    const extras = extraItems.map(({ label, run }) => ({ label: label[language()], click: run }));
    const actions = { run: (id: string) => desk.run(id), print: () => window.webContents.print(), openLogs };
    const template = menuTemplate({ language: language(), platform, isDevelopment, page, extras, actions });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }
  const openLogs = (): void => void shell.openPath(logFolder(profileDirectory));
  setMenu();

  const backend = startBackendProcess({
    utilityProcess: electron.utilityProcess,
    backendPath: options.backendPath,
    profileDirectory,
    isSafe,
    loadKey: () => profileKeyOf({ ...options, safeStorage: electron.safeStorage }),
    now: options.now,
    log,
    onPromised: (promised) => reminders.setPromised(promised),
    onUpdate: (order) => updates?.carryOut(order),
    onSignIn: createSignInOpener(shell, log),
    onCrash(code) {
      note('backend', 'exited', code);
      desk.notice('backend-came-back');
    },
    onFailure(sentence, cause) {
      if (cause === 'refused') state.endedWell();
      giveUp(electron, sentence);
    },
  });
  const tell = (told: UpdateTold): void => backend.tellUpdate(told);
  const updates = driverOf(options, { tell, quit: () => app.quit() });
  const spelling = createSpellingRelay({ utilityProcess: electron.utilityProcess, path: options.spellingPath, log });
  const ownContents = (): Electron.WebContents | null => (window.isDestroyed() ? null : window.webContents);
  handOutPorts({ ipcMain, MessageChannelMain, backend, desk, spelling, ownContents, log });
  const window = createMainWindow({
    BrowserWindow,
    screen,
    dialog,
    session,
    preloadPath,
    isDevelopment,
    language,
    state: isSafe ? null : state.window,
    onPageGone(reason) {
      note('page', reason);
      desk.notice('page-came-back');
      return mayReload(reason);
    },
    log,
  });
  window.webContents.on('context-menu', (_event, facts) => {
    const replace = (word: string): void => window.webContents.replaceMisspelling(word);
    const popup = (template: MenuEntry[]): void => Menu.buildFromTemplate(template).popup({ window });
    void offerContextMenu(facts, { spelling, language: language(), replace, popup });
  });
  const show = (): void => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };
  const reminders = remind(electron, { ...options, language, window, show, isSafe });
  followPower(powerMonitor.on.bind(powerMonitor) as Parameters<typeof followPower>[0], {
    lock: () => backend.lock(),
    wake: () => backend.wake(),
    setScreenLocked: (isLocked) => reminders.setScreenLocked(isLocked),
  });

  links.open = (crmId) => {
    desk.openDonor(crmId);
    show();
  };
  if (links.current !== null) desk.openDonor(links.current);
  app.on('second-instance', (_event, _parameters, _folder, handedOver) => {
    const link = linkHandedOver(handedOver);
    if (link !== null) desk.openDonor(link);
    show();
  });
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => note(partOf(type), reason, exitCode));
  const { isPackaged } = app;
  const endExtras = beginExtras(options.extras, { isSafe, isPackaged, language, log, quit: () => app.quit() });
  // One window: without it there is nothing to come back to, on a Mac neither.
  app.on('window-all-closed', () => app.quit());
  const begin = (): void => {
    endExtras();
    reminders.stop();
    spelling.stop();
  };
  const ending = createEnding({
    begin,
    updates,
    close: () => backend.close(),
    closed: () => state.endedWell(),
    exit: () => app.exit(0),
  });
  app.on('will-quit', (event) => ending(event));
}
