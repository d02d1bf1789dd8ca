import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../../electron/loopback/read-json.ts';
import { call, openSocket, parseAnswer, requestText, send, signIn, startHost } from './support.ts';

const QUESTION = JSON.stringify({ procedure: 'session.get', input: {} });
const MEGABYTE = 1024 * 1024;

describe('a question', () => {
  it('reaches the backend as it was sent, and its answer comes back', async () => {
    const { host, backend, logged } = await startHost();
    const cookie = await signIn(host);
    const input = { notes: 'Ze zei: "Dank u wel 🌷"\u0000\u202e' };
    const answer = await call(host, cookie, JSON.stringify({ procedure: 'call.saveNotes', input }));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(JSON.parse(Buffer.from(answer.body, 'latin1').toString('utf8'))).toEqual({ ok: true, value: input });
    expect(backend.asked).toEqual([{ procedure: 'call.saveNotes', input }]);
    expect(logged).toContainEqual({
      level: 'info',
      fields: { procedure: 'call.saveNotes', answer: 'ok', milliseconds: 0 },
      message: 'loopback: call',
    });
  });

  it('writes no name into the log that is not a procedure', async () => {
    const { host, logged } = await startHost();
    const cookie = await signIn(host);
    await call(host, cookie, JSON.stringify({ procedure: 'mevrouw Jansen, 06 12345678', input: {} }));
    expect(logged.at(-1)?.fields['procedure']).toBe('unknown');
    expect(JSON.stringify(logged)).not.toContain('Jansen');
  });

  it.each([
    ['is no JSON', '{"procedure":'],
    ['is empty', ''],
    ['is a list', '[]'],
    ['is null', 'null'],
    ['has a procedure that is no text', '{"procedure":1,"input":{}}'],
    ['has a procedure that is too long', JSON.stringify({ procedure: 'x'.repeat(65), input: {} })],
    ['reaches for the prototype', '{"procedure":"session.get","input":{"__proto__":{"polluted":true}}}'],
    ['reaches for it at the top', '{"__proto__":{"procedure":"x"},"procedure":"session.get","input":{}}'],
    ['writes that name in code points', '{"procedure":"session.get","input":{"\\u005f_proto__":1}}'],
    ['reaches through the constructor', '{"procedure":"session.get","input":{"constructor":{"prototype":{}}}}'],
    ['is nested without end', `{"procedure":"session.get","input":${'['.repeat(400_000)}${']'.repeat(400_000)}}`],
  ])('is refused when it %s', async (_what, body) => {
    const { host, backend } = await startHost();
    const cookie = await signIn(host);
    const answer = await call(host, cookie, body);
    expect(answer.status).toBe(400);
    expect(backend.asked).toEqual([]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('is refused when its bytes are no UTF-8', async () => {
    const { host } = await startHost();
    const cookie = await signIn(host);
    const body = Buffer.from('{"procedure":"session.get","input":"\u00c0\u00af"}', 'latin1');
    const headers = { Cookie: cookie, 'Content-Length': String(body.length) };
    const head = requestText(host, { method: 'POST', target: '/api/call', headers });
    expect((await send(host.port, head, body)).body).toBe('{"refused":"json"}');
  });

  it('may be one megabyte and not one byte more', async () => {
    const { host, backend } = await startHost();
    const cookie = await signIn(host);
    const around = JSON.stringify({ procedure: 'session.get', input: '' }).length;
    const ofSize = (size: number): string =>
      JSON.stringify({ procedure: 'session.get', input: 'x'.repeat(size - around) });
    expect((await call(host, cookie, ofSize(MEGABYTE))).status).toBe(200);
    expect((await call(host, cookie, ofSize(MEGABYTE + 1))).status).toBe(413);
    expect(backend.asked).toHaveLength(1);
  });

  it('ends the connection when it promises more than it may, without waiting for it', async () => {
    const { host } = await startHost({ requestMilliseconds: 60_000 });
    const cookie = await signIn(host);
    const endless = openSocket(host.port);
    endless.socket.write(
      requestText(host, {
        method: 'POST',
        target: '/api/call',
        headers: { Cookie: cookie, 'Content-Length': String(1024 ** 4) },
        body: 'x'.repeat(2 * MEGABYTE),
      }),
    );
    expect(parseAnswer(await endless.closed).status).toBe(413);
  });

  it('of a stranger is not read at all', async () => {
    const { host } = await startHost({ requestMilliseconds: 60_000 });
    const stranger = openSocket(host.port);
    stranger.socket.write(
      requestText(host, { method: 'POST', target: '/api/call', headers: { 'Content-Length': '1000' } }),
    );
    expect(parseAnswer(await stranger.closed).status).toBe(401);
  });

  it('is counted while it is read, whatever it said about its length', async () => {
    const pieces = Readable.from([Buffer.alloc(600), Buffer.alloc(600), Buffer.alloc(600)]);
    expect(await readJson(pieces, 1_000)).toEqual({ status: 413, refused: 'body-too-large' });
  });

  it('that fails in us says nothing about how', async () => {
    const { host, backend, logged } = await startHost();
    const cookie = await signIn(host);
    backend.answerWith(() => Promise.reject(new TypeError('mevrouw Jansen is undefined')));
    const answer = await call(host, cookie, QUESTION);
    expect(answer.status).toBe(500);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, failure: { code: 'unexpected' } });
    expect(answer.text + JSON.stringify(logged)).not.toContain('Jansen');
    expect(logged.at(-1)).toMatchObject({ level: 'error', fields: { error: 'TypeError' } });
  });
});

describe('a request inside a request', () => {
  const hidden = (port: number): string =>
    `GET /index.html HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`;
  const answersIn = (text: string): number => text.split('HTTP/1.1 ').length - 1;

  it.each<[string, Record<string, string>]>([
    ['a length and chunks', { 'Content-Length': '4', 'Transfer-Encoding': 'chunked' }],
    ['chunks alone', { 'Transfer-Encoding': 'chunked' }],
    ['chunks in other letters', { 'Transfer-Encoding': 'Chunked' }],
    ['an encoding of another name', { 'Transfer-Encoding': 'xchunked' }],
    ['two encodings', { 'Transfer-Encoding': 'identity, chunked' }],
    ['a header that ends in a space', { 'Transfer-Encoding ': 'chunked' }],
    ['a length that is no number', { 'Content-Length': '+4' }],
    ['a length in another notation', { 'Content-Length': '0x4' }],
    ['two lengths in one', { 'Content-Length': '4, 30' }],
  ])('is not seen behind %s', async (_what, headers) => {
    const { host, backend } = await startHost();
    const cookie = await signIn(host);
    const head = requestText(host, {
      method: 'POST',
      target: '/api/call',
      headers: { Cookie: cookie, Connection: 'keep-alive', ...headers },
    });
    const answer = await send(host.port, `${head}0\r\n\r\n${hidden(host.port)}`);
    expect([400, 411]).toContain(answer.status);
    expect(answersIn(answer.text)).toBe(1);
    expect(backend.asked).toEqual([]);
  });

  it('is not seen behind two lengths', async () => {
    const { host } = await startHost();
    const head = requestText(host, {
      method: 'POST',
      target: '/api/call',
      body: '{}',
      headers: { Connection: 'keep-alive' },
    });
    const answer = await send(
      host.port,
      head.replace('Content-Length: 2', 'Content-Length: 2\r\nContent-Length: 0') + hidden(host.port),
    );
    expect(answer.status).toBe(400);
    expect(answersIn(answer.text)).toBe(1);
  });

  it.each<[string, Record<string, string>, string]>([
    ['a body', { 'Content-Length': '5' }, '12345'],
    ['chunks', { 'Transfer-Encoding': 'chunked' }, '0\r\n\r\n'],
  ])('is not seen behind a page that was asked for with %s', async (_what, headers, body) => {
    const { host } = await startHost();
    const head = requestText(host, { headers: { Connection: 'keep-alive', ...headers } });
    const answer = await send(host.port, `${head}${body}${hidden(host.port)}`);
    expect(answer.status).toBe(400);
    expect(answersIn(answer.text)).toBe(1);
  });

  it('is not seen behind a refusal', async () => {
    const { host } = await startHost();
    const head = requestText(host, { headers: { Connection: 'keep-alive', Host: 'evil.example' } });
    const answer = await send(host.port, head + hidden(host.port));
    expect(answer.status).toBe(421);
    expect(answersIn(answer.text)).toBe(1);
  });

  it.each([
    ['a refusal', { Host: 'evil.example' }, ''],
    ['chunks', { 'Transfer-Encoding': 'chunked', 'Content-Length': null }, '0\r\n\r\n'],
    ['another that is being answered', {}, ''],
  ])('is not answered behind %s, also when it has all that our own page sends', async (_what, headers, between) => {
    const { host, backend } = await startHost();
    const cookie = await signIn(host);
    const own = { method: 'POST', target: '/api/call', body: QUESTION } as const;
    const first = requestText(host, { ...own, headers: { Cookie: cookie, Connection: 'keep-alive', ...headers } });
    const second = requestText(host, { ...own, headers: { Cookie: cookie } });
    const answer = await send(host.port, first + between + second);
    expect(answersIn(answer.text)).toBe(1);
    expect(backend.asked.length).toBe(answer.status === 200 ? 1 : 0);
  });

  it.each(['0.9', '1.0', '2.0'])('is not answered in HTTP/%s', async (version) => {
    const { host, backend } = await startHost();
    const cookie = await signIn(host);
    const text = requestText(host, {
      method: 'POST',
      target: '/api/call',
      body: QUESTION,
      headers: { Cookie: cookie },
    });
    const answer = await send(host.port, text.replace('HTTP/1.1', `HTTP/${version}`));
    expect(answer.status).toBe(505);
    expect(backend.asked).toEqual([]);
  });

  it.each([
    ['a bare line feed', 'GET / HTTP/1.1\nHost: 127.0.0.1:PORT\n\n'],
    ['a header folded over lines', 'GET / HTTP/1.1\r\nHost:\r\n 127.0.0.1:PORT\r\n\r\n'],
    ['a header with a zero byte', 'GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\u0000evil\r\n\r\n'],
    ['no HTTP', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001'],
    ['the version of tomorrow', 'GET / HTTP/9.9\r\nHost: 127.0.0.1:PORT\r\n\r\n'],
  ])('is not hidden by %s', async (_what, text) => {
    const { host } = await startHost();
    const answer = await send(host.port, text.replace('PORT', String(host.port)));
    expect(answer.status).toBe(400);
    expect(answer.body).toBe('');
  });
});
