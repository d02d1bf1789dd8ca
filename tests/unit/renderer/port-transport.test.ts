import { describe, expect, it, vi } from 'vitest';
import type { BackendEvent } from '../../../contract/event.ts';
import { UnreachableError } from '../../../renderer/transport/errors.ts';
import { createPortTransport, type Port } from '../../../renderer/transport/port-transport.ts';
import { connectThrough, PORT_MESSAGE } from '../../../renderer/transport/shell-bridge.ts';
import { settle } from './fake-timer.ts';
import { TOPICS } from '../../../contract/event.ts';

class FakePort implements Port {
  readonly sent: { id: number; procedure: string; input: unknown }[] = [];
  readonly listeners = new Map<string, (event: { readonly data: unknown }) => void>();
  isStarted = false;
  postMessage(message: unknown): void {
    this.sent.push(message as FakePort['sent'][number]);
  }
  addEventListener(type: string, listener: (event: { readonly data: unknown }) => void): void {
    this.listeners.set(type, listener);
  }
  start(): void {
    this.isStarted = true;
  }
  receive(data: unknown): void {
    this.listeners.get('message')?.({ data });
  }
  close(): void {
    this.listeners.get('close')?.({ data: null });
  }
}

describe('the port transport', () => {
  it('matches answers with questions, in whatever order they come', async () => {
    const port = new FakePort();
    const transport = createPortTransport(async () => port);
    const first = transport.ask('session.get', {});
    const second = transport.ask('sync.status', {});
    await settle();
    expect(port.isStarted).toBe(true);
    expect(port.sent.map(({ procedure }) => procedure)).toEqual(['session.get', 'sync.status']);
    port.receive({ id: port.sent[1]!.id, answer: { ok: true, value: 2 } });
    port.receive({ id: port.sent[0]!.id, answer: { ok: true, value: 1 } });
    await expect(first).resolves.toEqual({ ok: true, value: 1 });
    await expect(second).resolves.toEqual({ ok: true, value: 2 });
  });

  it('asks for practice, and hears only of that, in a window in which somebody practises', async () => {
    const port = new FakePort();
    const listener = vi.fn<(event: BackendEvent) => void>();
    const transport = createPortTransport(async () => port, true);
    transport.listen(listener);
    void transport.ask('session.get', {});
    await settle();
    expect(port.sent[0]).toMatchObject({ procedure: 'session.get', practice: true });
    port.receive({ event: { changed: ['call'] } });
    port.receive({ event: { changed: ['today'], practice: true } });
    expect(listener).toHaveBeenCalledExactlyOnceWith({ changed: ['today'], practice: true });
  });

  it('leaves out messages that are none', async () => {
    const port = new FakePort();
    const listener = vi.fn<(event: BackendEvent) => void>();
    const transport = createPortTransport(async () => port);
    transport.listen(listener);
    await settle();
    for (const message of [null, 'x', { id: 'one' }, { event: { changed: ['weather'] } }, { id: 1, answer: {} }]) {
      port.receive(message);
    }
    port.receive({ event: { changed: ['call'] } });
    expect(listener).toHaveBeenCalledExactlyOnceWith({ changed: ['call'] });
  });

  it('tells who waits when the port closes, and connects again for the next question', async () => {
    const ports = [new FakePort(), new FakePort()];
    let used = 0;
    const connect = async (): Promise<Port> => ports[used++]!;
    const transport = createPortTransport(connect);
    const lost = transport.ask('session.get', {});
    await settle();
    ports[0]!.close();
    await expect(lost).rejects.toBeInstanceOf(UnreachableError);
    const next = transport.ask('session.get', {});
    await settle();
    ports[1]!.receive({ id: ports[1]!.sent[0]!.id, answer: { ok: true, value: 'back' } });
    await expect(next).resolves.toEqual({ ok: true, value: 'back' });
  });

  it('tells its listeners that everything may have changed when it is connected again', async () => {
    const ports = [new FakePort(), new FakePort()];
    let used = 0;
    const listener = vi.fn<(event: BackendEvent) => void>();
    createPortTransport(async () => ports[used++]!).listen(listener);
    await settle();
    ports[0]!.close();
    await settle();
    expect(listener).toHaveBeenCalledExactlyOnceWith({ changed: [...TOPICS] });
  });

  it('says that it cannot be reached when the shell gives no port, and tries again later', async () => {
    const port = new FakePort();
    let isThere = false;
    const transport = createPortTransport(async () => {
      if (!isThere) throw new Error('no backend');
      return port;
    });
    await expect(transport.ask('session.get', {})).rejects.toBeInstanceOf(UnreachableError);
    isThere = true;
    void transport.ask('session.get', {});
    await settle();
    expect(port.sent).toHaveLength(1);
  });
});

describe('the bridge of the shell', () => {
  function createPage() {
    const listeners = new Set<(event: unknown) => void>();
    const page = {
      addEventListener: (_type: string, listener: (event: unknown) => void) => listeners.add(listener),
      removeEventListener: (_type: string, listener: (event: unknown) => void) => listeners.delete(listener),
    };
    return { page: page as unknown as Window, listeners };
  }
  const port = new FakePort() as unknown as MessagePort;

  it('takes the port that connect answers with', async () => {
    const { page, listeners } = createPage();
    await expect(connectThrough({ connect: async () => port }, page)).resolves.toBe(port);
    expect(listeners.size).toBe(0);
  });

  it('takes the port from a message of the page itself, and from nobody else', async () => {
    const { page, listeners } = createPage();
    const connected = connectThrough({ connect: async () => undefined }, page);
    await settle();
    const stranger = new FakePort();
    const send = (event: object): void => listeners.forEach((listener) => listener(event));
    send({ source: {}, data: PORT_MESSAGE, ports: [stranger] });
    send({ source: page, data: 'something else', ports: [stranger] });
    send({ source: page, data: PORT_MESSAGE, ports: [] });
    send({ source: page, data: PORT_MESSAGE, ports: [port] });
    await expect(connected).resolves.toBe(port);
    expect(listeners.size).toBe(0);
  });

  it('passes on that connecting failed', async () => {
    const { page } = createPage();
    const bridge = { connect: () => Promise.reject(new Error('no backend')) };
    await expect(connectThrough(bridge, page)).rejects.toThrow('no backend');
  });
});
