/** Today's call list: who to call, in which order, and who is left out for which reason. */
import type { DonorFacts } from '../donor-facts.ts';
import type { E164 } from '../phone-number.ts';
import type { CallingLane } from '../programmes/programme-id.ts';
import { evaluate, type Candidate, type ListContext } from './evaluate.ts';
import { compareCandidates } from './order.ts';
import type { SuppressionId } from './suppression.ts';

export interface CallList {
  /** Donors to call, over all calling lanes, in order. */
  readonly items: readonly Candidate[];
  /** Donors who belong to a programme but are not called, in the same order. The first suppression is the reason shown. */
  readonly suppressed: readonly Candidate[];
}

/** Builds the list of all calling lanes together, because two lanes must not ring the same number. */
export function buildCallList(donors: readonly DonorFacts[], context: ListContext): CallList {
  const candidates = donors
    .map((donor) => evaluate(donor, context).candidate)
    .filter((candidate) => candidate !== null);
  return holdBackSameNumbers(candidates.sort(compareCandidates(context.today)));
}

/** The part of a list that is for one lane. */
export function ofLane(list: CallList, lane: CallingLane): CallList {
  const isOfLane = ({ match }: Candidate): boolean => match.lane === lane;
  return { items: list.items.filter(isOfLane), suppressed: list.suppressed.filter(isOfLane) };
}

/** How many donors each first reason leaves out. */
export function countSuppressed(list: CallList): Partial<Record<SuppressionId, number>> {
  const counts: Partial<Record<SuppressionId, number>> = {};
  for (const { suppressions } of list.suppressed) {
    const first = suppressions[0];
    if (first !== undefined) counts[first.id] = (counts[first.id] ?? 0) + 1;
  }
  return counts;
}

/**
 * Of donors with the same number only the first on the list is called. A donor who is left out for a reason of her
 * own is not on the list and holds nobody back: the widow is thanked although her husband's number is hers. One who
 * is only claimed is being called at this moment: her number is in use.
 *
 * @param ordered candidates that were judged one by one, in the order of the list
 */
export function holdBackSameNumbers(ordered: readonly Candidate[]): CallList {
  const taken = new Set<E164>();
  const items: Candidate[] = [];
  const suppressed: Candidate[] = [];
  for (const candidate of ordered) {
    const { number, suppressions } = candidate;
    const isTaken = number !== null && taken.has(number);
    const all = isTaken ? [...suppressions, { id: 'same-number' as const, since: null }] : suppressions;
    if (all.length > 0) {
      suppressed.push({ ...candidate, suppressions: all });
      if (number !== null && all.every(({ id }) => id === 'claimed')) taken.add(number);
      continue;
    }
    if (number !== null) taken.add(number);
    items.push(candidate);
  }
  return { items, suppressed };
}
