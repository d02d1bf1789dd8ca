/**
 * Nothing can take the place of the app's page, stand beside it or inside it (Electron security checklist, points
 * 11-14). Set on every web contents that comes into being, so that no window can be forgotten.
 */
import { ownPath } from './app-address.ts';

interface Navigation {
  readonly url: string;
  preventDefault(): void;
}

/** What of Electron's web contents is used. */
export interface GuardableContents {
  on(event: 'will-navigate', listener: (event: Navigation) => void): unknown;
  on(event: 'will-redirect', listener: (event: Navigation) => void): unknown;
  on(event: 'will-frame-navigate', listener: (event: Navigation & { readonly isMainFrame: boolean }) => void): unknown;
  on(event: 'will-attach-webview', listener: (event: { preventDefault(): void }) => void): unknown;
  setWindowOpenHandler(handler: (details: { readonly url: string }) => { action: 'deny' }): void;
}

export interface GuardableApp {
  on(event: 'web-contents-created', listener: (event: unknown, contents: GuardableContents) => void): unknown;
}

/** `openTelephone` gets every address that was refused; it knows which of them are numbers to dial. */
export function guardAllContents(app: GuardableApp, openTelephone: (address: string) => void): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, openTelephone));
}

function guardContents(contents: GuardableContents, openTelephone: (address: string) => void): void {
  const staysHere = (event: Navigation): boolean => {
    if (ownPath(event.url) !== null) return true;
    event.preventDefault();
    return false;
  };
  // Electron asks one of these two first and, once it was refused, not the other: a number is dialled once.
  contents.on('will-navigate', (event) => {
    if (!staysHere(event)) openTelephone(event.url);
  });
  contents.on('will-frame-navigate', (event) => {
    if (!staysHere(event) && event.isMainFrame) openTelephone(event.url);
  });
  contents.on('will-redirect', (event) => void staysHere(event));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openTelephone(url);
    return { action: 'deny' };
  });
}
