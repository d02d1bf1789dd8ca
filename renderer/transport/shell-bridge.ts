/**
 * What the preload script of the Electron shell gives the screens; nothing else crosses from there.
 *
 * Expose it as `window.dankbel`. A MessagePort cannot pass through `contextBridge`, so `connect` may answer with
 * nothing and hand the port over as a message of the page itself:
 * `window.postMessage('dankbel:port', location.origin, [port, desk])`, where `desk` leads to the window itself
 * (contract/desk.ts).
 * `connect` is called again when the port closes, for instance because the backend was started anew.
 *
 * The shell also opens the `tel:` links that the screens follow, and lets a window close although the page asks to
 * stay (`will-prevent-unload`), after it has told the user that a note was not saved yet.
 */
export interface ShellBridge {
  connect(): Promise<MessagePort | undefined>;
}

export const PORT_MESSAGE = 'dankbel:port';

declare global {
  interface Window {
    readonly dankbel?: ShellBridge;
  }
}

/** The port, whichever of the two ways it comes. @param onDesk gets the port to the window itself, which comes beside it */
export function connectThrough(
  bridge: ShellBridge,
  page: Window,
  onDesk: (port: MessagePort) => void = () => undefined,
): Promise<MessagePort> {
  return new Promise((resolve, reject) => {
    const receive = (event: MessageEvent): void => {
      const [port, desk] = event.ports;
      if (event.source !== page || event.data !== PORT_MESSAGE || port === undefined) return;
      page.removeEventListener('message', receive);
      if (desk !== undefined) onDesk(desk);
      resolve(port);
    };
    page.addEventListener('message', receive);
    bridge.connect().then((port) => {
      if (port === undefined) return undefined;
      page.removeEventListener('message', receive);
      return resolve(port);
    }, reject);
  });
}
