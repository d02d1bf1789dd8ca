/**
 * Which gifts that several places know are one, so that none counts twice where the CRM has none of them
 * (docs/decisions/0052). Two equal gifts at one place are two gifts.
 */
import { daysBetween, type CalendarDay } from '../calendar/day.ts';
import { inOrder } from '../in-order.ts';
import type { Cents } from '../money.ts';
import { DAYS_AFTER, DAYS_BEFORE, SHORTEST_NAME } from './counted-gifts.ts';

export interface Sighting {
  /** Of the place and of the record there: the same on every workstation, and whatever came first. */
  readonly place: string;
  readonly key: string;
  readonly isPlatform: boolean;
  readonly day: CalendarDay;
  readonly amount: Cents;
  /** What a payment provider, or a file, calls it. */
  readonly transaction: string | null;
  /** It may be spoken of: not anonymous. Only such a one stands for others. */
  readonly isCounted: boolean;
}

/** The first stands for all of them. */
export type OneGift<Seen extends Sighting> = readonly [Seen, ...Seen[]];

/**
 * Place by place, whom we trust most first: a platform saw the payment, a file was typed. Each gift of a place joins one
 * that is there already and that this place has not seen, or is one more.
 */
export function groupSightings<Seen extends Sighting>(sightings: readonly Seen[]): readonly OneGift<Seen>[] {
  const groups: [Seen, ...Seen[]][] = [];
  const turns = Map.groupBy(sightings.toSorted(byTrust), turnOf);
  for (const seen of turns.values()) {
    let left = seen.toSorted((a, b) => inOrder(a.day, b.day) || inOrder(a.key, b.key));
    for (const isOne of STEPS) {
      const rest: Seen[] = [];
      for (const gift of left) {
        const [group] = groups
          .filter((each) => each.every(({ place }) => place !== gift.place) && isOne(each[0], gift))
          // Of two that are as near, the one of the place that is trusted more, and there the earlier: as they were made.
          .toSorted((a, b) => distance(a[0], gift) - distance(b[0], gift));
        if (group === undefined) rest.push(gift);
        else group.push(gift);
      }
      left = rest;
    }
    for (const gift of left) groups.push([gift]);
  }
  return groups;
}

const STEPS: readonly ((first: Sighting, gift: Sighting) => boolean)[] = [
  (first, { transaction, amount }) =>
    transaction !== null &&
    transaction.length >= SHORTEST_NAME &&
    first.transaction === transaction &&
    first.amount === amount,
  (first, { amount, day }) => first.amount === amount && first.day === day,
  (first, gift) => first.amount === gift.amount && isNear(first, gift),
];

/** A platform says when it was given, and whoever typed it may have had a later day; of two files nobody knows which is right. */
function isNear(first: Sighting, gift: Sighting): boolean {
  const [seen, typed] = gift.isPlatform ? [gift, first] : [first, gift];
  const days = daysBetween(seen.day, typed.day);
  const fits = (apart: number): boolean => apart >= -DAYS_BEFORE && apart <= DAYS_AFTER;
  return fits(days) || (first.isPlatform === gift.isPlatform && fits(-days));
}

const turnOf = ({ isCounted, place }: Sighting): string => `${String(isCounted)} ${place}`;
const byTrust = (a: Sighting, b: Sighting): number =>
  Number(b.isCounted) - Number(a.isCounted) || Number(b.isPlatform) - Number(a.isPlatform) || inOrder(a.place, b.place);
const distance = (a: Sighting, b: Sighting): number => Math.abs(daysBetween(a.day, b.day));
