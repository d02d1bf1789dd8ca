/** Loyalty levels (mission.md, The journey of a new donor): the tone and the amount of attention follow them. */
import type { CalendarDay } from '../calendar/day.ts';
import { addYears } from '../calendar/years.ts';
import type { DonorFacts } from '../donor-facts.ts';
import { isRunning, receivedWithin, type Giving } from '../giving.ts';
import type { Sentence } from '../language.ts';

/** From the loosest to the closest. */
export const LOYALTY_LEVELS = ['friend', 'first-gift', 'again', 'regular', 'loyal', 'ambassador'] as const;
export type LoyaltyLevel = (typeof LOYALTY_LEVELS)[number];

export const LEVEL_NAMES: Readonly<Record<LoyaltyLevel, Sentence>> = {
  friend: { nl: 'kennismaking via een actie', en: 'met us through a friend’s action' },
  'first-gift': { nl: 'eerste eigen gift', en: 'first own gift' },
  again: { nl: 'gaf opnieuw', en: 'gave again' },
  regular: { nl: 'vaste donateur', en: 'regular donor' },
  loyal: { nl: 'jarenlang trouw', en: 'years of loyalty' },
  ambassador: { nl: 'ambassadeur', en: 'ambassador' },
};

export interface LoyaltySettings {
  /** A mandate that runs so long, or a gift in each of so many years, is years of loyalty. */
  readonly loyalYears: number;
  /** An action makes an ambassador for so many years. */
  readonly ambassadorYears: number;
}

/** Kinds of action by which a donor opens doors for the charity. */
const OWN_ACTIONS: ReadonlySet<string> = new Set(['own-action', 'brought-others']);

/** Null for somebody who never gave, and came through nobody's action. */
export function levelOn(
  today: CalendarDay,
  donor: Pick<DonorFacts, 'actions'>,
  giving: Giving,
  settings: LoyaltySettings,
): LoyaltyLevel | null {
  const since = addYears(today, -settings.ambassadorYears);
  const opensDoors = donor.actions.some(({ day, kind }) => OWN_ACTIONS.has(kind) && day > since && day <= today);
  if (opensDoors) return 'ambassador';
  return levelOfGiving(today, donor, giving, settings);
}

/** The level that gifts, mandates and years alone give: what an ambassador was before. */
export function levelOfGiving(
  today: CalendarDay,
  donor: Pick<DonorFacts, 'actions'>,
  giving: Giving,
  { loyalYears }: Pick<LoyaltySettings, 'loyalYears'>,
): LoyaltyLevel | null {
  const running = giving.mandates.filter((mandate) => isRunning(mandate, today));
  const longAgo = addYears(today, -loyalYears);
  if (running.some(({ startDay }) => startDay <= longAgo)) return 'loyal';
  if (gaveEveryYear(today, giving, loyalYears)) return 'loyal';
  if (running.length > 0) return 'regular';
  const own = ownGiftDays(donor, giving);
  if (own.size > 1) return 'again';
  if (own.size === 1) return 'first-gift';
  return donor.actions.some(({ kind, day }) => kind === 'through-friend' && day <= today) ? 'friend' : null;
}

/** Days of received gifts, without those that came through a friend's action: these are how the donor met us. */
function ownGiftDays({ actions }: Pick<DonorFacts, 'actions'>, { gifts }: Giving): ReadonlySet<CalendarDay> {
  const throughFriend = new Set(
    actions.flatMap(({ kind, record }) => (kind === 'through-friend' && record.kind === 'gift' ? [record.id] : [])),
  );
  return new Set(
    gifts.filter(({ id, status }) => status === 'received' && !throughFriend.has(id)).map(({ day }) => day),
  );
}

/** A received gift in each of the last so many years, counted back from today. */
function gaveEveryYear(today: CalendarDay, giving: Giving, years: number): boolean {
  const received = receivedWithin(giving, today, years * 366);
  for (let year = 0; year < years; year += 1) {
    const until = addYears(today, -year);
    const after = addYears(today, -year - 1);
    if (!received.some(({ day }) => day > after && day <= until)) return false;
  }
  return true;
}
