import { describe, expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY, SECURITY_HEADERS } from '../../../electron/launch/security-headers.ts';
import {
  call,
  PAGE,
  request,
  requestText,
  send,
  signIn,
  startHost,
  type RawAnswer,
  type RequestParts,
} from './support.ts';

const QUESTION = JSON.stringify({ procedure: 'session.get', input: {} });

/** What no answer may lack, and no answer may have. */
function expectGuarded(answer: RawAnswer): void {
  for (const [name, value] of Object.entries(SECURITY_HEADERS))
    expect(answer.headers.get(name.toLowerCase())).toBe(value);
  expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
  expect(answer.text).not.toMatch(/\n {4}at |node:internal|\.ts:\d/);
}

describe('who is let in', () => {
  it('lets our own page in, with every header', async () => {
    const { host } = await startHost();
    const answer = await request(host, {});
    expect(answer.status).toBe(200);
    expect(answer.body).toBe(PAGE);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expectGuarded(answer);
    expect(CONTENT_SECURITY_POLICY).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; /);
  });

  it.each<[string, number, RequestParts]>([
    ['a name rebound to this machine', 421, { headers: { Host: 'evil.example' } }],
    ['our name with another port', 421, { headers: { Host: '127.0.0.1:1' } }],
    ['our name without the port', 421, { headers: { Host: '127.0.0.1' } }],
    ['localhost', 421, { headers: { Host: 'localhost:PORT' } }],
    ['a name that begins like ours', 421, { headers: { Host: '127.0.0.1:PORT.evil.example' } }],
    ['our number in another notation', 421, { headers: { Host: '2130706433:PORT' } }],
    ['an empty Host', 421, { headers: { Host: '' } }],
    ['another origin', 403, { headers: { Origin: 'http://evil.example' } }],
    ['the origin of a file', 403, { headers: { Origin: 'null' } }],
    ['another port of this machine', 403, { headers: { Origin: 'http://127.0.0.1:1' } }],
    ['another site, says the browser', 403, { headers: { 'Sec-Fetch-Site': 'cross-site' } }],
    ['another port, says the browser', 403, { headers: { 'Sec-Fetch-Site': 'same-site' } }],
    ['nonsense about its site', 403, { headers: { 'Sec-Fetch-Site': 'same-origin, none' } }],
  ])('refuses %s for a page, a question and the events', async (_what, status, { headers = {} }) => {
    const { host, backend } = await startHost();
    const cookie = await signIn(host);
    const changed = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value?.replace('PORT', String(host.port)) ?? null]),
    );
    const answers = [
      await request(host, { headers: changed }),
      await call(host, cookie, QUESTION, changed),
      await request(host, { target: '/api/events', headers: { Cookie: cookie, ...changed } }),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(status);
      expect(answer.headers.get('connection')).toBe('close');
      expectGuarded(answer);
    }
    expect(backend.asked).toEqual([]);
  });

  it('refuses a request without Host', async () => {
    const { host } = await startHost();
    const answer = await request(host, { headers: { Host: null } });
    expect(answer.status).toBe(421);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await send(host.port, 'GET / HTTP/1.0\r\n\r\n')).status).toBe(421);
  });

  it.each([
    ['before', (own: string, other: string) => `${other}\r\n${own}`],
    ['behind', (own: string, other: string) => `${own}\r\n${other}`],
  ])('refuses a second Host or Origin %s our own', async (_where, join) => {
    const { host } = await startHost();
    const ownHost = `Host: 127.0.0.1:${host.port}`;
    const page = requestText(host, {}).replace(ownHost, join(ownHost, 'Host: evil.example'));
    expect((await send(host.port, page)).status).toBe(421);
    const ownOrigin = `Origin: ${host.origin}`;
    const question = requestText(host, { method: 'POST', target: '/api/session', body: '{}' });
    expect(
      (await send(host.port, question.replace(ownOrigin, join(ownOrigin, 'Origin: http://evil.example')))).status,
    ).toBe(403);
  });

  it.each<[string, number, NonNullable<RequestParts['headers']>]>([
    ['without Origin', 403, { Origin: null }],
    ['that a person typed', 403, { 'Sec-Fetch-Site': 'none' }],
    ['of a form', 415, { 'Content-Type': 'application/x-www-form-urlencoded' }],
    ['of a form with files', 415, { 'Content-Type': 'multipart/form-data; boundary=x' }],
    ['that calls its JSON plain text', 415, { 'Content-Type': 'text/plain' }],
    ['with two types in one', 415, { 'Content-Type': 'application/json, text/plain' }],
    ['in another character set', 415, { 'Content-Type': 'application/json; charset=utf-7' }],
    ['without a type', 415, { 'Content-Type': null }],
  ])('refuses a question %s', async (_what, status, headers) => {
    const { host, backend } = await startHost();
    const cookie = await signIn(host);
    const answer = await call(host, cookie, QUESTION, headers);
    expect(answer.status).toBe(status);
    expectGuarded(answer);
    expect(backend.asked).toEqual([]);
  });

  it('refuses a question that does not say how long it is', async () => {
    const { host } = await startHost();
    const cookie = await signIn(host);
    const answer = await call(host, cookie, '', { 'Content-Length': null });
    expect(answer.status).toBe(411);
    expectGuarded(answer);
  });

  it('lets in a browser that is too old to say where a request comes from', async () => {
    const { host } = await startHost();
    const cookie = await signIn(host);
    expect((await call(host, cookie, QUESTION, { 'Sec-Fetch-Site': null })).status).toBe(200);
    expect((await request(host, { headers: { 'Sec-Fetch-Site': null } })).status).toBe(200);
  });

  it('listens on 127.0.0.1 alone', async () => {
    const { host } = await startHost();
    await expect(fetch(`http://[::1]:${host.port}/`)).rejects.toThrow('fetch failed');
    await expect(fetch(`http://127.0.0.2:${host.port}/`)).rejects.toThrow('fetch failed');
  });
});

