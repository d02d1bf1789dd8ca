/**
 * The best part of the day to call a donor: as asked for, else where somebody answered before, else the evening; after
 * a miss another part (rules-nl.md L19, and "What is known about thank-you calls").
 */
import type { CalendarDay } from '../calendar/day.ts';
import type { CallFact } from '../call-fact.ts';
import type { DonorFacts } from '../donor-facts.ts';
import type { Sentence } from '../language.ts';
import { partOfDay, type PartOfDay } from './part-of-day.ts';
import { inOrder } from '../in-order.ts';

export interface BestPart {
  readonly part: PartOfDay;
  readonly why: Sentence;
}

/** Evenings reach more people than days. */
const USUAL: readonly PartOfDay[] = ['evening', 'afternoon', 'morning'];

const WHY = {
  preference: { nl: 'wordt het liefst dan gebeld', en: 'prefers to be called then' },
  reached: { nl: 'nam toen eerder op', en: 'answered then before' },
  miss: { nl: 'na een gemiste poging een ander dagdeel', en: 'another part of the day after a miss' },
  usual: { nl: 'dan worden de meeste mensen bereikt', en: 'most people are reached then' },
} as const satisfies Readonly<Record<string, Sentence>>;

/** Of the parts that were missed least since the last talk, the one that is likeliest to be right. */
export function bestPartOf(donor: Pick<DonorFacts, 'calls' | 'preferredPart'>, today: CalendarDay): BestPart {
  const calls = donor.calls.filter(({ day }) => day <= today).toSorted((a, b) => inOrder(a.at, b.at));
  const lastTalk = calls.findLastIndex(reached);
  const answered = calls[lastTalk];
  const misses = calls.slice(lastTalk + 1).map(({ at }) => partOfDay(at));
  const reachedIn = answered === undefined ? null : partOfDay(answered.at);
  const likely = [donor.preferredPart, reachedIn, ...USUAL].filter((part) => part !== null);
  const missedIn = (part: PartOfDay): number => misses.filter((missed) => missed === part).length;
  const fewest = Math.min(...USUAL.map(missedIn));
  const part = likely.find((each) => missedIn(each) === fewest) ?? 'evening';
  if (misses.length > 0 && part !== likely[0]) return { part, why: WHY.miss };
  if (part === donor.preferredPart) return { part, why: WHY.preference };
  return { part, why: part === reachedIn ? WHY.reached : WHY.usual };
}

function reached({ result }: CallFact): boolean {
  return result === 'conversation' || result === 'closed';
}
