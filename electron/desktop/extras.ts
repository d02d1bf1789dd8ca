/**
 * What else hangs on the desktop: updates, "what is new". Each is an entry of the table that main.ts hands to the shell,
 * and gets what it may use; it imports nothing of Electron that main.ts does not hand it.
 */
import type { Language, Sentence } from '../../domain/language.ts';
import type { HostLog } from '../launch/host-log.ts';

export interface ExtraContext {
  /** Started with as little as possible: an extra then stays away, or does less. */
  readonly isSafe: boolean;
  readonly isPackaged: boolean;
  readonly language: () => Language;
  readonly log: HostLog;
  /** Ends the app in good order, the database closed. */
  readonly quit: () => void;
}

export interface Extra {
  readonly name: string;
  /** Items of the first menu. */
  readonly menu?: readonly { readonly label: Sentence; readonly run: () => void }[];
  /** The window stands there. What it returns is called when the app ends, before the database is closed. */
  begin(context: ExtraContext): (() => void) | undefined;
}

/** One that fails takes nothing along. @returns ends all that began, the last first */
export function beginExtras(extras: readonly Extra[], context: ExtraContext): () => void {
  const ends: (() => void)[] = [];
  for (const extra of extras) {
    attempt(extra.name, context.log, () => {
      const end = extra.begin(context);
      if (end !== undefined) ends.push(() => attempt(extra.name, context.log, end));
    });
  }
  return () => {
    for (const end of ends.toReversed()) end();
  };
}

function attempt(name: string, log: HostLog, work: () => void): void {
  try {
    work();
  } catch (error) {
    log.error({ name, error: error instanceof Error ? error.name : typeof error }, 'desktop: extra failed');
  }
}
