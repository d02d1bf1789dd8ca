import type { IncomingMessage } from 'node:http';

/** PHP's `post_max_size`: the form of a larger body is dropped, and the request goes on without it. */
const LARGEST_FORM = 8 * 1024 * 1024;
const API = ['civicrm', 'ajax', 'api4'];

/** A request as PHP would see it. */
export interface HttpRequest {
  readonly method: string;
  /** The parts of the path. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
}

/** What the path asks for. */
export type Route =
  | { readonly kind: 'authx' }
  | { readonly kind: 'calls' }
  | { readonly kind: 'call'; readonly entity: string; readonly action: string }
  | { readonly kind: 'nothing' };

async function readBody(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= LARGEST_FORM) chunks.push(chunk);
    else chunks.length = 0;
  }
  return length > LARGEST_FORM ? '' : Buffer.concat(chunks).toString('utf8');
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Doubled and trailing slashes do not matter. */
function partsOf(path: string): readonly string[] {
  return path
    .split('/')
    .filter((part) => part !== '')
    .map(decode);
}

/** Only a form that was sent as a form is one: a body of JSON is not rejected, it is not read (civicrm-api4.md §1). */
function isForm(message: IncomingMessage): boolean {
  const type = message.headers['content-type'] ?? '';
  return message.method === 'POST' && type.toLowerCase().startsWith('application/x-www-form-urlencoded');
}

/** Reads a request to its end. */
export async function readRequest(message: IncomingMessage): Promise<HttpRequest> {
  const body = await readBody(message);
  const [path = '/', query = ''] = (message.url ?? '/').split('?', 2);
  const parameters = new URLSearchParams(query);
  // WordPress without pretty permalinks carries the path in the query.
  const pretty = parameters.get('civiwp') === 'CiviCRM' ? (parameters.get('q') ?? '') : path;
  return {
    method: message.method ?? 'GET',
    path: partsOf(pretty),
    query: parameters,
    form: new URLSearchParams(isForm(message) ? body : ''),
    headers: message.headers,
  };
}

/** What a request asks for, by its path. */
export function routeOf({ path }: HttpRequest): Route {
  if (path.join('/') === 'civicrm/authx/id') return { kind: 'authx' };
  if (!API.every((part, index) => path[index] === part)) return { kind: 'nothing' };
  const [entity = '', action = ''] = path.slice(API.length);
  return entity === '' ? { kind: 'calls' } : { kind: 'call', entity, action };
}

/** A parameter of the request: of the form, else of the query; the last one, when it is given twice. */
export function parameterOf(request: HttpRequest, name: string): string | null {
  return request.form.getAll(name).at(-1) ?? request.query.getAll(name).at(-1) ?? null;
}
