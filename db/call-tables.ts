/** The tables of a call and what came of it, as Kysely sees them. What they mean stands in the migrations. */
import type { Generated } from 'kysely';
import type { CalendarDay, Instant } from '../domain/calendar/day.ts';
import type { CheckMethod, DetailField } from '../domain/correction.ts';
import type { Emotion, FollowUpKind, ObjectionAnswer, Thumb } from '../domain/operation.ts';
import type { OutcomeId } from '../domain/outcome.ts';
import type { CallingLane, ProgrammeId } from '../domain/programmes/programme-id.ts';

export interface CallItemTable {
  readonly id: Generated<number>;
  readonly donor_id: number;
  readonly person_id: number;
  readonly lane: CallingLane;
  readonly programme: ProgrammeId;
  readonly promised_in: ProgrammeId | null;
  readonly callback_id: number | null;
  readonly list_day: CalendarDay;
  readonly amount: number;
  readonly reason: string;
  readonly state: 'open' | 'done';
  readonly opened_at: Instant;
  readonly started_at: Instant | null;
  readonly number: string | null;
  readonly notes: string;
  readonly notes_saved_at: Instant | null;
  readonly objection_answer: ObjectionAnswer | null;
  readonly emotion: Emotion | null;
  readonly thumb: Thumb | null;
  /** How likely the donor is to recommend the charity: 0 to 10. */
  readonly nps: number | null;
  /** Hashes of what was shown of the donor when the call was opened, by field; null when nothing was known. */
  readonly seen_details: string | null;
  /** The version of the programme settings that the call began with; null for the defaults. */
  readonly programme_version: number | null;
  /** `LegalBasis` as JSON: why this donor might be called then. */
  readonly legal_basis: string | null;
}

export interface AttemptTable {
  readonly id: string;
  readonly donor_id: number;
  readonly call_item_id: number | null;
  readonly person_id: number;
  readonly lane: CallingLane;
  readonly programme: ProgrammeId;
  readonly promised_in: ProgrammeId | null;
  readonly outcome: OutcomeId;
  readonly day: CalendarDay;
  readonly at: Instant;
  readonly duration_seconds: number;
  readonly number: string | null;
  readonly notes: string;
  readonly objection_answer: ObjectionAnswer | null;
  readonly emotion: Emotion | null;
  readonly thumb: Thumb | null;
  /** How likely the donor is to recommend the charity: 0 to 10. */
  readonly nps: number | null;
  readonly callback_id: number | null;
  readonly undone_at: Instant | null;
  readonly programme_version: number | null;
  readonly legal_basis: string | null;
}

/** A detail that the donor said is right. */
export interface DetailCheckTable {
  readonly call_item_id: number;
  readonly detail: string;
  readonly at: Instant;
  readonly method: CheckMethod | null;
}

export interface CallbackTable {
  readonly id: Generated<number>;
  readonly donor_id: number;
  readonly attempt_id: string;
  readonly lane: CallingLane;
  readonly promised_in: ProgrammeId;
  readonly amount: number;
  readonly promised_day: CalendarDay;
  readonly promised_at: Instant;
  readonly promised_time: string | null;
  readonly person_id: number | null;
  readonly made_at: Instant;
  readonly closed_by: string | null;
}

export interface CorrectionTable {
  /** The id of the operation that carries it. */
  readonly id: string;
  readonly donor_id: number;
  readonly call_item_id: number | null;
  readonly person_id: number;
  readonly detail: string;
  readonly field: DetailField;
  readonly body: string;
  readonly checked_by: CheckMethod;
  readonly at: Instant;
  readonly undone_at: Instant | null;
}

export interface ObjectionTable {
  /** The id of the operation that carries it. */
  readonly id: string;
  readonly donor_id: number;
  readonly call_item_id: number | null;
  /** The attempt whose outcome it was; null when it was recorded during the call. */
  readonly attempt_id: string | null;
  readonly person_id: number;
  readonly at: Instant;
  readonly undone_at: Instant | null;
}

export interface WrongNumberTable {
  readonly attempt_id: string;
  readonly donor_id: number;
  readonly number: string;
}

export interface FollowUpTable {
  readonly id: Generated<number>;
  readonly donor_id: number;
  readonly call_item_id: number | null;
  readonly attempt_id: string | null;
  readonly person_id: number;
  readonly kind: FollowUpKind;
  readonly text: string;
  readonly at: Instant;
  /** Answered, done, or taken back; only what was answered has `answered_at`. */
  readonly closed_at: Instant | null;
  /** Of the settings, as they were then; null for none. */
  readonly topic: string | null;
  /** Null when nobody of this workstation has the name. */
  readonly assignee_id: number | null;
  /** Who can answer; empty: a coordinator decides. */
  readonly assignee_name: Generated<string>;
  readonly due_day: CalendarDay | null;
  readonly project: string | null;
  readonly answer: string | null;
  readonly answered_at: Instant | null;
  readonly answered_by: number | null;
  /** The moment in the CRM that carries the answer. */
  readonly operation_id: string | null;
}
