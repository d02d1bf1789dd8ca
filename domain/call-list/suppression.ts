/** The reasons for which a donor is not on a list, in the order in which the first one is shown (call-list-rules.md). */
import type { CalendarDay } from '../calendar/day.ts';
import type { Claim } from '../claims/claim.ts';

export const SUPPRESSION_IDS = [
  'deceased',
  'removed',
  'objection',
  'no-phone',
  'bad-phone',
  'no-legal-basis',
  'relation-ended',
  'complaint',
  'reversed',
  'cool-down',
  'attempt-today',
  'attempt-pause',
  'attempts-used',
  'promised',
  'scheduled',
  'claimed',
  'same-number',
] as const;
export type SuppressionId = (typeof SUPPRESSION_IDS)[number];

export interface Suppression {
  readonly id: SuppressionId;
  /** The day of what caused it: the conversation, the attempt, the promise, the appointment. Null when it has no day. */
  readonly since: CalendarDay | null;
  /** For `claimed`: by whom, and until when. */
  readonly claim?: Claim;
}
