/** A call that was made, as the list rules see it, wherever it was recorded. */
import type { CalendarDay, Instant } from './calendar/day.ts';
import type { Cents } from './money.ts';
import type { CallingLane, ProgrammeId } from './programmes/programme-id.ts';

/**
 * - `conversation`: the programme's step is done, the cool-down starts
 * - `closed`: reached, but no conversation and no new try in this programme (the donor does not want to talk now)
 * - `voicemail-left`, `attempt`: without a conversation; another day, another part of the day
 */
export type CallResult = 'conversation' | 'closed' | 'voicemail-left' | 'attempt';

export interface CallFact {
  readonly day: CalendarDay;
  readonly at: Instant;
  readonly result: CallResult;
  /** The programme it was made in; null when the CRM knows the call but not the programme. */
  readonly programme: ProgrammeId | null;
  /** For a call in `callback`: the programme in which the callback was promised. */
  readonly promisedIn: ProgrammeId | null;
}

/** A "Phone Call" that the CRM has in its calendar. */
export interface ScheduledCall {
  readonly day: CalendarDay;
  /** CRM contacts that it is assigned to; empty when it is nobody's in particular. */
  readonly assignees: readonly number[];
}

/** An open promise to call back. */
export interface Callback {
  readonly id: number;
  readonly promisedDay: CalendarDay;
  /** The promised moment. */
  readonly promisedAt: Instant;
  /** Time of day on the wall clock, `HH:MM`; null when only the day was promised. */
  readonly promisedTime: string | null;
  readonly madeAt: Instant;
  readonly lane: CallingLane;
  readonly promisedIn: ProgrammeId;
  /** What that programme was about, which keeps its place in the order. */
  readonly amount: Cents;
  /** Who promised to call; null when anyone may. */
  readonly personId: number | null;
}
