/** What a CRM must be able to do for claims. One without them leaves it to the division of the list. */
import type { Instant } from '../../domain/calendar/day.ts';
import type { MirrorMoment } from '../../db/mirror/records.ts';

/** A claim as the CRM has it, current or not. */
export interface CrmClaim {
  readonly id: string;
  readonly crmId: number;
  /** Empty for one that was written by half. */
  readonly donorCrmIds: readonly number[];
  readonly holderCrmId: number | null;
  readonly endsAt: Instant;
}

export interface LatelyInCrm {
  /** Claims that nobody ended, lowest number first. */
  readonly claims: readonly CrmClaim[];
  /** Calls that Dankbel made, here or elsewhere. */
  readonly calls: readonly MirrorMoment[];
}

export interface NewClaim {
  readonly id: string;
  readonly donorCrmId: number;
  readonly now: Instant;
  readonly endsAt: Instant;
}

export interface ClaimInCrm {
  readonly id: string;
  readonly crmId: number;
}

/** All of these throw CrmFailure when the CRM does not answer. */
export interface ClaimsOfCrm {
  /** Claims and calls together in one question, so that a claim that became a call is never missed between two. */
  readLately(since: Instant): Promise<LatelyInCrm>;
  /** Claims that nobody ended and that were last extended before a moment, oldest first; some at a time. */
  readForgotten(before: Instant): Promise<readonly ClaimInCrm[]>;
  /** The living contact of a donor: after a merge the one that won. Null when there is none. */
  findContact(donorCrmId: number): Promise<number | null>;
  /** @returns the claim's number in the CRM; null where the CRM itself keeps two apart, and somebody else has her (decision 0046) */
  make(claim: NewClaim): Promise<number | null>;
  /** False when somebody ended it meanwhile. */
  extend(claim: ClaimInCrm, now: Instant, endsAt: Instant): Promise<boolean>;
  /** Ending a claim that is no claim any more changes nothing. */
  end(claim: ClaimInCrm): Promise<void>;
  readNames(crmIds: readonly number[]): Promise<ReadonlyMap<number, string>>;
}
