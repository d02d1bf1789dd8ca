/**
 * The main process's end of what it and the page say to each other (contract/desk.ts). What is meant for a page that is
 * not there yet waits: a link until the page has taken it, a notice until it was seen.
 */
import { fromPageSchema, type DeskMenu, type Notice, type ToPage } from '../../contract/desk.ts';
import type { HostLog } from '../launch/host-log.ts';
import type { Port } from './port.ts';

export interface DeskOptions {
  readonly onMenu: (menu: DeskMenu) => void;
  readonly onInCall: (isInCall: boolean) => void;
  readonly log: HostLog;
}

export interface Desk {
  /** A page has come, or come back: its port takes the place of the one before. */
  attach(port: Port): void;
  run(id: string): void;
  /** Another link takes the place of one that was not opened yet. */
  openDonor(crmId: number): void;
  notice(notice: Notice): void;
}

export function createDesk({ onMenu, onInCall, log }: DeskOptions): Desk {
  let current: Port | null = null;
  let link: number | null = null;
  let notice: Notice | null = null;

  const post = (message: ToPage): void => {
    const port = current;
    port?.postMessage(message);
  };

  function hear(port: Port, data: unknown): void {
    const parsed = fromPageSchema.safeParse(data);
    if (!parsed.success) {
      // Our own page says nothing else; whoever does is not listened to any more.
      log.warn({}, 'desk: unreadable');
      port.close();
      if (current === port) current = null;
      return;
    }
    if (current !== port) return;
    switch (parsed.data.kind) {
      case 'menu':
        onMenu(parsed.data);
        return;
      case 'in-call':
        onInCall(parsed.data.isOn);
        return;
      case 'link-taken':
        link = null;
        return;
      case 'notice-seen':
        notice = null;
    }
  }

  return {
    attach(port) {
      current?.close();
      current = port;
      port.on('message', ({ data }) => hear(port, data));
      port.on('close', () => {
        if (current === port) current = null;
      });
      port.start();
      if (notice !== null) post({ kind: 'notice', notice });
      if (link !== null) post({ kind: 'link', crmId: link });
    },
    run: (id) => post({ kind: 'run', id }),
    openDonor(crmId) {
      link = crmId;
      post({ kind: 'link', crmId });
    },
    notice(what) {
      notice = what;
      post({ kind: 'notice', notice: what });
    },
  };
}
