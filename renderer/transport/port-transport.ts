/** Reaches the backend through a MessagePort of the Electron shell (contract/wire.ts, Electron host). */
import type { Transport } from '../../contract/client.ts';
import { TOPICS, type BackendEvent } from '../../contract/event.ts';
import type { Answer } from '../../contract/failure.ts';
import { portMessageSchema, type PortRequest } from '../../contract/wire.ts';
import { UnreachableError } from './errors.ts';

/** As much of a MessagePort as is used here. */
export interface Port {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: 'close', listener: () => void): void;
  start(): void;
}

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** @param isPractice somebody practises in this window: it asks for that, and hears only of that */
export function createPortTransport(connect: () => Promise<Port>, isPractice = false): Transport {
  const listeners = new Set<(event: BackendEvent) => void>();
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let wasConnected = false;
  let connection: Promise<Port> | null = null;

  const tell = (event: BackendEvent): void => {
    for (const listener of listeners) listener(event);
  };

  const receive = (data: unknown): void => {
    const message = portMessageSchema.safeParse(data);
    if (!message.success) return;
    if ('event' in message.data) {
      if ((message.data.event.practice === true) === isPractice) tell(message.data.event);
      return;
    }
    waiting.get(message.data.id)?.resolve(message.data.answer);
    waiting.delete(message.data.id);
  };

  const lose = (): void => {
    connection = null;
    for (const { reject } of waiting.values()) reject(new UnreachableError('the backend closed the port'));
    waiting.clear();
  };

  const open = async (): Promise<Port> => {
    const port = await connect();
    port.addEventListener('message', ({ data }) => receive(data));
    port.addEventListener('close', () => {
      lose();
      // So that screens learn of the new backend without being touched.
      if (listeners.size > 0) void reconnect();
    });
    port.start();
    if (wasConnected) tell({ changed: [...TOPICS] });
    wasConnected = true;
    return port;
  };

  const connected = (): Promise<Port> => {
    connection ??= open().catch((error: unknown) => {
      connection = null;
      throw new UnreachableError('the shell gave no port', { cause: error });
    });
    return connection;
  };

  const reconnect = async (): Promise<void> => {
    try {
      await connected();
    } catch {
      // The next question tries again, and shows it when that fails too.
    }
  };

  return {
    async ask(procedure, input) {
      const port = await connected();
      lastId += 1;
      const request: PortRequest = { id: lastId, procedure, input, ...(isPractice ? { practice: true } : {}) };
      return new Promise((resolve, reject) => {
        waiting.set(request.id, { resolve, reject });
        port.postMessage(request);
      });
    },
    listen(listener) {
      listeners.add(listener);
      void reconnect();
      return () => listeners.delete(listener);
    },
  };
}
