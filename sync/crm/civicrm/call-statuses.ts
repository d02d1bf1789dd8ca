/**
 * Which status of CiviCRM an activity gets. There are few statuses and many outcomes, so the exact outcome stands in
 * the subject, in the first line and in the custom field; the status is only the nearest one. A site that renamed or
 * removed one of the usual statuses says which of its own is meant.
 */
import { OUTCOME_IDS, type OutcomeId } from '../../../domain/outcome.ts';

/** What a status is needed for: an outcome, or a call that was taken back. */
export const STATUS_USES = [...OUTCOME_IDS, 'undone'] as const;
export type StatusUse = OutcomeId | 'undone';

/** What a site says instead of the usual, by name. */
export type StatusMapping = Readonly<Partial<Record<StatusUse, string>>>;

/** The nearest status that a site has, as long as nobody changed the list. */
export const USUAL_STATUSES: Readonly<Record<StatusUse, string>> = {
  conversation: 'Completed',
  refused: 'Completed',
  objection: 'Completed',
  deceased: 'Completed',
  'cannot-decide': 'Completed',
  callback: 'Unreachable',
  'no-answer': 'Unreachable',
  busy: 'Unreachable',
  'voicemail-left': 'Left Message',
  'voicemail-nothing': 'Unreachable',
  'wrong-number': 'Unreachable',
  'not-in-service': 'Unreachable',
  moved: 'Unreachable',
  'other-language': 'Unreachable',
  'other-person': 'Unreachable',
  undone: 'Cancelled',
};

export function statusFor(use: StatusUse, mapping: StatusMapping = {}): string {
  return mapping[use] ?? USUAL_STATUSES[use];
}

/** The uses whose status a site does not have. */
export function usesWithoutStatus(statuses: ReadonlySet<string>, mapping: StatusMapping = {}): readonly StatusUse[] {
  return STATUS_USES.filter((use) => !statuses.has(statusFor(use, mapping)));
}
