/** Which host this page runs in: the Electron shell when its bridge is there, else http on 127.0.0.1. */
import type { Transport } from '../../contract/client.ts';
import { leaveWhenLocked } from './leave-when-locked.ts';
import { createLoopbackTransport } from './loopback-transport.ts';
import { createPortTransport } from './port-transport.ts';
import { isPracticeWindow, reopenWindow } from '../data/practice-window.ts';
import { connectThrough } from './shell-bridge.ts';
import { takeToken } from './token.ts';

export function chooseTransport(page: Window): Transport {
  const transport = transportOf(page);
  return isPracticeWindow() ? leaveWhenLocked(transport, () => reopenWindow(false)) : transport;
}

function transportOf(page: Window): Transport {
  const bridge = page.dankbel;
  const isPractice = isPracticeWindow();
  if (bridge !== undefined) return createPortTransport(() => connectThrough(bridge, page), isPractice);
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
