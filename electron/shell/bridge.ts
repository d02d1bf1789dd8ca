/**
 * What the page finds at `window.dankbel` (renderer/transport/shell-bridge.ts): one function that asks for a port to the
 * backend. A port cannot pass through `contextBridge`, so it comes to the page as a message of the page's own window.
 */
import type { IpcRenderer } from 'electron';
import { CHANNELS } from './channels.ts';

export interface Bridge {
  /** A port will come as a message `dankbel:port`. Asked again when that port has closed. */
  connect(): Promise<undefined>;
}

export function createBridge(
  ipc: Pick<IpcRenderer, 'on' | 'send'>,
  page: { readonly location: { readonly origin: string }; readonly postMessage: Window['postMessage'] },
): Bridge {
  ipc.on(CHANNELS.port, ({ ports }) => page.postMessage(CHANNELS.port, page.location.origin, [...ports]));
  return {
    connect: async () => {
      ipc.send(CHANNELS.connect);
      return undefined;
    },
  };
}
