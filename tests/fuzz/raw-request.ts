/** Requests as bytes: one that our own page would send, and ways to break it, each of which must keep it out. */
import type { Dice } from './dice.ts';
import { hostileText } from './hostile.ts';

export interface Caller {
  readonly port: number;
  /** What a browser of ours sends as `Cookie`. */
  readonly cookie: string;
}

export interface RawRequest {
  readonly method: string;
  readonly target: string;
  readonly version: string;
  /** Lines as they are written, name and value. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

export function ownRequest({ port, cookie }: Caller, body: string): RawRequest {
  return {
    method: 'POST',
    target: '/api/call',
    version: 'HTTP/1.1',
    headers: [
      ['Host', `127.0.0.1:${port}`],
      ['Origin', `http://127.0.0.1:${port}`],
      ['Sec-Fetch-Site', 'same-origin'],
      ['Content-Type', 'application/json'],
      ['Content-Length', String(Buffer.byteLength(body))],
      ['Cookie', cookie],
    ],
    body,
  };
}

export function bytesOf({ method, target, version, headers, body }: RawRequest): Buffer {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.from(`${method} ${target} ${version}\r\n${lines}\r\n${body}`);
}

type Break = (request: RawRequest, dice: Dice, caller: Caller) => RawRequest;

const set =
  (name: string, ...values: readonly string[]): Break =>
  (request, dice) =>
    withHeader(request, name, dice.pick(values));
const drop =
  (name: string): Break =>
  (request) => ({ ...request, headers: request.headers.filter(([each]) => each !== name) });
/** Beside the right one, before or behind it. */
const add =
  (name: string, ...values: readonly string[]): Break =>
  (request, dice) => {
    const header = [name, dice.pick(values)] as const;
    return { ...request, headers: dice.onceIn(2) ? [header, ...request.headers] : [...request.headers, header] };
  };

function withHeader(request: RawRequest, name: string, value: string): RawRequest {
  return { ...request, headers: request.headers.map((header) => (header[0] === name ? [name, value] : header)) };
}

const METHODS = ['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PATCH', 'CONNECT', 'post', 'PRI', 'P\0ST', ''];
const TARGETS = [
  '/api/call/',
  '//api/call',
  '/api//call',
  '/api/call?x=1',
  '/api/call#x',
  '/API/CALL',
  '/api/./call',
  '/api/x/../call',
  '/api/%63all',
  '/api/call%00',
  'http://127.0.0.1/api/call',
  'http://evil.example/api/call',
  'evil.example:443',
  '*',
  '/api/events',
  '/',
  '/../../../../etc/passwd',
  '/assets/..%2f..%2fpackage.json',
  '/..\\..\\package.json',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/.git/config',
];

/** By what they break. */
export const BREAKS: Readonly<Record<string, readonly Break[]>> = {
  host: [
    drop('Host'),
    set('Host', '', 'evil.example', 'localhost', '127.0.0.1', '127.0.0.1:1', '[::1]:80', '0.0.0.0', 'dankbel.local'),
    (request, _dice, { port }) => withHeader(request, 'Host', `localhost:${port}`),
    (request, _dice, { port }) => withHeader(request, 'Host', `evil.example@127.0.0.1:${port}`),
    (request, _dice, { port }) => withHeader(request, 'Host', `127.0.0.1.:${port}`),
    (request, _dice, { port }) => withHeader(request, 'Host', `127.1:${port}`),
    add('Host', 'evil.example', '127.0.0.1'),
  ],
  origin: [
    drop('Origin'),
    set(
      'Origin',
      'null',
      '',
      'http://evil.example',
      'http://127.0.0.1',
      'http://127.0.0.1:1',
      'app://dankbel',
      'file://',
    ),
    (request, _dice, { port }) => withHeader(request, 'Origin', `https://127.0.0.1:${port}`),
    (request, _dice, { port }) => withHeader(request, 'Origin', `http://127.0.0.1:${port}/`),
    (request, _dice, { port }) => withHeader(request, 'Origin', `http://127.0.0.1:${port}.evil.example`),
    add('Origin', 'http://evil.example', 'null'),
  ],
  site: [
    set('Sec-Fetch-Site', 'cross-site', 'same-site', 'none', '', 'same-origin,cross-site'),
    add('Sec-Fetch-Site', 'cross-site'),
  ],
  cookie: [
    drop('Cookie'),
    set('Cookie', '', ';', 'dankbel=1', 'dankbel-1=abc', '='.repeat(100)),
    (request, dice, { cookie }) => withHeader(request, 'Cookie', cookie.slice(0, -1 - dice.number(20))),
    (request, _dice, { cookie }) => withHeader(request, 'Cookie', `${cookie}A`),
    (request, _dice, { cookie }) => withHeader(request, 'Cookie', cookie.replace('=', '==')),
    (request, _dice, { cookie, port }) => withHeader(request, 'Cookie', cookie.replace(String(port), String(port + 1))),
    (request, _dice, { cookie, port }) => withHeader(request, 'Cookie', `${`dankbel-${port}=x; `.repeat(20)}${cookie}`),
  ],
  type: [
    drop('Content-Type'),
    set(
      'Content-Type',
      '',
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/jsonp',
      'application/json; charset=utf-7',
      'text/plain, application/json',
    ),
    add('Content-Type', 'text/plain'),
  ],
  framing: [
    drop('Content-Length'),
    add('Transfer-Encoding', 'chunked', 'identity', 'gzip, chunked', ' chunked', 'xchunked', 'CHUNKED'),
    add('Transfer-Encoding\t', 'chunked'),
    add('Transfer-Encoding ', 'chunked'),
    add('Content-Length', '0', '1', '5', '999999'),
    set('Content-Length', '+1', '-1', '0x10', '1e3', '1 1', '1,1', '99999999999999999999', ' ', 'NaN'),
    add('X-Folded', 'one\r\n two'),
    add('X-Injected', 'a\nTransfer-Encoding: chunked'),
    add('X-Null', 'a\0b'),
    add('Expect', '100-continue', '999'),
    add('X-Long', 'a'.repeat(20_000)),
    (request) => ({
      ...request,
      headers: [...request.headers, ...Array.from({ length: 3_000 }, (_, n) => [`X${n}`, ''] as const)],
    }),
  ],
  method: [(request, dice) => ({ ...request, method: dice.pick(METHODS) })],
  target: [
    (request, dice) => ({ ...request, target: dice.pick(TARGETS) }),
    (request, dice) => ({ ...request, target: `/${encodeURI(hostileText(dice).slice(0, 300).toWellFormed())}` }),
  ],
  version: [
    (request, dice) => ({ ...request, version: dice.pick(['HTTP/2.0', 'HTTP/0.9', 'HTTP/9.9', 'http/1.1', '']) }),
  ],
};

/** What knocks at a port without knowing what is behind it. */
export const GREETINGS: readonly Buffer[] = [
  Buffer.alloc(0),
  Buffer.from('\r\n\r\n'),
  Buffer.from('SSH-2.0-scan\r\n'),
  Buffer.from('1603010200010001fc0303', 'hex'),
  Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  Buffer.from('GET / HTTP/1.1\r\n\r\n'),
  Buffer.from('GET /\r\n\r\n'),
  Buffer.from('OPTIONS sip:nm SIP/2.0\r\n\r\n'),
  Buffer.from('\u0000'.repeat(100)),
  Buffer.from('ff534d4272000000', 'hex'),
  Buffer.alloc(100_000, 'A'),
  Buffer.from(`GET /${'a'.repeat(20_000)} HTTP/1.1\r\n\r\n`),
];
