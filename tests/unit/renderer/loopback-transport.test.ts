import { describe, expect, it, vi } from 'vitest';
import { createClient, FailureError } from '../../../contract/client.ts';
import type { BackendEvent } from '../../../contract/event.ts';
import { DisconnectedError, UnreachableError } from '../../../renderer/transport/errors.ts';
import {
  createLoopbackTransport,
  type EventStream,
  type LoopbackHost,
} from '../../../renderer/transport/loopback-transport.ts';
import { takeToken } from '../../../renderer/transport/token.ts';
import { settle } from './fake-timer.ts';
import { TOPICS } from '../../../contract/event.ts';

type Listener = (message: { readonly data: unknown }) => void;

class FakeStream implements EventStream {
  readyState = 0;
  isClosed = false;
  readonly listeners = new Map<string, Listener>();
  addEventListener(type: string, listener: Listener | (() => void)): void {
    this.listeners.set(type, listener);
  }
  close(): void {
    this.isClosed = true;
  }
  tell(type: 'open' | 'error' | 'message', data: unknown = null): void {
    this.listeners.get(type)?.({ data });
  }
}

function createHost(answer: (path: string, body: unknown) => Response | Error) {
  const asked: { path: string; body: unknown; init: RequestInit }[] = [];
  const streams: FakeStream[] = [];
  const waits: (() => void)[] = [];
  const host: LoopbackHost = {
    fetch: async (path, init) => {
      const body: unknown = JSON.parse(init.body as string);
      asked.push({ path, body, init });
      const response = answer(path, body);
      if (response instanceof Error) throw response;
      return response;
    },
    openEvents: () => {
      const stream = new FakeStream();
      streams.push(stream);
      return stream;
    },
    wait: (_milliseconds, then) => waits.push(then),
  };
  return { host, asked, streams, waits };
}

const ok = (value: unknown): Response => Response.json({ ok: true, value });
const session = (): Response => new Response(null, { status: 204 });

