/** Which host `npm start` takes, and the line that says so. */
import type { FoundElectron } from './find-electron.ts';

export interface Findings {
  readonly hasDisplay: boolean;
  readonly electron: FoundElectron;
  /** The path of a Chromium-family browser. */
  readonly chromium: string | null;
}

export type ChosenHost =
  | { readonly host: 'electron'; readonly electron: string; readonly line: string }
  | { readonly host: 'app-window'; readonly chromium: string; readonly line: string }
  | { readonly host: 'default-browser'; readonly line: string }
  /** Nothing is opened: the address is printed and the app stays. */
  | { readonly host: 'address'; readonly line: string };

/** Electron, else an app window of Chromium, else the default browser; without a display only the address. */
export function chooseHost({ hasDisplay, electron, chromium }: Findings): ChosenHost {
  if (!hasDisplay) {
    return { host: 'address', line: 'Host: loopback, without a window, because there is no display.' };
  }
  if ('path' in electron) {
    return {
      host: 'electron',
      electron: electron.path,
      line: 'Host: Electron, because its program is on this machine.',
    };
  }
  if (chromium !== null) {
    return {
      host: 'app-window',
      chromium,
      line: `Host: loopback, in an app window of Chromium, because ${electron.reason}.`,
    };
  }
  return {
    host: 'default-browser',
    line: `Host: loopback, in the default browser, because ${electron.reason}, and no Chromium was found.`,
  };
}
