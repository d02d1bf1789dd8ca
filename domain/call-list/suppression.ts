/**
 * The reasons for which a donor is not on a list, in the order in which the first one is shown
 * (call-list-rules.md). `contact-pressure`, `household-pause` and `daily-maximum` are ours, and off until they are set.
 */
import type { CalendarDay } from '../calendar/day.ts';
import type { Claim } from '../claims/claim.ts';
import type { RecordRef } from '../record-ref.ts';

export const SUPPRESSION_IDS = [
  'deceased',
  'removed',
  'objection',
  'cannot-decide',
  'no-phone',
  'bad-phone',
  'no-legal-basis',
  'relation-ended',
  'complaint',
  'reversed',
  'cool-down',
  'contact-pressure',
  'attempt-today',
  'attempt-pause',
  'household-pause',
  'attempts-used',
  'promised',
  'scheduled',
  'claimed',
  'same-number',
  'held-out',
  'daily-maximum',
] as const;
export type SuppressionId = (typeof SUPPRESSION_IDS)[number];

export interface Suppression {
  readonly id: SuppressionId;
  /** The day of what caused it: the conversation, the attempt, the promise, the appointment. Null when it has no day. */
  readonly since: CalendarDay | null;
  /** For `claimed`: by whom, and until when. */
  readonly claim?: Claim;
  /** What it was seen in; null when it is not one record. */
  readonly record: RecordRef | null;
}

/** In the order of the rules, whatever order they were found in. */
export function inOrder(suppressions: readonly Suppression[]): readonly Suppression[] {
  return suppressions.toSorted((a, b) => SUPPRESSION_IDS.indexOf(a.id) - SUPPRESSION_IDS.indexOf(b.id));
}
