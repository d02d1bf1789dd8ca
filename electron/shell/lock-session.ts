/**
 * Takes every power from the pages of a session: Electron grants all permissions unless told otherwise (security
 * checklist, point 5), and our page needs none. It also needs no network: its files come from app://dankbel, its data
 * over a port.
 */
import type { Session } from 'electron';
import { ownPath } from '../desktop/app-address.ts';
import { isOwnFile } from '../desktop/own-page.ts';

export type LockableSession = Pick<
  Session,
  | 'on'
  | 'setBluetoothPairingHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setPermissionRequestHandler'
  | 'setSpellCheckerEnabled'
> & { readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'> };

export function lockSession(session: LockableSession, { isDevelopment }: { isDevelopment: boolean }): void {
  session.setPermissionRequestHandler((_contents, _permission, grant) => grant(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, choose) => choose(null));
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  // Chromium's own would fetch its dictionaries from the internet; ours has them (desktop/spelling.ts).
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event, item) => {
    if (!isOwnFile(item)) event.preventDefault();
  });
  session.webRequest.onBeforeRequest(({ url }, decide) => {
    const isOwn = ownPath(url) !== null || (isDevelopment && url.startsWith('devtools://'));
    decide({ cancel: !isOwn });
  });
}
