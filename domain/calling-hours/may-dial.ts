/** Whether a call may be made at this moment: within the hours, or because the donor asked for this one (rules-nl.md L14, L15). */
import type { Instant } from '../calendar/day.ts';
import { isOpenAt, nextOpening, type CallingHours, type NextOpening } from './calling-hours.ts';

/** A promise by which the donor asked for a call at a time of day. */
export interface RequestedCall {
  readonly promisedAt: Instant;
  /** `HH:MM`; null when the donor asked for a day only, which asks for no other hours than the usual. */
  readonly promisedTime: string | null;
}

export type DialPermission =
  | { readonly mayDial: true; readonly because: 'open' | 'requested' }
  | { readonly mayDial: false; readonly next: NextOpening | null };

const MILLISECONDS_OF_A_MINUTE = 60_000;
/** A little early is polite; later than this it is no longer the call that was asked for. */
const MINUTES_EARLY = 15;
const MINUTES_LATE = 120;

export function mayDialAt(now: Instant, hours: CallingHours, requested: RequestedCall | null): DialPermission {
  if (isOpenAt(now, hours)) return { mayDial: true, because: 'open' };
  if (requested !== null && requested.promisedTime !== null) {
    const minutes = (Date.parse(now) - Date.parse(requested.promisedAt)) / MILLISECONDS_OF_A_MINUTE;
    if (minutes >= -MINUTES_EARLY && minutes <= MINUTES_LATE) return { mayDial: true, because: 'requested' };
  }
  return { mayDial: false, next: nextOpening(now, hours) };
}
