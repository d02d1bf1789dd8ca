/** The order of a call list. It is total: the same donors give the same list, whatever order they came in. */
import type { CalendarDay } from '../calendar/day.ts';
import type { Candidate } from './evaluate.ts';
import { inOrder } from '../in-order.ts';

/**
 * By priority (callbacks come first), then overdue before due today before early, then the larger amount, then the
 * CRM's id. Callbacks of the same urgency go by the promised moment before their amounts are compared.
 */
export function compareCandidates(today: CalendarDay): (a: Candidate, b: Candidate) => number {
  return (a, b) =>
    a.match.priority - b.match.priority ||
    urgencyOf(a, today) - urgencyOf(b, today) ||
    compareMoments(a.match.dueAt, b.match.dueAt) ||
    b.match.amount - a.match.amount ||
    a.tieBreaker - b.tieBreaker;
}

/** Overdue before due today before early. */
export function urgencyOf({ match }: Pick<Candidate, 'match'>, today: CalendarDay): 0 | 1 | 2 {
  return match.due < today ? 0 : match.due === today ? 1 : 2;
}

function compareMoments(a: string | null, b: string | null): number {
  return a === null || b === null ? 0 : inOrder(a, b);
}
