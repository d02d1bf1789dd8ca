/** Everything that decides whether a donor is called, gathered by `db/` and judged here. */
import type { Claim } from './claims/claim.ts';
import type { Callback, CallFact, ScheduledCall } from './call-fact.ts';
import type { Gift } from './gift.ts';
import type { Mandate } from './mandate.ts';
import type { E164 } from './phone-number.ts';

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

export interface DonorFacts {
  readonly donorId: number;
  /** Contact id in the CRM; null for a donor from a file. */
  readonly crmId: number | null;
  readonly isDeceased: boolean;
  /** In the CRM's bin, or merged into another contact. */
  readonly isRemoved: boolean;
  /** `do_not_phone` in the CRM, or an objection recorded here and not undone. */
  readonly hasObjected: boolean;
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

/** Primary first, then by id (call-list-rules.md, `same-number`). */
export function comparePhones(a: DonorPhone, b: DonorPhone): number {
  return a.isPrimary === b.isPrimary ? a.id - b.id : a.isPrimary ? -1 : 1;
}

/** The number to dial first: valid, and not recorded as wrong. Null when there is none. */
export function firstNumberOf(phones: readonly DonorPhone[]): E164 | null {
  return (
    phones.toSorted(comparePhones).find((phone) => phone.number !== null && !phone.isRecordedWrong)?.number ?? null
  );
}
