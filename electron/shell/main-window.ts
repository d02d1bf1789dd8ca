/** The one window of the app. */
import type { BrowserWindow, BrowserWindowConstructorOptions, Session } from 'electron';
import type { HostLog } from '../launch/host-log.ts';
import { APP_PAGE } from './app-address.ts';

export interface MainWindowOptions {
  readonly BrowserWindow: typeof BrowserWindow;
  readonly session: Session;
  readonly preloadPath: string;
  readonly isDevelopment: boolean;
  readonly log: HostLog;
}

/** A page that ends more often than this is not brought back any more. */
const RELOADS = 3;

export function windowOptions(
  options: Omit<MainWindowOptions, 'BrowserWindow' | 'log'>,
): BrowserWindowConstructorOptions {
  return {
    title: 'Dankbel',
    width: 1280,
    height: 860,
    minWidth: 1024,
    minHeight: 700,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload: options.preloadPath,
      session: options.session,
      // Each of these is Electron's default; written down so that no later default changes them (checklist, 2-4, 6, 8-10).
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
      devTools: options.isDevelopment,
    },
  };
}

/** Creates the window and loads the page into it. */
export function createMainWindow(options: MainWindowOptions): BrowserWindow {
  const { BrowserWindow, log } = options;
  const window = new BrowserWindow(windowOptions(options));
  window.once('ready-to-show', () => window.show());
  let reloads = 0;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log.warn({ reason }, 'shell: page ended');
    if (reason === 'clean-exit' || reloads >= RELOADS) return;
    reloads += 1;
    window.webContents.reload();
  });
  window.loadURL(APP_PAGE).catch(() => log.error({}, 'shell: page did not load'));
  return window;
}
