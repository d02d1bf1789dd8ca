/** Which host this page runs in: the Electron shell when its bridge is there, else http on 127.0.0.1. */
import type { Transport } from '../../contract/client.ts';
import { leaveWhenLocked } from './leave-when-locked.ts';
import type { Desk } from '../desk/desk.ts';
import { createLoopbackTransport } from './loopback-transport.ts';
import { createPortTransport } from './port-transport.ts';
import { isPracticeWindow, reopenWindow } from '../data/practice-window.ts';
import { connectThrough } from './shell-bridge.ts';
import { takeToken } from './token.ts';

export function chooseTransport(page: Window, desk: Desk | null): Transport {
  const transport = transportOf(page, desk);
  return isPracticeWindow() ? leaveWhenLocked(transport, () => reopenWindow(false)) : transport;
}

function transportOf(page: Window, desk: Desk | null): Transport {
  const bridge = page.dankbel;
  const isPractice = isPracticeWindow();
  if (bridge !== undefined)
    return createPortTransport(() => connectThrough(bridge, page, (port) => desk?.attach(port)), isPractice);
  const token = takeToken(page.location, (address) => page.history.replaceState(null, '', address));
  return createLoopbackTransport(
    {
      fetch: (path, init) => page.fetch(path, init),
      openEvents: (path) => new EventSource(path),
      wait: (milliseconds, then) => page.setTimeout(then, milliseconds),
    },
    token,
    isPractice,
  );
}
