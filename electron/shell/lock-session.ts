/**
 * Takes every power from the pages of a session: Electron grants all permissions unless told otherwise (security
 * checklist, point 5), and our page needs none. It also needs no network: its files come from app://dankbel, its data
 * over a port.
 */
import type { DownloadItem, Session } from 'electron';
import { APP_PAGE, ownPath } from './app-address.ts';

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
  // It would fetch its dictionaries from the internet, and learn the names of donors.
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event, item) => {
    if (!isOwnFile(item)) event.preventDefault();
  });
  session.webRequest.onBeforeRequest(({ url }, decide) => {
    const isOwn = ownPath(url) !== null || (isDevelopment && url.startsWith('devtools://'));
    decide({ cancel: !isOwn });
  });
}

/** Paper, a table of results, everything about one donor, a proof: nothing that a system would carry out. */
const OWN_TYPES = new Set(['application/pdf', 'text/csv', 'text/plain', 'application/json']);

/** What our own page made, and nothing that came from elsewhere. Electron asks the person where to save it. */
function isOwnFile(item: Pick<DownloadItem, 'getURL' | 'getMimeType'>): boolean {
  const [type = ''] = item.getMimeType().split(';');
  return item.getURL().startsWith(`blob:${APP_PAGE}`) && OWN_TYPES.has(type.trim());
}
