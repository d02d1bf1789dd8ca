/** What app://dankbel answers: the built renderer, from the same closed list and with the same headers as the loopback host. */
import type { RendererFiles } from '../launch/renderer-files.ts';
import { SECURITY_HEADERS } from '../launch/security-headers.ts';
import { ownPath } from './app-address.ts';

export function answerWithFile({ method, url }: Pick<Request, 'method' | 'url'>, files: RendererFiles): Response {
  if (method !== 'GET' && method !== 'HEAD') return refuse(405);
  const file = files.get(ownPath(url) ?? '');
  if (file === undefined) return refuse(404);
  const headers = { ...SECURITY_HEADERS, 'Content-Type': file.contentType, 'Cache-Control': file.cacheControl };
  return new Response(method === 'HEAD' ? null : new Uint8Array(file.body), { status: 200, headers });
}

function refuse(status: 404 | 405): Response {
  return new Response(null, { status, headers: { ...SECURITY_HEADERS, 'Cache-Control': 'no-store' } });
}
