/**
 * What the page finds at `window.dankbel` (renderer/transport/shell-bridge.ts): one function that asks for its ports. A
 * port cannot pass through `contextBridge`, so they come to the page as a message of the page's own window. A third
 * port, for spelling, stays here: Chromium asks this side, and the page has no part in it.
 */
import { CHANNELS } from './channels.ts';
import type { SpellProvider } from './spell-provider.ts';

export interface Bridge {
  /** A port to the backend and one to the window will come as a message `dankbel:port`. Asked again when that has closed. */
  connect(): Promise<undefined>;
}

/** What of Electron's `ipcRenderer` is used. */
export interface Ipc {
  on(channel: string, listener: (event: { readonly ports: readonly MessagePort[] }) => void): unknown;
  send(channel: string): void;
}

export function createBridge(
  ipc: Ipc,
  page: { readonly location: { readonly origin: string }; readonly postMessage: Window['postMessage'] },
  spelling: Pick<SpellProvider, 'attach'>,
): Bridge {
  ipc.on(CHANNELS.port, ({ ports: [backend, desk, words] }) => {
    if (words !== undefined) spelling.attach(words);
    page.postMessage(
      CHANNELS.port,
      page.location.origin,
      [backend, desk].filter((port) => port !== undefined),
    );
  });
  return {
    connect: async () => {
      ipc.send(CHANNELS.connect);
      return undefined;
    },
  };
}
