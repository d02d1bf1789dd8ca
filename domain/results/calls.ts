/** Calls counted: reached by part of the day and by attempt, and how many in an hour, of everybody together. */
import type { CalendarDay, Instant } from '../calendar/day.ts';
import { PARTS_OF_DAY, partOfDay, type PartOfDay } from '../calling-hours/part-of-day.ts';
import { shareOf, type Share } from './share.ts';
import { inOrder } from '../in-order.ts';

export interface CountedCall {
  readonly donorId: number;
  readonly programme: string;
  readonly day: CalendarDay;
  readonly at: Instant;
  readonly isConversation: boolean;
  /** Who called; null for a call from elsewhere of which that is not known. */
  readonly caller: number | null;
  readonly durationSeconds: number;
}

/** The third and later attempts are taken together. */
export const ATTEMPTS = ['first', 'second', 'later'] as const;
export type AttemptNumber = (typeof ATTEMPTS)[number];

export interface Reached {
  readonly byPart: Readonly<Record<PartOfDay, Share>>;
  readonly byAttempt: Readonly<Record<AttemptNumber, Share>>;
  readonly all: Share;
}

/**
 * @param calls oldest first, from before the period too, so that a second attempt is known as one
 * @param since the first day that counts
 */
export function reachedOf(calls: readonly CountedCall[], since: CalendarDay): Reached {
  const attempts = new Map<string, number>();
  const counted: { readonly call: CountedCall; readonly number: AttemptNumber }[] = [];
  for (const call of calls) {
    const key = `${call.donorId} ${call.programme}`;
    const tried = (attempts.get(key) ?? 0) + 1;
    // After a conversation the counting begins anew.
    attempts.set(key, call.isConversation ? 0 : tried);
    if (call.day >= since) counted.push({ call, number: ATTEMPTS[Math.min(tried, ATTEMPTS.length) - 1] ?? 'later' });
  }
  const share = (own: readonly (typeof counted)[number][]): Share =>
    shareOf(own.filter(({ call }) => call.isConversation).length, own.length);
  const parts = PARTS_OF_DAY.map((part) => [part, share(counted.filter(({ call }) => partOfDay(call.at) === part))]);
  const numbers = ATTEMPTS.map((number) => [number, share(counted.filter((each) => each.number === number))]);
  return {
    byPart: Object.fromEntries(parts) as Record<PartOfDay, Share>,
    byAttempt: Object.fromEntries(numbers) as Record<AttemptNumber, Share>,
    all: share(counted),
  };
}

export interface Pace {
  readonly calls: number;
  readonly hours: number;
  /** Null when nobody called long enough to tell. */
  readonly perHour: number | null;
  readonly callers: number;
}

/** A longer silence is a break, and no work. */
const BREAK_MILLISECONDS = 45 * 60_000;
/** Looking at the next donor belongs to the work: a single call counts for so long at least. */
const SHORTEST_MILLISECONDS = 3 * 60_000;
const HOUR_MILLISECONDS = 3_600_000;

/** Everybody together: who called how fast is nobody's business. */
export function paceOf(calls: readonly CountedCall[]): Pace {
  const byCaller = Map.groupBy(
    calls.filter(({ caller }) => caller !== null),
    ({ caller }) => caller,
  );
  let worked = 0;
  let counted = 0;
  for (const own of byCaller.values()) {
    let end = Number.NEGATIVE_INFINITY;
    for (const { at, durationSeconds } of own.toSorted((a, b) => inOrder(a.at, b.at))) {
      const start = Date.parse(at);
      const finish = start + Math.max(durationSeconds * 1_000, SHORTEST_MILLISECONDS);
      worked += start - end > BREAK_MILLISECONDS ? finish - start : Math.max(0, finish - end);
      end = Math.max(end, finish);
      counted += 1;
    }
  }
  const hours = worked / HOUR_MILLISECONDS;
  return { calls: counted, hours, perHour: hours > 0 ? counted / hours : null, callers: byCaller.size };
}