describe('what may be asked for', () => {
  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])('refuses the method %s', async (method) => {
    const { host } = await startHost();
    for (const target of ['/', '/api/call', '/api/events']) {
      const answer = await request(host, { method, target });
      expect(answer.status).toBe(405);
      expect(answer.headers.get('allow')).toBe('GET, HEAD, POST');
      expectGuarded(answer);
    }
  });

  it.each([
    ['POST', '/', 'GET, HEAD'],
    ['GET', '/api/call', 'POST'],
    ['GET', '/api/session', 'POST'],
    ['HEAD', '/api/events', 'GET'],
  ])('refuses %s of %s', async (method, target, allow) => {
    const { host } = await startHost();
    const answer = await request(host, { method, target, ...(method === 'POST' ? { body: '{}' } : {}) });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe(allow);
  });

  it.each(['FOO', 'get', 'G'.repeat(5_000)])('refuses what is no method at all', async (method) => {
    const { host } = await startHost();
    const answer = await request(host, { method });
    expect(answer.status).toBe(400);
    expectGuarded(answer);
  });

  it('opens no tunnel', async () => {
    const { host } = await startHost();
    const answer = await send(host.port, `CONNECT 127.0.0.1:22 HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\n\r\n`);
    expect(answer.status).toBe(400);
    expectGuarded(answer);
  });

  it('does not change to another protocol', async () => {
    const { host } = await startHost();
    const answer = await request(host, {
      headers: {
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Key': 'x',
        'Sec-WebSocket-Version': '13',
        Host: 'evil.example',
      },
    });
    expect(answer.status).toBe(421);
  });

  it.each(['100-continue', 'something-else'])('meets no expectation: %s', async (expectation) => {
    const { host } = await startHost();
    const cookie = await signIn(host);
    const answer = await call(host, cookie, QUESTION, { Expect: expectation });
    expect(answer.status).toBe(417);
    expectGuarded(answer);
  });

  it.each([
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '/%2e%2e%2fpackage.json',
    '/%252e%252e%252fpackage.json',
    '/..%c0%afpackage.json',
    '/..%5cpackage.json',
    '/..\\package.json',
    '/assets/../../package.json',
    '/assets/%2e%2e/index.html',
    '//etc/passwd',
    '/etc/passwd',
    '/./index.html',
    '/assets//index-B2x9QmTf.js',
    '/assets',
    '/assets/',
    '/index.html/',
    '/index.html?x',
    '/index.html%00.js',
    '/INDEX.HTML',
    '/index.htm%6c',
    'index.html',
    'http://127.0.0.1/index.html',
    'file:///etc/passwd',
    '/__proto__',
    '/constructor',
    '/api',
    '/api/',
    '/api/call/',
    '/api/call?x=1',
    '/API/CALL',
  ])('knows no file or question at %s', async (target) => {
    const { host } = await startHost();
    const answer = await request(host, { target });
    expect([400, 404]).toContain(answer.status);
    expect(answer.text).not.toContain('root:');
    expect(answer.text).not.toContain(PAGE);
    expectGuarded(answer);
  });

  it('serves each file of the renderer with its type, and remembers only those that never change', async () => {
    const { host } = await startHost();
    const served = async (target: string): Promise<(string | undefined)[]> => {
      const { headers } = await request(host, { target });
      return [headers.get('content-type'), headers.get('cache-control')];
    };
    const forEver = 'public, max-age=31536000, immutable';
    expect(await served('/index.html')).toEqual(['text/html; charset=utf-8', 'no-store']);
    expect(await served('/assets/index-B2x9QmTf.js')).toEqual(['text/javascript; charset=utf-8', forEver]);
    expect(await served('/assets/index-Zz_1-Abc.css')).toEqual(['text/css; charset=utf-8', forEver]);
    expect(await served('/fonts/a.woff2')).toEqual(['font/woff2', 'no-store']);
  });

  it('answers HEAD without the body', async () => {
    const { host } = await startHost();
    const answer = await request(host, { method: 'HEAD' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-length')).toBe(String(PAGE.length));
    expect(answer.body).toBe('');
  });
});

it('the policy names no source but our own host', () => {
  const directives = CONTENT_SECURITY_POLICY.split('; ').map((directive) => directive.split(' '));
  const sources = directives
    .filter(([name]) => name?.endsWith('-src'))
    .map(([name, ...from]) => [name, from.join(' ')]);
  expect(Object.fromEntries(sources)).toEqual({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'font-src': "'self'",
    'img-src': "'self' data:",
    'connect-src': "'self'",
  });
});
