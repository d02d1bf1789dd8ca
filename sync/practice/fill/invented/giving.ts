import { addMonths } from './calendar.ts';
import type { Campaign } from './charity.ts';
import { CANCEL_REASONS, FRIEND_ACTIONS, SOURCES } from './charity.ts';
import type { Donor, Gift, GiftStatus, Mandate, MandateStatus } from './donor.ts';
import type { Random } from './random.ts';

/** The invented charity as it is on the day that everything is arranged around. */
export interface Circumstances {
  readonly random: Random;
  readonly today: number;
  readonly campaigns: readonly Campaign[];
}

/** How far a donor has come (mission.md, "loyalty level"). */
export type Loyalty = 'again' | 'ambassador' | 'first' | 'friend' | 'lapsed' | 'regular';

/** What was collected longer ago is in the books of the old system. */
const MOST_DEBITS = 24;
const ONCE = [5, 10, 15, 20, 25, 25, 25, 35, 40, 50, 50, 60, 75, 100, 150, 250, 12.5, 33.33];
const AMOUNTS: Readonly<Record<string, readonly number[]>> = {
  'month-1': [3, 5, 5, 7.5, 10, 10, 12.5, 15, 20, 25],
  'month-3': [15, 20, 25, 30, 45, 60],
  'year-1': [25, 30, 50, 60, 75, 100, 150],
};

/** The campaign that something was given for, if any. */
export function campaignId({ random, campaigns }: Circumstances, probability: number): number | null {
  return random.chance(probability) ? random.pick(campaigns).id : null;
}

/** A gift that was given once. */
export function giveOnce(circumstances: Circumstances, donor: Donor, day: number, source?: string): void {
  const { random } = circumstances;
  const status: GiftStatus = random.chance(0.97) ? 'completed' : random.pick(['cancelled', 'refunded', 'failed']);
  donor.gifts.push({
    day,
    amount: random.pick(ONCE),
    status,
    source: source ?? random.pick(SOURCES),
    campaignId: campaignId(circumstances, 0.4),
    mandate: null,
    isTest: false,
  });
}

/** What a gift through the action of a friend says about itself. */
export function friendSource(random: Random): string {
  return `via actie ${random.pick(FRIEND_ACTIONS)}`;
}

interface Rhythm {
  readonly unit: 'month' | 'year';
  readonly interval: number;
  readonly months: number;
}

/** How often a mandate is collected: most of them every month. */
export function inventRhythm(random: Random): Rhythm {
  const kind = random.weighted({ monthly: 62, quarterly: 14, yearly: 24 });
  if (kind === 'monthly') return { unit: 'month', interval: 1, months: 1 };
  return kind === 'quarterly' ? { unit: 'month', interval: 3, months: 3 } : { unit: 'year', interval: 1, months: 12 };
}

/** An amount that is usual for this rhythm. */
export function inventMandateAmount(random: Random, rhythm: Rhythm): number {
  return random.pick(AMOUNTS[`${rhythm.unit}-${rhythm.interval}`] ?? [10]);
}

function debitStatus(random: Random): GiftStatus {
  const chance = random.next();
  if (chance < 0.012) return 'failed';
  return chance < 0.018 ? 'chargeback' : 'completed';
}

/** The debits of a mandate from its start until a day, the newest ones when there are many. */
function debits(
  circumstances: Circumstances,
  mandate: Mandate,
  until: number,
  months: number,
  place: number,
): readonly Gift[] {
  const days: number[] = [];
  for (let count = 0; ; count += 1) {
    const day = addMonths(mandate.start, count * months) + 3;
    if (day > until) break;
    days.push(day);
  }
  return days.slice(-MOST_DEBITS).map((day) => ({
    day,
    amount: mandate.amount,
    status: debitStatus(circumstances.random),
    source: 'SEPA',
    campaignId: mandate.campaignId,
    mandate: place,
    isTest: false,
  }));
}

function mandateEnd(random: Random, start: number, today: number): { status: MandateStatus; end: number | null } {
  const status = random.weighted<MandateStatus>({ inProgress: 84, cancelled: 12, failed: 2, overdue: 2 });
  return { status, end: status === 'cancelled' && today - start > 60 ? random.integer(start + 40, today - 10) : null };
}

/** A mandate that has run for some years, with its debits. */
export function giveRegularly(circumstances: Circumstances, donor: Donor, start: number): void {
  const { random, today } = circumstances;
  const rhythm = inventRhythm(random);
  const { status, end } = mandateEnd(random, start, today);
  const isCancelled = end !== null;
  const mandate: Mandate = {
    start,
    amount: inventMandateAmount(random, rhythm),
    unit: rhythm.unit,
    interval: rhythm.interval,
    status: status === 'cancelled' && !isCancelled ? 'inProgress' : status,
    next: null,
    cancelledOn: end,
    cancelReason: isCancelled && random.chance(0.6) ? random.pick(CANCEL_REASONS) : null,
    campaignId: campaignId(circumstances, 0.2),
  };
  const gifts = debits(circumstances, mandate, end ?? today, rhythm.months, donor.mandates.length);
  const last = gifts.at(-1);
  const next = isCancelled || last === undefined ? null : addMonths(last.day, rhythm.months);
  donor.mandates.push({ ...mandate, next });
  donor.gifts.push(...gifts);
}

/** The giving of somebody who is no newcomer. */
export function inventHistory(circumstances: Circumstances, donor: Donor, loyalty: Loyalty): void {
  const { random, today } = circumstances;
  const ago = (from: number, to: number): number => today - random.integer(from, to);
  switch (loyalty) {
    case 'friend':
      giveOnce(circumstances, donor, ago(50, 900), friendSource(random));
      return;
    case 'first':
      giveOnce(circumstances, donor, ago(50, 1000));
      return;
    case 'again':
      for (let count = random.integer(2, 6); count > 0; count -= 1) giveOnce(circumstances, donor, ago(45, 2400));
      return;
    case 'lapsed':
      for (let count = random.integer(1, 4); count > 0; count -= 1) giveOnce(circumstances, donor, ago(1100, 3200));
      return;
    case 'regular':
      giveRegularly(circumstances, donor, ago(200, 7300));
      if (random.chance(0.3)) giveOnce(circumstances, donor, ago(45, 1500));
      return;
    case 'ambassador':
      giveRegularly(circumstances, donor, ago(900, 7300));
      giveOnce(circumstances, donor, ago(60, 700), `Eigen actie ${random.pick(FRIEND_ACTIONS)}`);
  }
}
