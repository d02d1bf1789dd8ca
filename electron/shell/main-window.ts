/** The one window of the app: where it was, at the size it had, with the one page in it. */
import type { BrowserWindow, Dialog, Screen, Session } from 'electron';
import { APP_PAGE } from '../desktop/app-address.ts';
import type { KeptFile } from '../desktop/kept-file.ts';
import { leavingQuestion, mayLeave } from '../desktop/unsaved-notes.ts';
import { pagePowers, windowLook } from '../desktop/window-options.ts';
import { placeWindow, type WindowState } from '../desktop/window-state.ts';
import type { Language } from '../../domain/language.ts';
import type { HostLog } from '../launch/host-log.ts';

export interface MainWindowOptions {
  readonly BrowserWindow: typeof BrowserWindow;
  readonly screen: Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay'>;
  readonly dialog: Pick<Dialog, 'showMessageBoxSync'>;
  readonly session: Session;
  readonly preloadPath: string;
  readonly isDevelopment: boolean;
  readonly language: () => Language;
  /** Where the window was; absent in safe mode, which leaves out what is remembered. */
  readonly state: KeptFile<WindowState> | null;
  /** The page ended by itself, in Chromium's words. True: load it anew. */
  readonly onPageGone: (reason: string) => boolean;
  readonly log: HostLog;
}

/** Creates the window and loads the page into it. */
export function createMainWindow(options: MainWindowOptions): BrowserWindow {
  const { BrowserWindow, screen, state, dialog, language, log } = options;
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  const place = placeWindow(
    state?.read() ?? null,
    [main, ...others].map(({ workArea }) => workArea),
  );
  const window = new BrowserWindow({
    ...windowLook(place),
    webPreferences: { ...pagePowers(options), session: options.session },
  });
  const { webContents } = window;
  window.once('ready-to-show', () => {
    if (place.isMaximised) window.maximize();
    window.show();
  });
  webContents.on('did-finish-load', () => webContents.setZoomFactor(place.zoom));
  window.on('close', () => {
    const [bounds, isMaximised] = [window.getNormalBounds(), window.isMaximized()];
    state?.write({ bounds, isMaximised, zoom: webContents.getZoomFactor() });
  });
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (options.onPageGone(reason)) webContents.reload();
  });
  // The page asks to stay while a note could not be saved; preventing this event is what lets the window go.
  webContents.on('will-prevent-unload', (event) => {
    if (mayLeave(dialog.showMessageBoxSync(window, leavingQuestion(language())))) event.preventDefault();
  });
  window.loadURL(APP_PAGE).catch(() => log.error({}, 'shell: page did not load'));
  return window;
}
