/** Serves the built renderer at app://dankbel/, from the same closed list and with the same headers as the loopback host. */
import type { Protocol } from 'electron';
import type { RendererFiles } from '../launch/renderer-files.ts';
import { SECURITY_HEADERS } from '../launch/security-headers.ts';
import { APP_SCHEME, ownPath } from './app-address.ts';

/** Before the app is ready: makes app:// a place with an origin of its own, as trusted as https. */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      // No service workers, no exemption from the policy, no cross-origin requests.
      privileges: { standard: true, secure: true, supportFetchAPI: true },
    },
  ]);
}

export function serveRenderer(protocol: Pick<Protocol, 'handle'>, files: RendererFiles): void {
  protocol.handle(APP_SCHEME, (request) => answer(request, files));
}

function answer({ method, url }: Pick<Request, 'method' | 'url'>, files: RendererFiles): Response {
  if (method !== 'GET' && method !== 'HEAD') return refuse(405);
  const file = files.get(ownPath(url) ?? '');
  if (file === undefined) return refuse(404);
  const headers = { ...SECURITY_HEADERS, 'Content-Type': file.contentType, 'Cache-Control': file.cacheControl };
  return new Response(method === 'HEAD' ? null : new Uint8Array(file.body), { status: 200, headers });
}

function refuse(status: 404 | 405): Response {
  return new Response(null, { status, headers: { ...SECURITY_HEADERS, 'Cache-Control': 'no-store' } });
}
