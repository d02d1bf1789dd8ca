/** app://dankbel: a place of our own, that only our files are served at. */
import type { Protocol } from 'electron';
import { APP_SCHEME } from '../desktop/app-address.ts';
import { answerWithFile } from '../desktop/renderer-answer.ts';
import type { RendererFiles } from '../launch/renderer-files.ts';

/** Before the app is ready: makes app:// a place with an origin of its own, as trusted as https. */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  // No service workers, no exemption from the policy, no cross-origin requests.
  const privileges = { standard: true, secure: true, supportFetchAPI: true };
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges }]);
}

export function serveRenderer(protocol: Pick<Protocol, 'handle'>, files: RendererFiles): void {
  protocol.handle(APP_SCHEME, (request) => answerWithFile(request, files));
}
