/** The tables of the programmes, as Kysely sees them. What they mean stands in migration 0090. */
import type { Generated } from 'kysely';
import type { CalendarDay, Instant } from '../domain/calendar/day.ts';
import type { Arm } from '../domain/results/achieved/drawn.ts';
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
  /** By chance, whatever was done afterwards; null: tried before the group was opened. */
  readonly arm: Arm | null;
  readonly entered_on: Generated<CalendarDay>;
  readonly is_from_before: 0 | 1 | null;
  /** Of a complaint that retention took away. */
  readonly complained_on: CalendarDay | null;
}

/** Draws of donors who were erased since. */
export interface HoldOutErasedTable {
  readonly programme: ProgrammeId;
  readonly arm: Arm;
  readonly count: number;
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
