/** What the gifts and mandates of one donor come to on one day. Everything after that day is left out. */
import { addDays, type CalendarDay } from './calendar/day.ts';
import { compareGifts, isReceivedOrAnnounced, type Gift } from './gift.ts';
import { compareMandates, type Mandate } from './mandate.ts';
import type { Cents } from './money.ts';

const END_OF_TIME: CalendarDay = '9999-12-31';

export interface Giving {
  /** Gifts up to and including today, oldest first. */
  readonly gifts: readonly Gift[];
  /** Mandates that have started, oldest first. */
  readonly mandates: readonly Mandate[];
  /** Day 0 of the journey of a new donor; null for a donor without a journey. */
  readonly dayZero: CalendarDay | null;
  /** The gift that came on day 0; null when the start of a mandate came before any gift. */
  readonly giftOfDayZero: Gift | null;
  /** The mandate that started on day 0, when no gift came before or on that day. */
  readonly mandateOfDayZero: Mandate | null;
  /** The earliest gift that is received or announced. */
  readonly firstGift: Gift | null;
  readonly newestGift: Gift | null;
  readonly newestReceived: Gift | null;
  readonly hasRunningMandate: boolean;
}

/**
 * @param today gifts and mandates after this day do not exist yet ("a gift in the future is ignored until its day")
 */
export function givingOn(today: CalendarDay, gifts: readonly Gift[], mandates: readonly Mandate[]): Giving {
  const known = gifts.filter((gift) => gift.day <= today && gift.amount > 0).sort(compareGifts);
  const started = mandates.filter((mandate) => mandate.startDay <= today).sort(compareMandates);
  const counted = started.find((mandate) => !wasCancelledBeforeFirstDebit(mandate, known, today));
  const firstOfMandate = known.find((gift) => gift.mandateId !== null && isReceivedOrAnnounced(gift));
  const firstOneOff = known.find((gift) => gift.mandateId === null && gift.status === 'received');
  const opening = [firstOfMandate, firstOneOff].filter((gift) => gift !== undefined).sort(compareGifts)[0] ?? null;
  const mandateLeads = counted !== undefined && (opening === null || counted.startDay < opening.day);
  return {
    gifts: known,
    mandates: started,
    dayZero: mandateLeads ? counted.startDay : (opening?.day ?? null),
    giftOfDayZero: mandateLeads ? null : opening,
    mandateOfDayZero: mandateLeads ? counted : null,
    firstGift: known.find(isReceivedOrAnnounced) ?? null,
    newestGift: known.at(-1) ?? null,
    newestReceived: known.findLast((gift) => gift.status === 'received') ?? null,
    hasRunningMandate: started.some((mandate) => isRunning(mandate, today)),
  };
}

/**
 * The same for one day after the other: between two days on which a gift comes, or a mandate starts or ends, giving
 * stays what it is and is not made again.
 *
 * @returns to be asked for days in their order
 */
export function givingDayByDay(gifts: readonly Gift[], mandates: readonly Mandate[]): (day: CalendarDay) => Giving {
  const changes = [
    ...gifts.map(({ day }) => day),
    ...mandates.flatMap(({ startDay, cancelledDay }) =>
      cancelledDay === null ? [startDay] : [startDay, cancelledDay],
    ),
  ];
  let giving: Giving | null = null;
  let until: CalendarDay = END_OF_TIME;
  return (day) => {
    if (giving !== null && day < until) return giving;
    giving = givingOn(day, gifts, mandates);
    until = changes.reduce((next, change) => (change > day && change < next ? change : next), END_OF_TIME);
    return giving;
  };
}

/** Received gifts from `daysBack` days ago up to today, both included, oldest first. */
export function receivedWithin(giving: Giving, today: CalendarDay, daysBack: number): readonly Gift[] {
  const since = addDays(today, -daysBack);
  return giving.gifts.filter((gift) => gift.status === 'received' && gift.day >= since);
}

