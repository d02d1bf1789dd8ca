/**
 * Gives the app's page its port to the backend: to our own page, in the main frame of our own window, and to nobody
 * else (Electron security checklist, point 17). The only message from a page that the main process listens to.
 */
import type { IpcMain, MessageChannelMain, WebContents, WebFrameMain } from 'electron';
import type { HostLog } from '../launch/host-log.ts';
import { APP_ORIGIN, ownPath } from './app-address.ts';
import type { BackendProcess } from './backend-process.ts';
import { CHANNELS } from './channels.ts';

export interface PortsOptions {
  readonly ipcMain: Pick<IpcMain, 'on'>;
  readonly MessageChannelMain: typeof MessageChannelMain;
  readonly backend: Pick<BackendProcess, 'connect'>;
  /** The contents of the app's window; null when there is none. */
  readonly ownContents: () => WebContents | null;
  readonly log: HostLog;
}

/** A page asks again when its port has closed, for instance because the backend was started anew. */
export function handOutPorts({ ipcMain, MessageChannelMain, backend, ownContents, log }: PortsOptions): void {
  ipcMain.on(CHANNELS.connect, ({ senderFrame }) => {
    if (senderFrame === null || !isOwnPage(senderFrame, ownContents())) {
      log.warn({}, 'shell: port refused');
      return;
    }
    const { port1, port2 } = new MessageChannelMain();
    backend.connect(port1);
    senderFrame.postMessage(CHANNELS.port, null, [port2]);
  });
}

/** Two objects may stand for one frame, so they are compared by what identifies it. */
function isOwnPage(frame: WebFrameMain, contents: WebContents | null): boolean {
  if (contents === null || contents.isDestroyed() || frame.isDestroyed()) return false;
  const { mainFrame } = contents;
  const isMainFrame = frame.processId === mainFrame.processId && frame.frameToken === mainFrame.frameToken;
  return isMainFrame && frame.parent === null && frame.origin === APP_ORIGIN && ownPath(frame.url) !== null;
}
