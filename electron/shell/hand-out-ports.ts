/**
 * Gives the app's page its ports, to the backend and to the window around it: to our own page, in the main frame of our
 * own window, and to nobody else (Electron security checklist, point 17). The only message from a page that the main
 * process listens to.
 */
import type { IpcMain, MessageChannelMain, WebContents } from 'electron';
import type { BackendProcess } from '../desktop/backend-process.ts';
import { CHANNELS } from '../desktop/channels.ts';
import type { Desk } from '../desktop/desk.ts';
import { isOwnPage } from '../desktop/own-page.ts';
import type { SpellingRelay } from '../desktop/spelling-relay.ts';
import type { HostLog } from '../launch/host-log.ts';

export interface PortsOptions {
  readonly ipcMain: Pick<IpcMain, 'on'>;
  readonly MessageChannelMain: typeof MessageChannelMain;
  readonly backend: Pick<BackendProcess, 'connect'>;
  readonly desk: Pick<Desk, 'attach'>;
  readonly spelling: Pick<SpellingRelay, 'attach'>;
  /** The contents of the app's window; null when there is none. */
  readonly ownContents: () => WebContents | null;
  readonly log: HostLog;
}

/** A page asks again when its port has closed, for instance because the backend was started anew. */
export function handOutPorts(options: PortsOptions): void {
  const { ipcMain, MessageChannelMain, backend, desk, spelling, ownContents, log } = options;
  ipcMain.on(CHANNELS.connect, ({ senderFrame }) => {
    if (senderFrame === null || !isOwnPage(senderFrame, ownContents())) {
      log.warn({}, 'shell: port refused');
      return;
    }
    const [toBackend, toDesk, toWords] = [new MessageChannelMain(), new MessageChannelMain(), new MessageChannelMain()];
    backend.connect(toBackend.port1);
    senderFrame.postMessage(CHANNELS.port, null, [toBackend.port2, toDesk.port2, toWords.port2]);
    desk.attach(toDesk.port1);
    spelling.attach(toWords.port1);
  });
}
