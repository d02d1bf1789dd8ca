/** What of Electron is used at all, so that a stand-in can take its place. */
import type * as Electron from 'electron';
import type { Language, Sentence } from '../../domain/language.ts';
import type { StartState } from '../desktop/start-state.ts';

export type UsedElectron = Pick<
  typeof Electron,
  | 'app'
  | 'BrowserWindow'
  | 'dialog'
  | 'ipcMain'
  | 'Menu'
  | 'MessageChannelMain'
  | 'nativeImage'
  | 'Notification'
  | 'powerMonitor'
  | 'protocol'
  | 'safeStorage'
  | 'screen'
  | 'session'
  | 'shell'
  | 'Tray'
  | 'utilityProcess'
>;

/** What was settled before Electron was ready. */
export interface Prepared {
  readonly state: StartState;
  /** Donors that were clicked before there was a window; the last one counts. */
  readonly links: { current: number | null; open: (crmId: number) => void };
}

/** Says in one sentence why it does not go on, and ends. */
export function giveUp(electron: UsedElectron, sentence: Sentence): void {
  electron.dialog.showErrorBox('Dankbel', sentence[languageOf(electron)]);
  electron.app.exit(1);
}

/** Dutch, unless the system speaks English: what the user chose lies in a database that may not be open yet. */
export function languageOf({ app }: Pick<UsedElectron, 'app'>): Language {
  return app.getLocale().startsWith('en') ? 'en' : 'nl';
}
