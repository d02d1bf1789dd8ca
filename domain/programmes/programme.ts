/** What a programme is: a typed module that says when a donor is on its list, until when, and why. */
import type { CalendarDay, Instant } from '../calendar/day.ts';
import type { DonorFacts } from '../donor-facts.ts';
import type { Giving } from '../giving.ts';
import type { Gift } from '../gift.ts';
import type { Sentence } from '../language.ts';
import type { Cents } from '../money.ts';
import type { Condition } from './condition.ts';
import type { Fields } from './parameters.ts';
import type { CallingLane, ProgrammeId } from './programme-id.ts';
import type { ProgrammeSettings } from './settings.ts';

export interface ProgrammeQuestion {
  readonly today: CalendarDay;
  readonly donor: DonorFacts;
  readonly giving: Giving;
  readonly settings: ProgrammeSettings;
}

/** A donor belongs on a programme's list on a day. */
export interface ProgrammeMatch {
  readonly programme: ProgrammeId;
  readonly lane: CallingLane;
  /** The lowest number wins when several programmes match. */
  readonly priority: number;
  /** The day of what it is about: the gift, day 0 of the journey, the promise. */
  readonly occasion: CalendarDay;
  /** The first day on this list; calls on or after it count for this programme. */
  readonly from: CalendarDay;
  /** The last day on this list; null when it stays until it is done. */
  readonly until: CalendarDay | null;
  readonly due: CalendarDay;
  /** The promised moment, for a callback. */
  readonly dueAt: Instant | null;
  /** What the programme is about; the larger comes first. */
  readonly amount: Cents;
  /** The newest gift of what the programme thanks for: when it failed or was taken back, nobody thanks for it. */
  readonly thanksFor: Gift | null;
  readonly callbackId: number | null;
  /** Why the donor is on the list today. */
  readonly reason: Sentence;
  /** The same for somebody who asks on an earlier day. */
  readonly expectation: (askedOn: CalendarDay) => Sentence;
}

/** What a programme says of a donor on a day. It matches exactly when all its conditions hold: see `condition.ts`. */
export interface Judgement {
  readonly conditions: readonly Condition[];
  readonly match: ProgrammeMatch | null;
}

export interface Programme {
  readonly id: ProgrammeId;
  readonly name: Sentence;
  /** What the call is for, in one line, for the caller. */
  readonly purpose: Sentence;
  /** What a coordinator may change. */
  readonly fields: Fields;
  /** Whether it is done already, and what else stands in the way, is judged elsewhere. */
  judge(question: ProgrammeQuestion): Judgement;
}
