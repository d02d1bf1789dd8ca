import { describe, expect, it, vi } from 'vitest';
import {
  call,
  openSocket,
  parseAnswer,
  request,
  requestText,
  send,
  signIn,
  startHost,
  type Running,
} from './support.ts';

const QUESTION = JSON.stringify({ procedure: 'session.get', input: {} });

function listenTo({ host }: Running, cookie: string): ReturnType<typeof openSocket> {
  const stream = openSocket(host.port);
  stream.socket.write(
    requestText(host, { target: '/api/events', headers: { Cookie: cookie, Connection: 'keep-alive' } }),
  );
  return stream;
}

describe('slow and many', () => {
  it('closes a connection whose headers do not come', async () => {
    const { host } = await startHost({ headersMilliseconds: 100, requestMilliseconds: 60_000 });
    const slow = openSocket(host.port);
    slow.socket.write('GET / HTTP/1.1\r\nHost: 127.');
    expect(parseAnswer(await slow.closed).status).toBe(408);
  });

  it('closes a connection on which nothing is said', async () => {
    const { host } = await startHost({ headersMilliseconds: 100, requestMilliseconds: 200 });
    expect(parseAnswer(await openSocket(host.port).closed).text).toMatch(/^HTTP\/1\.1 408 |^$/);
  });

  it('closes a connection whose body does not come', async () => {
    const running = await startHost({ headersMilliseconds: 100, requestMilliseconds: 200 });
    const cookie = await signIn(running.host);
    const slow = openSocket(running.host.port);
    const head = { method: 'POST', target: '/api/call', headers: { Cookie: cookie, 'Content-Length': '100' } };
    slow.socket.write(`${requestText(running.host, head)}{"proc`);
    expect(parseAnswer(await slow.closed).status).toBe(408);
    expect(running.backend.asked).toEqual([]);
  });

  it('closes a connection that trickles', async () => {
    const { host } = await startHost({ headersMilliseconds: 100, requestMilliseconds: 200 });
    const slow = openSocket(host.port);
    slow.socket.write('GET / HTTP/1.1\r\n');
    const trickle = setInterval(() => slow.socket.write('X-A: b\r\n'), 10);
    expect(parseAnswer(await slow.closed).status).toBe(408);
    clearInterval(trickle);
  });

  it('refuses headers that are too large', async () => {
    const { host } = await startHost();
    expect((await request(host, { headers: { 'X-Large': 'x'.repeat(9_000) } })).status).toBe(431);
    expect((await request(host, { headers: { Cookie: 'x'.repeat(9_000) } })).status).toBe(431);
    expect((await request(host, { target: `/${'x'.repeat(9_000)}` })).status).toBe(431);
  });

  it('does not let a Host hide behind many headers', async () => {
    const { host } = await startHost();
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`X-${i}`, '1']));
    const text = requestText(host, { headers: { Host: null, ...many, host: 'evil.example' } });
    expect((await send(host.port, text)).status).not.toBe(200);
  });

  it('takes no more connections than it may, and serves again when they are gone', async () => {
    const { host, logged } = await startHost({
      connections: 4,
      headersMilliseconds: 60_000,
      requestMilliseconds: 60_000,
    });
    const held = Array.from({ length: 4 }, () => openSocket(host.port));
    await Promise.all(held.map(({ socket }) => new Promise((resolve) => socket.once('connect', resolve))));
    expect(await openSocket(host.port).closed).toBe('');
    expect(logged).toContainEqual({ level: 'warn', fields: { limit: 4 }, message: 'loopback: too many connections' });
    held.forEach(({ socket }) => socket.destroy());
    await vi.waitFor(async () => expect((await request(host, {})).status).toBe(200));
  });

  it('stays up under a crowd', async () => {
    const { host, backend } = await startHost({ connections: 1_000 });
    const cookie = await signIn(host);
    const answers = await Promise.all(Array.from({ length: 200 }, () => call(host, cookie, QUESTION)));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(backend.asked).toHaveLength(200);
  });
});

