/** The page's end of what it says to the window around it (contract/desk.ts); in a browser there is none. */
import { toPageSchema, type FromPage, type Notice } from '../../contract/desk.ts';
import { createStore, type Store } from '../data/store.ts';
import type { Port } from '../transport/port-transport.ts';

export interface Desk {
  /** The port of the window, anew after each loss. */
  attach(port: Port): void;
  /** What can be done now and whether somebody is in a call are told again to a window that comes back. */
  tell(message: FromPage): void;
  /** Hears what was chosen in the menu, until the returned function is called. */
  listen(run: (id: string) => void): () => void;
  /** The CRM's number of a donor to be opened. */
  readonly link: Store<number | null>;
  readonly notice: Store<Notice | null>;
}

export function createDesk(): Desk {
  const listeners = new Set<(id: string) => void>();
  const kept = new Map<FromPage['kind'], FromPage>();
  const link = createStore<number | null>(null);
  const notice = createStore<Notice | null>(null);
  let port: Port | null = null;

  const hear = (data: unknown): void => {
    const message = toPageSchema.safeParse(data);
    if (!message.success) return;
    switch (message.data.kind) {
      case 'run':
        for (const listener of listeners) listener(message.data.id);
        return;
      case 'link':
        link.set(message.data.crmId);
        return;
      case 'notice':
        notice.set(message.data.notice);
    }
  };

  return {
    attach(attached) {
      port = attached;
      attached.addEventListener('message', ({ data }) => hear(data));
      attached.start();
      for (const message of kept.values()) port.postMessage(message);
    },
    tell(message) {
      if (message.kind === 'menu' || message.kind === 'in-call') kept.set(message.kind, message);
      port?.postMessage(message);
    },
    listen(run) {
      listeners.add(run);
      return () => void listeners.delete(run);
    },
    link,
    notice,
  };
}
