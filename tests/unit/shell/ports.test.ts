import { MessageChannel, type MessagePort as NodePort } from 'node:worker_threads';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createBridge } from '../../../electron/desktop/bridge.ts';
import { servePort } from '../../../electron/desktop/serve-port.ts';
import { mainPort, recordingLog, standInBackend } from './stand-in-parts.ts';

function channel(): MessageChannel {
  const pair = new MessageChannel();
  onTestFinished(() => {
    pair.port1.close();
    pair.port2.close();
  });
  return pair;
}

/** Collects what comes over a port. */
function listenTo(port: NodePort): unknown[] {
  const messages: unknown[] = [];
  port.on('message', (message) => messages.push(message));
  return messages;
}

describe('servePort', () => {
  it.each([
    ['a text', 'session.get'],
    ['nothing', null],
    ['no number', { id: 'x', procedure: 'session.get', input: {} }],
    ['no procedure', { id: 1, input: {} }],
    ['a long procedure', { id: 1, procedure: 'x'.repeat(65), input: {} }],
  ])('closes the port on which %s comes instead of a question', async (_what, message) => {
    const { port1, port2 } = channel();
    const backend = standInBackend();
    const closed = new Promise((resolve) => port2.once('close', resolve));
    listenTo(port2);
    servePort(mainPort(port1), backend, recordingLog());
    port2.postMessage(message);
    await closed;
    expect(backend.asked).toEqual([]);
  });

  it.each([
    ['fails', () => Promise.reject(new TypeError('mevrouw Jansen'))],
    ['answers with something that cannot be sent', async () => ({ ok: true, value: () => {} }) as const],
  ])('tells nothing of how, when the backend %s', async (_what, ask) => {
    const { port1, port2 } = channel();
    const messages = listenTo(port2);
    const log = recordingLog();
    servePort(mainPort(port1), { ...standInBackend(), ask }, log);
    port2.postMessage({ id: 7, procedure: 'session.get', input: {} });
    await vi.waitFor(() => expect(messages).toHaveLength(1));
    expect(messages[0]).toMatchObject({ id: 7, answer: { ok: false, failure: { code: 'unexpected' } } });
    expect(JSON.stringify([messages, log.lines])).not.toContain('Jansen');
    expect(log.lines[0]?.fields['procedure']).toBe('session.get');
  });

  it('stops listening to the backend when the window is gone', async () => {
    const { port1, port2 } = channel();
    const backend = standInBackend();
    const stop = vi.fn<() => void>();
    servePort(mainPort(port1), { ...backend, listen: () => stop }, recordingLog());
    port2.close();
    await vi.waitFor(() => expect(stop).toHaveBeenCalled());
  });
});

describe('the bridge', () => {
  it('is one function, which asks for a port; the port comes to the own page and to no other origin', async () => {
    const sent: string[] = [];
    const posted: unknown[][] = [];
    const kept: unknown[] = [];
    let deliver: (event: { ports: readonly unknown[] }) => void = () => {};
    const bridge = createBridge(
      {
        on: (_channel: string, listener: never) => {
          deliver = listener;
        },
        send: (name: string) => void sent.push(name),
      },
      { location: { origin: 'app://dankbel' }, postMessage: (...args: unknown[]) => void posted.push(args) },
      { attach: (port) => void kept.push(port) },
    );
    expect(Object.keys(bridge)).toEqual(['connect']);
    expect(sent).toEqual([]);
    expect(await bridge.connect()).toBeUndefined();
    expect(sent).toEqual(['dankbel:connect']);
    const { port1 } = channel();
    deliver({ ports: [port1] });
    expect(posted).toEqual([['dankbel:port', 'app://dankbel', [port1]]]);
  });
});
