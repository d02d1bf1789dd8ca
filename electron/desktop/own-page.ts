/** Whether a frame is our own page: the main frame of our own window, at our own address. */
import { APP_ORIGIN, APP_PAGE, ownPath } from './app-address.ts';

/** What of Electron's frames is looked at. */
export interface Frame {
  readonly processId: number;
  readonly frameToken: string;
  readonly parent: object | null;
  readonly origin: string;
  readonly url: string;
  isDestroyed(): boolean;
}

export interface Contents {
  readonly mainFrame: Pick<Frame, 'processId' | 'frameToken'>;
  isDestroyed(): boolean;
}

/** Two objects may stand for one frame, so they are compared by what identifies it. */
export function isOwnPage(frame: Frame, contents: Contents | null): boolean {
  if (contents === null || contents.isDestroyed() || frame.isDestroyed()) return false;
  const { mainFrame } = contents;
  const isMainFrame = frame.processId === mainFrame.processId && frame.frameToken === mainFrame.frameToken;
  return isMainFrame && frame.parent === null && frame.origin === APP_ORIGIN && ownPath(frame.url) !== null;
}

/** Paper, a table of results, everything about one donor, a proof: nothing that a system would carry out. */
const OWN_TYPES = new Set(['application/pdf', 'text/csv', 'text/plain', 'application/json']);

/** What our own page made, and nothing that came from elsewhere. Electron asks the person where to save it. */
export function isOwnFile(item: { getURL(): string; getMimeType(): string }): boolean {
  const [type = ''] = item.getMimeType().split(';');
  return item.getURL().startsWith(`blob:${APP_PAGE}`) && OWN_TYPES.has(type.trim());
}