describe('the loopback transport', () => {
  it('begins a session with the token before it asks anything', async () => {
    const { host, asked } = createHost((path) => (path === '/api/session' ? session() : ok({ a: 1 })));
    const transport = createLoopbackTransport(host, 'secret');
    await expect(transport.ask('session.get', {})).resolves.toEqual({ ok: true, value: { a: 1 } });
    expect(asked.map(({ path, body }) => [path, body])).toEqual([
      ['/api/session', { token: 'secret' }],
      ['/api/call', { procedure: 'session.get', input: {} }],
    ]);
    expect(asked[1]!.init.credentials).toBe('same-origin');
  });

  it('asks with the session it has when there is no token', async () => {
    const { host, asked } = createHost(() => ok({}));
    await createLoopbackTransport(host, null).ask('session.get', {});
    expect(asked.map(({ path }) => path)).toEqual(['/api/call']);
  });

  it('knows a page that is no longer connected from a backend that is away', async () => {
    const unknown = createLoopbackTransport(createHost(() => new Response(null, { status: 401 })).host, null);
    await expect(unknown.ask('session.get', {})).rejects.toBeInstanceOf(DisconnectedError);
    const away = createLoopbackTransport(createHost(() => new TypeError('failed to fetch')).host, null);
    await expect(away.ask('session.get', {})).rejects.toBeInstanceOf(UnreachableError);
    const broken = createLoopbackTransport(createHost(() => new Response('oops', { status: 500 })).host, null);
    await expect(broken.ask('session.get', {})).rejects.toBeInstanceOf(UnreachableError);
  });

  it('trusts no answer that does not have the shape of one', async () => {
    for (const body of ['no json', '{"ok":"yes"}', '{"ok":false,"failure":{"code":"boom"}}', 'null']) {
      const transport = createLoopbackTransport(createHost(() => new Response(body)).host, null);
      await expect(transport.ask('session.get', {})).rejects.toBeInstanceOf(UnreachableError);
    }
  });

  it('hands failures of the backend to the client, with their sentence', async () => {
    const failure = { code: 'closed', sentence: { nl: 'Op zondag bellen we niet.', en: 'Not on Sundays.' } };
    const { host } = createHost(() => Response.json({ ok: false, failure }));
    const client = createClient(createLoopbackTransport(host, null));
    const problem = await client.ask('sync.run', {}).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(FailureError);
    expect((problem as FailureError).failure).toEqual(failure);
  });

  it('tells events, and leaves out what is none', async () => {
    const { host, streams } = createHost(() => ok({}));
    const events: BackendEvent[] = [];
    createLoopbackTransport(host, null).listen((event) => events.push(event));
    await settle();
    streams[0]!.tell('open');
    streams[0]!.tell('message', '{"changed":["today"]}');
    streams[0]!.tell('message', '{"changed":["everything"]}');
    streams[0]!.tell('message', 'no json');
    expect(events).toEqual([{ changed: ['today'] }]);
  });

  it('asks for practice, and hears only of that, in a window in which somebody practises', async () => {
    const heard = async (isPractice: boolean): Promise<readonly BackendEvent[]> => {
      const { host, streams, asked } = createHost(() => ok({}));
      const events: BackendEvent[] = [];
      const transport = createLoopbackTransport(host, null, isPractice);
      transport.listen((event) => events.push(event));
      await transport.ask('session.get', {});
      expect(asked[0]!.body).toEqual({
        procedure: 'session.get',
        input: {},
        ...(isPractice ? { practice: true } : {}),
      });
      streams[0]!.tell('open');
      streams[0]!.tell('message', '{"changed":["today"]}');
      streams[0]!.tell('message', '{"changed":["call"],"practice":true}');
      return events;
    };
    expect(await heard(false)).toEqual([{ changed: ['today'] }]);
    expect(await heard(true)).toEqual([{ changed: ['call'], practice: true }]);
  });

  it('counts everything as changed after a gap, and opens a stream that was closed again', async () => {
    const { host, streams, waits } = createHost(() => ok({}));
    const listener = vi.fn<(event: BackendEvent) => void>();
    const stop = createLoopbackTransport(host, null).listen(listener);
    await settle();
    streams[0]!.tell('open');
    expect(listener).not.toHaveBeenCalled();
    streams[0]!.tell('error');
    streams[0]!.tell('open');
    expect(listener).toHaveBeenCalledExactlyOnceWith({ changed: [...TOPICS] });
    streams[0]!.readyState = 2;
    streams[0]!.tell('error');
    waits[0]!();
    expect(streams).toHaveLength(2);
    stop();
    expect(streams[1]!.isClosed).toBe(true);
    waits[0]!();
    expect(streams).toHaveLength(2);
  });
});

describe('the token in the address', () => {
  it('is read once and taken out of the address', () => {
    const replace = vi.fn<(address: string) => void>();
    const beside: string[] = [];
    const also = (address: string): void => void beside.push(address);
    expect(takeToken({ hash: '#token=abc%2B1', pathname: '/', search: '?x=1' }, replace)).toBe('abc+1');
    for (const donor of ['4711', '0', '1e3', '../settings', '4711%2Fx']) {
      takeToken({ hash: `#token=abc&donor=${donor}`, pathname: '/', search: '' }, also);
    }
    expect(beside).toEqual(['/#/donors/crm/4711', '/#/', '/#/', '/#/', '/#/']);
    expect(replace).toHaveBeenCalledExactlyOnceWith('/?x=1#/');
  });

  it.each(['', '#/', '#/call/12', '#token='])('is not there in "%s"', (hash) => {
    const replace = vi.fn<(address: string) => void>();
    expect(takeToken({ hash, pathname: '/', search: '' }, replace)).toBeNull();
    expect(replace).not.toHaveBeenCalled();
  });
});
