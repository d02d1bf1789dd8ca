/** What becomes of our own claims, now that the CRM has said which ones it has. Pure. */
import type { Instant } from '../../domain/calendar/day.ts';
import { firstOfCrossing, isCurrent } from '../../domain/claims/claim.ts';
import type { OperationState } from '../../domain/operation.ts';
import type { ClaimChange, ClaimRow } from '../../db/queries/claims.ts';
import type { ClaimInCrm, CrmClaim } from './claims-of-crm.ts';

export interface ClaimQuestion {
  /** Our own claims, of every state but `theirs`. */
  readonly own: readonly ClaimRow[];
  readonly inCrm: readonly CrmClaim[];
  readonly now: Instant;
  /** State of the operation that an own claim is turned by. */
  readonly operationStates: ReadonlyMap<string, OperationState>;
}

export interface ClaimPlan {
  readonly changes: readonly ClaimChange[];
  /** To be ended in the CRM, so that no claim outlives its reason there. */
  readonly toEnd: readonly ClaimInCrm[];
}

/** So long after its end a claim of somebody else is taken for forgotten: clocks differ, but not by so much. */
const FORGOTTEN_AFTER_MILLISECONDS = 60 * 60_000;

export function planClaims(question: ClaimQuestion): ClaimPlan {
  const { own, inCrm, now } = question;
  const forgotten = theirsAmong(inCrm, own).filter(
    ({ endsAt }) => Date.parse(endsAt) + FORGOTTEN_AFTER_MILLISECONDS < Date.parse(now),
  );
  const plans = own.map((claim) => planOne(claim, question));
  return {
    changes: plans.flatMap(({ changes }) => changes),
    toEnd: [...plans.flatMap(({ toEnd }) => toEnd), ...forgotten.map(({ id, crmId }) => ({ id, crmId }))],
  };
}

function planOne(claim: ClaimRow, question: ClaimQuestion): ClaimPlan {
  const { id } = claim;
  const seen = question.inCrm.filter((each) => each.id === id);
  const whole = firstOfCrossing(seen.filter(({ donorCrmIds }) => donorCrmIds.length > 0));
  // The same claim twice, because its request arrived twice, or by half, because the server failed in the middle.
  const spare = seen.filter((each) => each !== whole).map(({ crmId }) => ({ id, crmId }));
  const crmId = whole?.crmId ?? claim.crm_id;
  const state = stateOf(claim, whole, question);
  const toEnd = state === 'over' && crmId !== null ? [...spare, { id, crmId }] : spare;
  const isSame = state === claim.state && crmId === claim.crm_id;
  return { changes: isSame ? [] : [{ id, state, crm_id: crmId }], toEnd };
}

/** @param there the claim as the CRM has it; null when it has none, or none any more */
function stateOf(claim: ClaimRow, there: CrmClaim | null, question: ClaimQuestion): ClaimRow['state'] {
  const { inCrm, own, now, operationStates } = question;
  switch (claim.state) {
    case 'wanted':
    case 'held': {
      if (!isCurrent({ endsAt: claim.ends_at }, now)) return 'over';
      if (there === null) return claim.state;
      return hasLost(there, theirsAmong(inCrm, own), now) ? 'over' : 'held';
    }
    case 'turning': {
      const operation = operationStates.get(claim.attempt_id ?? '');
      if (operation === 'waiting') return 'turning';
      // The call was sent without it, or will never be sent.
      if (there !== null) return 'over';
      return operation === 'applied' ? 'ended' : 'turning';
    }
    case 'ended':
      // It is there all the same: the CRM answered from before the ending, or the ending was lost.
      return there === null ? 'ended' : 'over';
    case 'over':
    case 'theirs':
      return claim.state;
  }
}

/** Claims that are not of this workstation; the same person may work on two. */
export function theirsAmong(inCrm: readonly CrmClaim[], own: readonly { readonly id: string }[]): readonly CrmClaim[] {
  const ownIds = new Set(own.map(({ id }) => id));
  return inCrm.filter(({ id }) => !ownIds.has(id));
}

/** Somebody else's claim on the same donor has a lower number. */
export function hasLost(mine: CrmClaim, theirs: readonly CrmClaim[], now: Instant): boolean {
  const crossing = theirs.filter(
    (claim) => isCurrent(claim, now) && claim.donorCrmIds.some((donor) => mine.donorCrmIds.includes(donor)),
  );
  return firstOfCrossing([...crossing, mine]) !== mine;
}
