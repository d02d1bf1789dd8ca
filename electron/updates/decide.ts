/** When to look for an update, and when one may take the place of the program. Plain functions: everything comes in. */
import type { Instant } from '../../domain/calendar/day.ts';
import type { Sentence } from '../../domain/language.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Not in the first moments, when everybody wants to begin. */
const AFTER_OPENING = 2 * MINUTE;
const EVERY = 6 * HOUR;
/** After a failure sooner, and then ever later. */
const RETRY = [10 * MINUTE, HOUR, 3 * HOUR] as const;

export interface Checks {
  readonly openedAt: Instant;
  /** The last time that was tried; null for never since the program was opened. */
  readonly checkedAt: Instant | null;
  /** Failures in a row. */
  readonly failures: number;
}

export function isTimeToCheck(now: Instant, { openedAt, checkedAt, failures }: Checks): boolean {
  if (checkedAt === null) return since(openedAt, now) >= AFTER_OPENING;
  const pause = failures === 0 ? EVERY : (RETRY[failures - 1] ?? EVERY);
  return since(checkedAt, now) >= pause;
}

/** A clock that was set back counts as long ago: it would keep an update away until it has caught up. */
function since(then: Instant, now: Instant): number {
  const passed = Date.parse(now) - Date.parse(then);
  return passed < 0 ? Infinity : passed;
}

/** What stands in the way of replacing the program now. */
export interface Work {
  /** A passphrase keeps the data shut: nobody can say what waits, and no copy can be made. */
  readonly isSealed: boolean;
  /** Somebody is on the telephone, or has begun a call and not finished it. */
  readonly isInCall: boolean;
  /** Operations that the CRM has not answered. */
  readonly waiting: number;
}

/** Why not now; null when nothing stands in the way. */
export function refuseToInstall({ isSealed, isInCall, waiting }: Work): Sentence | null {
  if (isSealed) {
    return {
      nl: 'Dankbel is vergrendeld. Ontgrendel het eerst, dan kan er een kopie van de gegevens worden gemaakt.',
      en: 'Dankbel is locked. Unlock it first, so that a copy of the data can be made.',
    };
  }
  if (isInCall) {
    return {
      nl: 'Er is nog een gesprek open. Rond het eerst af.',
      en: 'A call is still open. Finish it first.',
    };
  }
  if (waiting > 0) {
    return {
      nl: `Er wacht nog iets op verzending naar het CRM (${waiting}). Zodra dat weg is, kan het.`,
      en: `Something still waits to be sent to the CRM (${waiting}). As soon as that is gone, it can be done.`,
    };
  }
  return null;
}
