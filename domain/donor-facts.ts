/** Everything that decides whether a donor is called, gathered by `db/` and judged here. */
import type { Claim } from './claims/claim.ts';
import type { Callback, CallFact, ScheduledCall } from './call-fact.ts';
import type { CalendarDay, Instant } from './calendar/day.ts';
import type { PartOfDay } from './calling-hours/part-of-day.ts';
import type { Gift } from './gift.ts';
import type { Mandate } from './mandate.ts';
import type { E164 } from './phone-number.ts';
import type { RecordRef } from './record-ref.ts';
import type { ProgrammeId, TaskProgrammeId } from './programmes/programme-id.ts';

export interface DonorPhone {
  readonly id: number;
  /** As the CRM keeps it, text around the number included. */
  readonly raw: string;
  readonly isPrimary: boolean;
  /** The valid number in `raw`, null when there is none. */
  readonly number: E164 | null;
  /** A caller recorded that this number is not (or no longer) the donor's. */
  readonly isRecordedWrong: boolean;
}

/** Something that reached the donor, or came from the donor, over any channel. */
export interface ContactMoment {
  readonly id: number;
  readonly day: CalendarDay;
  readonly channel: 'phone' | 'email' | 'post' | 'text' | 'visit';
  /** From the charity to the donor; what the donor sent presses nobody. */
  readonly isOutgoing: boolean;
  /** It thanks: by its subject. */
  readonly isThanks: boolean;
}

/** What a donor did for the charity besides giving, or by whose action the donor came. */
export interface DonorAction {
  readonly day: CalendarDay;
  readonly kind: 'own-action' | 'brought-others' | 'through-friend';
  /** Whose action it was, as visitors of its page read it; absent where only the CRM's words tell of it. */
  readonly whose?: string;
  readonly record: RecordRef;
}

/** Volunteering for the charity, or attending its event (rules-nl.md L2). */
export interface Involvement {
  readonly id: number;
  readonly day: CalendarDay;
  readonly kind: 'volunteer' | 'event';
}

/** Consent to be called, in the donor's own words (rules-nl.md L3, L8). */
export interface Consent {
  readonly id: number;
  readonly day: CalendarDay;
  readonly at: Instant;
  readonly words: string;
  /** Where it was given: "telefoon", "formulier". */
  readonly source: string;
}

/** A step of the journey that is not a call, ticked off here. */
export interface JourneyStep {
  readonly programme: TaskProgrammeId;
  readonly day: CalendarDay;
}

export interface DonorFacts extends SurroundingFacts {
  readonly donorId: number;
  /** Contact id in the CRM; null for a donor from a file. */
  readonly crmId: number | null;
  readonly isDeceased: boolean;
  /** In the CRM's bin, or merged into another contact. */
  readonly isRemoved: boolean;
  /** `do_not_phone` in the CRM, or an objection recorded here and not undone. */
  readonly hasObjected: boolean;
  /** Heard in a call that was not taken back: too young, or unable to decide (rules-nl.md L17). */
  readonly cannotDecide: boolean;
  readonly hasOpenComplaint: boolean;
  readonly phones: readonly DonorPhone[];
  readonly gifts: readonly Gift[];
  readonly mandates: readonly Mandate[];
  readonly calls: readonly CallFact[];
  readonly scheduledCalls: readonly ScheduledCall[];
  /** Of other workstations and people, those that have not ended. */
  readonly claims: readonly Claim[];
  readonly callbacks: readonly Callback[];
}

/** What lies around the gifts and calls of a donor. For most donors there is none of it. */
export interface SurroundingFacts {
  readonly moments: readonly ContactMoment[];
  readonly actions: readonly DonorAction[];
  readonly involvements: readonly Involvement[];
  readonly consents: readonly Consent[];
  readonly steps: readonly JourneyStep[];
  /** Programmes in whose hold-out group the donor was drawn. */
  readonly heldOutOf: readonly ProgrammeId[];
  /** The part of the day that the donor asked for. */
  readonly preferredPart: PartOfDay | null;
  /** `MM-DD`; the year is not kept. */
  readonly birthday: string | null;
  readonly hasEmail: boolean;
  readonly doesNotWantEmail: boolean;
  readonly hasAddress: boolean;
  readonly doesNotWantPost: boolean;
  /** Days on which somebody else was called on this donor's first number. */
  readonly householdCallDays: readonly CalendarDay[];
}

/** A donor of whom nothing of the kind is known. */
export const NO_SURROUNDINGS: SurroundingFacts = {
  moments: [],
  actions: [],
  involvements: [],
  consents: [],
  steps: [],
  heldOutOf: [],
  preferredPart: null,
  birthday: null,
  hasEmail: false,
  doesNotWantEmail: false,
  hasAddress: false,
  doesNotWantPost: false,
  householdCallDays: [],
};

/** Primary first, then by id (call-list-rules.md, `same-number`). */
export function comparePhones(a: DonorPhone, b: DonorPhone): number {
  return Number(b.isPrimary) - Number(a.isPrimary) || a.id - b.id;
}

/** The number to dial first: valid, and not recorded as wrong. Null when there is none. */
export function firstNumberOf(phones: readonly DonorPhone[]): E164 | null {
  return (
    phones.toSorted(comparePhones).find((phone) => phone.number !== null && !phone.isRecordedWrong)?.number ?? null
  );
}
