/**
 * Decides from the head of a request alone what it may reach, before anything of its body is read. Everything that is
 * not on the list is refused.
 *
 * - Host must be ours to the letter: a page of another site whose name was rebound to 127.0.0.1 sends its own name.
 * - Origin and Sec-Fetch-Site must say "our own page": another site, or another port of this machine, is refused.
 * - A body must say its length and be JSON: no chunks (so no request can be smuggled behind another), and no form of
 *   another site, since a form cannot send that type.
 */
import { API_PATHS } from '../../contract/wire.ts';
import type { RendererFile, RendererFiles } from '../launch/renderer-files.ts';

export interface RequestHead {
  readonly method: string;
  /** The target as it stands in the request line, unparsed. */
  readonly target: string;
  /** `1.1`; what a browser speaks to us is nothing else. */
  readonly version: string;
  /** All values of each header, since a second Host or Origin must not hide behind the first. */
  readonly headers: Readonly<Record<string, readonly string[] | undefined>>;
}

export interface OwnAddress {
  /** `127.0.0.1:PORT`. */
  readonly host: string;
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
}

export type Route =
  | { readonly to: 'file'; readonly file: RendererFile }
  | { readonly to: 'session' }
  | { readonly to: 'call' }
  | { readonly to: 'events' };

export interface Refusal {
  readonly status: 400 | 401 | 403 | 404 | 405 | 411 | 413 | 415 | 417 | 421 | 503 | 505;
  readonly refused: string;
  readonly allow?: string;
}

const JSON_TYPE = /^application\/json(?:; ?charset=utf-8)?$/i;
const METHODS = new Set(['GET', 'HEAD', 'POST']);

/** Where a request may go, or why it may not. */
export function guardRequest(head: RequestHead, own: OwnAddress, files: RendererFiles): Route | Refusal {
  return refusalOfSender(head, own) ?? refusalOfFraming(head) ?? routeOf(head, files);
}

export function isRefusal(value: object): value is Refusal {
  return 'refused' in value;
}

function refusalOfSender({ method, headers }: RequestHead, own: OwnAddress): Refusal | null {
  if (!METHODS.has(method)) return { status: 405, refused: 'method', allow: [...METHODS].join(', ') };
  if (!isOnly(headers['host'], [own.host])) return { status: 421, refused: 'host' };
  const needsOrigin = method === 'POST';
  if ((needsOrigin || headers['origin'] !== undefined) && !isOnly(headers['origin'], [own.origin])) {
    return { status: 403, refused: 'origin' };
  }
  const ownSites = needsOrigin ? ['same-origin'] : ['same-origin', 'none'];
  if (headers['sec-fetch-site'] !== undefined && !isOnly(headers['sec-fetch-site'], ownSites)) {
    return { status: 403, refused: 'cross-site' };
  }
  return null;
}

function refusalOfFraming({ method, version, headers }: RequestHead): Refusal | null {
  if (version !== '1.1') return { status: 505, refused: 'version' };
  if (headers['transfer-encoding'] !== undefined) return { status: 400, refused: 'transfer-encoding' };
  const length = headers['content-length'];
  if (method === 'POST') return length?.length === 1 ? null : { status: 411, refused: 'content-length' };
  return length === undefined || isOnly(length, ['0']) ? null : { status: 400, refused: 'body' };
}

function routeOf(head: RequestHead, files: RendererFiles): Route | Refusal {
  const { method, target } = head;
  switch (target) {
    case API_PATHS.session:
      return jsonRoute(head, 'session');
    case API_PATHS.call:
      return jsonRoute(head, 'call');
    case API_PATHS.events:
      return method === 'GET' ? { to: 'events' } : { status: 405, refused: 'method', allow: 'GET' };
    default: {
      const file = files.get(target);
      if (file === undefined) return { status: 404, refused: 'unknown-address' };
      return method === 'POST' ? { status: 405, refused: 'method', allow: 'GET, HEAD' } : { to: 'file', file };
    }
  }
}

function jsonRoute({ method, headers }: RequestHead, to: 'session' | 'call'): Route | Refusal {
  if (method !== 'POST') return { status: 405, refused: 'method', allow: 'POST' };
  const types = headers['content-type'];
  if (types?.length !== 1 || !JSON_TYPE.test(types[0] ?? '')) return { status: 415, refused: 'content-type' };
  return { to };
}

function isOnly(values: readonly string[] | undefined, allowed: readonly string[]): boolean {
  return values?.length === 1 && allowed.includes(values[0] ?? '');
}