describe('events', () => {
  it('reach every window, and stop when it leaves', async () => {
    const running = await startHost();
    const cookie = await signIn(running.host);
    const windows = [listenTo(running, cookie), listenTo(running, cookie)];
    for (const { until } of windows) {
      const { status, headers } = parseAnswer(await until('retry: 1000\n\n'));
      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    }
    running.backend.emit({ changed: ['today', 'sync'] });
    for (const { until } of windows) await until('data: {"changed":["today","sync"]}\n\n');
  });

  it('send a heartbeat when there is nothing to tell', async () => {
    const running = await startHost({ heartbeatMilliseconds: 20 });
    const stream = listenTo(running, await signIn(running.host));
    expect(await stream.until('\n:\n\n')).toContain('200 OK');
  });

  it('have room for a limited number of listeners, and again when one leaves', async () => {
    const running = await startHost({ eventStreams: 2 });
    const cookie = await signIn(running.host);
    const first = listenTo(running, cookie);
    const second = listenTo(running, cookie);
    await Promise.all([first.until('retry'), second.until('retry')]);
    expect(parseAnswer(await listenTo(running, cookie).closed).status).toBe(503);
    first.socket.destroy();
    await vi.waitFor(async () => {
      const third = listenTo(running, cookie);
      await third.until('retry');
    });
  });

  it('are one listener for the backend, and none after the stop', async () => {
    const running = await startHost();
    const cookie = await signIn(running.host);
    const streams = [listenTo(running, cookie), listenTo(running, cookie)];
    await Promise.all(streams.map(({ until }) => until('retry')));
    expect(running.backend.listeners.size).toBe(1);
    await running.host.stop();
    expect(running.backend.listeners.size).toBe(0);
    await Promise.all(streams.map(({ closed }) => closed));
  });

  it('cut off a listener that does not read, and have room again', async () => {
    const running = await startHost({ eventStreams: 1 });
    const cookie = await signIn(running.host);
    const stream = listenTo(running, cookie);
    await stream.until('retry');
    stream.socket.pause();
    const changed = Array.from({ length: 20_000 }, () => 'today' as const);
    await vi.waitFor(async () => {
      for (let i = 0; i < 50; i += 1) running.backend.emit({ changed });
      await listenTo(running, cookie).until('retry');
    });
    expect(running.backend.listeners.size).toBe(1);
  });

  it('end when the listener says something that is no HTTP, with nothing more written into them', async () => {
    const running = await startHost();
    const stream = listenTo(running, await signIn(running.host));
    await stream.until('retry');
    stream.socket.write('this is no request\r\n\r\n');
    expect((await stream.closed).split('HTTP/1.1 ')).toHaveLength(2);
  });
});

describe('the stop', () => {
  it('ends everything at once: silent, slow, listening and asking connections', async () => {
    const running = await startHost({ headersMilliseconds: 60_000, requestMilliseconds: 60_000 });
    const cookie = await signIn(running.host);
    const silent = openSocket(running.host.port);
    const slow = openSocket(running.host.port);
    slow.socket.write('GET / HTTP/1.1\r\nHost');
    const listening = listenTo(running, cookie);
    await listening.until('retry');
    running.backend.answerWith(() => new Promise(() => {}));
    const asking = openSocket(running.host.port);
    asking.socket.write(
      requestText(running.host, { method: 'POST', target: '/api/call', body: QUESTION, headers: { Cookie: cookie } }),
    );
    await vi.waitFor(() => expect(running.backend.asked).toHaveLength(1));

    await Promise.all([running.host.stop(), running.host.stop()]);
    await Promise.all([silent, slow, listening, asking].map(({ closed }) => closed));
    await expect(fetch(running.host.origin)).rejects.toThrow('fetch failed');
  });
});
