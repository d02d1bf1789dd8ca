/** How the window is made. */
import { SMALLEST, type PlacedWindow } from './window-state.ts';

/** What the page may do, in Electron's words: nothing. */
export function pagePowers({ preloadPath, isDevelopment }: { preloadPath: string; isDevelopment: boolean }) {
  return {
    preload: preloadPath,
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
    // Ours stands in for it (spelling.ts).
    spellcheck: false,
    devTools: isDevelopment,
  };
}

export function windowLook({ bounds }: Pick<PlacedWindow, 'bounds'>) {
  return {
    title: 'Dankbel',
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    autoHideMenuBar: true,
  };
}
