/**
 * Which gifts that a place knows the CRM knows too, so that none counts twice (docs/decisions/0044). A charity often has
 * the platform's gifts booked in its CRM: by hand, by an integration, on the day of the gift or on the day of the payout.
 */
import { daysBetween, type CalendarDay } from '../calendar/day.ts';
import type { Cents } from '../money.ts';
import { inOrder } from '../in-order.ts';

export interface PlaceGift {
  readonly id: number;
  readonly day: CalendarDay;
  readonly amount: Cents;
  /** What the place or its payment provider calls it; the CRM may have written it down. */
  readonly names: readonly string[];
  readonly isRecurring: boolean;
}

export interface BookedGift {
  readonly id: number;
  readonly day: CalendarDay;
  readonly amount: Cents;
  readonly source: string | null;
  readonly isUnderMandate: boolean;
}

/** Booked before it was given: clocks, and days that end at another hour. */
export const DAYS_BEFORE = 1;
/** Platforms pay out weekly or every two weeks, and somebody books it after the weekend. */
export const DAYS_AFTER = 21;
/** Names of places as charities write them with a gift. */
const NAMES_PLACE = /kentaa|iraiser|\bcfp\b|inzamel|actiepagina|actieplatform/i;
/** A name that is shorter says nothing: it stands in texts by chance. */
export const SHORTEST_NAME = 6;

/**
 * Each gift of the CRM is taken once: first by name, then by a source that names the place, then by amount and days alone.
 * Within a step the oldest comes first, and takes what is nearest to its day.
 *
 * @returns the gift of the CRM by the gift of the place; those that are not in it are known to the place alone
 */
export function pairGifts(placed: readonly PlaceGift[], booked: readonly BookedGift[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const ordered = placed.toSorted((a, b) => inOrder(a.day, b.day) || a.id - b.id);
  for (const fits of STEPS) {
    for (const gift of ordered) {
      if (pairs.has(gift.id)) continue;
      const best = booked
        .filter((each) => !taken.has(each.id) && fits(gift, each))
        .toSorted((a, b) => distance(gift, a) - distance(gift, b) || a.id - b.id)[0];
      if (best === undefined) continue;
      pairs.set(gift.id, best.id);
      taken.add(best.id);
    }
  }
  return pairs;
}

type Fits = (gift: PlaceGift, booked: BookedGift) => boolean;

const STEPS: readonly Fits[] = [
  (gift, { source }) =>
    source !== null && gift.names.some((name) => name.length >= SHORTEST_NAME && source.includes(name)),
  (gift, booked) => isLike(gift, booked) && NAMES_PLACE.test(booked.source ?? ''),
  // A debit under a mandate is no gift of an evening that happened to have the same amount.
  (gift, booked) => isLike(gift, booked) && booked.isUnderMandate === gift.isRecurring,
];

function isLike(gift: PlaceGift, booked: BookedGift): boolean {
  const days = daysBetween(gift.day, booked.day);
  return gift.amount === booked.amount && days >= -DAYS_BEFORE && days <= DAYS_AFTER;
}

const distance = (gift: PlaceGift, booked: BookedGift): number => Math.abs(daysBetween(gift.day, booked.day));
