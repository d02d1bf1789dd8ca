/** What the desktop remembers of its starts, in a folder of the profile that is Chromium's as well. */
import { join } from 'node:path';
import type { HostLog } from '../launch/host-log.ts';
import { keptFile, type KeptFile } from './kept-file.ts';
import { beginStart, endStart, safeReason, startsSchema, type SafeReason } from './safe-mode.ts';
import { windowStateSchema, type WindowState } from './window-state.ts';

export interface StartState {
  readonly safe: SafeReason;
  readonly window: KeptFile<WindowState>;
  /** The app ends as it should. */
  endedWell(): void;
}

/** From here on this start counts as a bad one, until it ends well. */
export function beginDesktop(folder: string, options: { now: number; isAsked: boolean; log: HostLog }): StartState {
  const starts = keptFile(join(folder, 'starts.json'), startsSchema, options.log);
  const before = starts.read() ?? [];
  starts.write(beginStart(before, options.now));
  return {
    safe: safeReason(before, options),
    window: keptFile(join(folder, 'window.json'), windowStateSchema, options.log),
    endedWell: () => starts.write(endStart(starts.read() ?? [])),
  };
}
