/** Writes down that a part of the program ended, in the words of crash-report.ts. */
import { keepCrashReport, wordOf, type CrashReport } from '../launch/crash-report.ts';
import type { HostLog } from '../launch/host-log.ts';

export interface CrashNotesOptions {
  readonly profileDirectory: string;
  /** Milliseconds since 1970. */
  readonly wallClock: () => number;
  readonly version: string;
  readonly system: string;
  readonly log: HostLog;
}

export type CrashNotes = (part: CrashReport['part'], reason: string, code?: number | null) => void;

/** Processes of Chromium, as it calls them; all others are helpers. */
export function partOf(type: string): CrashReport['part'] {
  return type === 'GPU' ? 'graphics' : 'helper';
}

export function createCrashNotes({ profileDirectory, wallClock, version, system, log }: CrashNotesOptions): CrashNotes {
  return (part, reason, code = null) => {
    if (reason === 'clean-exit') return;
    log.error({ part, reason: wordOf(reason), code: code ?? '' }, 'desktop: ended unexpectedly');
    const at = new Date(wallClock()).toISOString();
    keepCrashReport(profileDirectory, { at, part, reason: wordOf(reason), code, places: [], version, system });
  };
}
