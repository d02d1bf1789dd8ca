/** The tables of the programmes, as Kysely sees them. What they mean stands in migration 0090. */
import type { Generated } from 'kysely';
import type { CalendarDay, Instant } from '../domain/calendar/day.ts';
import type { ProgrammeId, TaskProgrammeId } from '../domain/programmes/programme-id.ts';

export interface ProgrammeVersionTable {
  readonly number: Generated<number>;
  readonly at: Instant;
  readonly person_id: number;
  /** `ProgrammeSettings` as JSON. */
  readonly settings: string;
  /** The version that this one took back. */
  readonly undoes: number | null;
}

export interface ConsentTable {
  readonly id: Generated<number>;
  readonly donor_id: number;
  readonly person_id: number;
  readonly day: CalendarDay;
  readonly at: Instant;
  readonly words: string;
  readonly source: string;
}

export interface HoldOutTable {
  readonly donor_id: number;
  readonly programme: ProgrammeId;
  readonly is_held: 0 | 1;
  readonly percent: number;
  readonly drawn_at: Instant;
}

export interface JourneyStepTable {
  readonly id: Generated<number>;
  readonly donor_id: number;
  readonly programme: TaskProgrammeId;
  /** "card", "letter", "nothing", "thanked", "verified". */
  readonly what: string;
  readonly day: CalendarDay;
  readonly at: Instant;
  readonly person_id: number;
  readonly undone_at: Instant | null;
  /** The operation that carries it to the CRM; null for what only this workstation has to know. */
  readonly operation_id: string | null;
}
