/**
 * The situations of a first practice evening. The invented donors are known by their number, in the practice CRM and
 * on the workstation alike.
 */
import type { Instant } from '../calendar/day.ts';
import type { ObjectionAnswer } from '../operation.ts';
import type { OutcomeId } from '../outcome.ts';

/** In the order of the list. */
export const SITUATION_IDS = ['happy', 'nobody', 'wrong', 'angry', 'bereaved', 'stop'] as const;
export type SituationId = (typeof SITUATION_IDS)[number];

/** The donor's number in the practice CRM. */
export function donorNumberOf(situation: SituationId): string {
  return `OEFEN-${SITUATION_IDS.indexOf(situation) + 1}`;
}

/** The outcomes that fit what the donor says. Another one is no mistake, only a reason to show how it is taken back. */
export const FITTING: Readonly<Record<SituationId, readonly [OutcomeId, ...OutcomeId[]]>> = {
  happy: ['conversation'],
  nobody: ['no-answer'],
  wrong: ['wrong-number'],
  angry: ['conversation'],
  bereaved: ['deceased'],
  stop: ['objection'],
};

/** What was really done in one of the calls, as far as the guide follows it. */
export interface SituationProgress {
  readonly id: SituationId;
  readonly donorId: number;
  /** The call that is open with this donor; null when there is none. */
  readonly callItemId: number | null;
  /** The donor was dialled in that call. */
  readonly isBegun: boolean;
  readonly objectionAnswer: ObjectionAnswer | null;
  /** Details that were confirmed or corrected. */
  readonly checked: number;
  readonly complaints: number;
  /** The outcome that stands. */
  readonly outcome: OutcomeId | null;
  /** When that outcome was recorded. */
  readonly finishedAt: Instant | null;
  /** An outcome was taken back. */
  readonly hasUndone: boolean;
}
