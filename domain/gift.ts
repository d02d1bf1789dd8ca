/** A gift: one received or announced amount. */
import type { CalendarDay } from './calendar/day.ts';
import type { Cents } from './money.ts';
import { inOrder } from './in-order.ts';

/** What became of a gift (call-list-rules.md, Gifts). Only `received` counts as received. */
export const GIFT_STATUSES = ['received', 'announced', 'failed', 'cancelled', 'reversed'] as const;
export type GiftStatus = (typeof GIFT_STATUSES)[number];

export interface Gift {
  /** The workstation's id; stable, and used to break ties of the same day. */
  readonly id: number;
  readonly day: CalendarDay;
  /** More than zero: amounts of zero or less never count as a gift, and are left out by whoever gathers. */
  readonly amount: Cents;
  readonly status: GiftStatus;
  /** The mandate that this gift was collected under; null for a one-off gift. */
  readonly mandateId: number | null;
  /** Project or campaign, as the CRM names it; null when the gift has none. */
  readonly project: string | null;
}

/** Order of gifts in time: by day, then by id. */
export function compareGifts(a: Gift, b: Gift): number {
  return inOrder(a.day, b.day) || a.id - b.id;
}

/** Received, or announced and still expected: money that came or is on its way. */
export function isReceivedOrAnnounced(gift: Gift): boolean {
  return gift.status === 'received' || gift.status === 'announced';
}

/** Money that did not come, or was taken back. */
export function isFailedOrReversed(gift: Gift): boolean {
  return gift.status === 'failed' || gift.status === 'reversed';
}
