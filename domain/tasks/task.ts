/**
 * Work for a donor that is no call: a card or letter, a thank-you e-mail that is missing, details that are doubtful.
 * Each kind has a list of its own, apart from the calling lists; all have the shape of this file, which the screens use.
 */
import type { CalendarDay } from '../calendar/day.ts';
import type { DonorFacts } from '../donor-facts.ts';
import type { Giving } from '../giving.ts';
import type { Sentence } from '../language.ts';
import type { Cents } from '../money.ts';
import type { Condition } from '../programmes/condition.ts';
import type { Fields } from '../programmes/parameters.ts';
import type { TaskLane, TaskProgrammeId } from '../programmes/programme-id.ts';
import type { ProgrammeSettings } from '../programmes/settings.ts';
import type { RecordRef } from '../record-ref.ts';

/** What is to be done. */
export const TASK_KINDS = ['card', 'letter', 'thank-by-email', 'verify-details'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** Why work for a donor is not done now, in the order in which the first is shown. */
export const TASK_SUPPRESSION_IDS = [
  'deceased',
  'removed',
  'complaint',
  'reversed',
  'no-email',
  'email-objection',
  'no-address',
  'post-objection',
  'in-call-today',
] as const;
export type TaskSuppressionId = (typeof TASK_SUPPRESSION_IDS)[number];

export interface TaskSuppression {
  readonly id: TaskSuppressionId;
  readonly record: RecordRef | null;
}

export interface TaskMatch {
  readonly programme: TaskProgrammeId;
  readonly kind: TaskKind;
  readonly lane: TaskLane;
  readonly priority: number;
  /** The day of what it is about. */
  readonly occasion: CalendarDay;
  readonly from: CalendarDay;
  /** The last day on the list; null when it stays until it is done. */
  readonly until: CalendarDay | null;
  readonly due: CalendarDay;
  /** What it is about; a verifier never sees it. */
  readonly amount: Cents;
  readonly reason: Sentence;
  /** Sentences beside the reason: each doubt about the details, for `verify`. */
  readonly points: readonly Sentence[];
}

export interface TaskQuestion {
  readonly today: CalendarDay;
  readonly donor: DonorFacts;
  readonly giving: Giving;
  readonly settings: ProgrammeSettings;
}

export interface TaskJudgement {
  readonly conditions: readonly Condition[];
  /** Exactly when all conditions hold. */
  readonly match: TaskMatch | null;
  readonly suppressions: readonly TaskSuppression[];
}

export interface TaskProgramme<Question extends TaskQuestion = TaskQuestion> {
  readonly id: TaskProgrammeId;
  readonly name: Sentence;
  readonly purpose: Sentence;
  readonly fields: Fields;
  judge(question: Question): TaskJudgement;
}

/** A donor for whom there is work, suppressed or not. */
export interface TaskItem {
  readonly donorId: number;
  readonly tieBreaker: number;
  readonly match: TaskMatch;
  readonly suppressions: readonly TaskSuppression[];
}

export interface TaskList {
  readonly items: readonly TaskItem[];
  readonly suppressed: readonly TaskItem[];
}

/** A match when all conditions hold, and only then. */
export function decideTask(
  conditions: readonly Condition[],
  match: () => TaskMatch | null,
  suppressions: () => readonly (TaskSuppression | null)[],
): TaskJudgement {
  const matched = conditions.every(({ holds }) => holds) ? match() : null;
  const found = matched === null ? [] : suppressions().filter((suppression) => suppression !== null);
  return {
    conditions,
    match: matched,
    suppressions: found.toSorted((a, b) => TASK_SUPPRESSION_IDS.indexOf(a.id) - TASK_SUPPRESSION_IDS.indexOf(b.id)),
  };
}

/** One suppression, when it holds. */
export function suppressedBy(id: TaskSuppressionId, holds: boolean, record: RecordRef | null): TaskSuppression | null {
  return holds ? { id, record } : null;
}

/** What stops all work for a donor. */
export function stopsAll(donor: DonorFacts): readonly (TaskSuppression | null)[] {
  const record = { kind: 'donor', id: donor.donorId } as const;
  return [suppressedBy('deceased', donor.isDeceased, record), suppressedBy('removed', donor.isRemoved, record)];
}
