/** Today's call list: who to call, in which order, and who is left out for which reason. */
import type { DonorFacts } from '../donor-facts.ts';
import type { E164 } from '../phone-number.ts';
import { CALLING_LANES, type CallingLane } from '../programmes/programme-id.ts';
import { evaluate, type Candidate, type ListContext } from './evaluate.ts';
import { compareCandidates } from './order.ts';
import { inOrder, type Suppression, type SuppressionId } from './suppression.ts';

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
  return arrange(candidates.sort(compareCandidates(context.today)), context);
}

/** Who of the candidates, each judged alone, is called. @param ordered in the order of the list */
export function arrange(ordered: readonly Candidate[], context: ListContext): CallList {
  return keepDailyMaximum(holdBackSameNumbers(ordered), context);
}

/** Parts that were asked for before: a list that is kept is asked for many times. */
const parts = new WeakMap<CallList, Map<CallingLane, CallList>>();

/** The part of a list that is for one lane. */
export function ofLane(list: CallList, lane: CallingLane): CallList {
  const known = parts.get(list) ?? new Map<CallingLane, CallList>();
  parts.set(list, known);
  const isOfLane = ({ match }: Candidate): boolean => match.lane === lane;
  const part = known.get(lane) ?? { items: list.items.filter(isOfLane), suppressed: list.suppressed.filter(isOfLane) };
  known.set(lane, part);
  return part;
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
function holdBackSameNumbers(ordered: readonly Candidate[]): CallList {
  const taken = new Set<E164>();
  const items: Candidate[] = [];
  const suppressed: Candidate[] = [];
  for (const candidate of ordered) {
    const { number, suppressions } = candidate;
    const isTaken = number !== null && taken.has(number);
    if (isTaken || suppressions.length > 0) {
      const heldBack = isTaken ? withSuppression(candidate, 'same-number') : candidate;
      suppressed.push(heldBack);
      if (number !== null && heldBack.suppressions.every(({ id }) => id === 'claimed')) taken.add(number);
      continue;
    }
    if (number !== null) taken.add(number);
    items.push(candidate);
  }
  return { items, suppressed };
}

function withSuppression(candidate: Candidate, id: SuppressionId): Candidate {
  const added: Suppression = { id, since: null, record: null };
  return { ...candidate, suppressions: inOrder([...candidate.suppressions, added]) };
}

/** No more on a lane's list than may be called today. Callbacks are always on it: a promise is kept. */
function keepDailyMaximum(list: CallList, { settings, calledToday, today }: ListContext): CallList {
  if (CALLING_LANES.every((lane) => settings.dailyMaximum[lane] === null)) return list;
  const used: Record<CallingLane, number> = { director: 0, caller: 0, ...calledToday };
  const tooMany = new Set<Candidate>();
  for (const item of list.items) {
    const { lane, programme } = item.match;
    const maximum = settings.dailyMaximum[lane];
    if (maximum !== null && programme !== 'callback' && used[lane] >= maximum) tooMany.add(item);
    else used[lane] += 1;
  }
  const heldBack = list.items.filter((item) => tooMany.has(item));
  return {
    items: list.items.filter((item) => !tooMany.has(item)),
    suppressed: [...list.suppressed, ...heldBack.map((item) => withSuppression(item, 'daily-maximum'))].sort(
      compareCandidates(today),
    ),
  };
}
