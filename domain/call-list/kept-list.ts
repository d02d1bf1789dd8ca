/**
 * A call list that is kept: donors are judged one by one as they change, and the list is arranged anew when somebody
 * reads it. It is exactly what `buildCallList` makes of the same donors.
 */
import type { DonorFacts } from '../donor-facts.ts';
import { arrange, type CallList } from './call-list.ts';
import { evaluate, type Candidate, type ListContext } from './evaluate.ts';
import { compareCandidates } from './order.ts';

export interface KeptList {
  /** Judges a donor, or judges her again. */
  judge(donor: DonorFacts): void;
  /** She is gone, or no programme can concern her any more. */
  drop(donorId: number): void;
  readonly list: () => CallList;
  /** Donors who belong to a programme, called or not. */
  readonly donorIds: () => Iterable<number>;
}

export function keepList(context: ListContext): KeptList {
  const candidates = new Map<number, Candidate>();
  /** In the order of the list as it was arranged last, which makes the next sorting short. */
  let ordered: readonly Candidate[] = [];
  const fresh = new Map<number, Candidate>();
  let arranged: CallList | null = null;

  const drop = (donorId: number): void => {
    if (candidates.delete(donorId)) arranged = null;
    fresh.delete(donorId);
  };
  return {
    drop,
    judge: (donor) => {
      drop(donor.donorId);
      const { candidate } = evaluate(donor, context);
      if (candidate === null) return;
      candidates.set(donor.donorId, candidate);
      fresh.set(donor.donorId, candidate);
      arranged = null;
    },
    list: () => {
      if (arranged !== null) return arranged;
      const standing = ordered.filter((candidate) => candidates.get(candidate.donorId) === candidate);
      ordered = [...standing, ...fresh.values()].sort(compareCandidates(context.today));
      fresh.clear();
      arranged = arrange(ordered, context);
      return arranged;
    },
    donorIds: () => candidates.keys(),
  };
}