/** What is kept beside the gifts to find candidates by; the decision itself looks at the gifts again. */
export interface GivingSummary {
  readonly dayZero: CalendarDay | null;
  readonly firstAmount: Cents | null;
  readonly newestReceivedDay: CalendarDay | null;
  readonly receivedCount: number;
  readonly receivedTotal: Cents;
  readonly largestReceived: Cents;
  readonly hasRunningMandate: boolean;
  readonly firstReceivedDay: CalendarDay | null;
  /** Start of the oldest mandate that runs. */
  readonly oldestMandateDay: CalendarDay | null;
}

/** Summarises everything that is known, future days included, so that it need not change when a day passes. */
export function summariseGiving(gifts: readonly Gift[], mandates: readonly Mandate[]): GivingSummary {
  const giving = givingOn(END_OF_TIME, gifts, mandates);
  const received = giving.gifts.filter(({ status }) => status === 'received');
  return {
    dayZero: giving.dayZero,
    firstAmount: giving.firstGift?.amount ?? giving.mandates[0]?.amount ?? null,
    newestReceivedDay: giving.newestReceived?.day ?? null,
    receivedCount: received.length,
    receivedTotal: totalOf(received),
    largestReceived: received.reduce((largest, { amount }) => Math.max(largest, amount), 0),
    hasRunningMandate: giving.hasRunningMandate,
    firstReceivedDay: received[0]?.day ?? null,
    oldestMandateDay: giving.mandates.find(({ status }) => status === 'running')?.startDay ?? null,
  };
}

/** What later gifts can change of a summary. */
export type ReceivedSummary = Pick<
  GivingSummary,
  'newestReceivedDay' | 'receivedCount' | 'receivedTotal' | 'largestReceived'
>;

/**
 * The same summary with more gifts, all of them later than a gift that was received already: they cannot be the first
 * of anything, and only a cancelled mandate looks at its own debits again.
 *
 * @param added gifts that the summary does not know yet
 * @param isDebitOfCancelled whether one of them is a debit of a mandate that is cancelled
 * @returns null when it takes all gifts and mandates to tell
 */
export function extendSummary<Summary extends ReceivedSummary>(
  summary: Summary,
  added: readonly Pick<Gift, 'day' | 'amount' | 'status'>[],
  isDebitOfCancelled: boolean,
): Summary | null {
  const known = summary.newestReceivedDay;
  const counted = added.filter(({ amount }) => amount > 0);
  if (counted.length === 0) return summary;
  if (isDebitOfCancelled || known === null || counted.some(({ day }) => day <= known)) return null;
  const received = counted.filter(({ status }) => status === 'received');
  return {
    ...summary,
    newestReceivedDay: received.reduce((newest, { day }) => (day > newest ? day : newest), known),
    receivedCount: summary.receivedCount + received.length,
    receivedTotal: summary.receivedTotal + received.reduce((total, { amount }) => total + amount, 0),
    largestReceived: received.reduce((largest, { amount }) => Math.max(largest, amount), summary.largestReceived),
  };
}

export function totalOf(gifts: readonly Gift[]): Cents {
  return gifts.reduce((total, gift) => total + gift.amount, 0);
}

/** Whether debits of a mandate are still to be expected on a day. */
export function isRunning(mandate: Mandate, today: CalendarDay): boolean {
  if (mandate.status === 'running') return true;
  return mandate.status === 'cancelled' && mandate.cancelledDay !== null && mandate.cancelledDay > today;
}

/**
 * Such a mandate starts no journey (call-list-rules.md, Day 0). A cancelled announcement is no debit; a failed or
 * reversed one is. CiviCRM often does not know the day of cancelling: then any debit at all shows that it began.
 */
function wasCancelledBeforeFirstDebit(mandate: Mandate, gifts: readonly Gift[], today: CalendarDay): boolean {
  if (mandate.status !== 'cancelled' || isRunning(mandate, today)) return false;
  const firstDebit = gifts.find((gift) => gift.mandateId === mandate.id && gift.status !== 'cancelled');
  if (firstDebit === undefined) return true;
  return mandate.cancelledDay !== null && mandate.cancelledDay < firstDebit.day;
}
