/** A mandate: a recurring direct-debit authorisation. */
import type { CalendarDay } from './calendar/day.ts';
import type { Cents } from './money.ts';
import { inOrder } from './in-order.ts';

/** `running`: debits are expected, though one may be late. `ended`: completed, or given up after failures. */
export const MANDATE_STATUSES = ['running', 'cancelled', 'ended'] as const;
export type MandateStatus = (typeof MANDATE_STATUSES)[number];

export interface Mandate {
  readonly id: number;
  readonly startDay: CalendarDay;
  /** Amount of one debit. */
  readonly amount: Cents;
  readonly frequency: MandateFrequency;
  readonly status: MandateStatus;
  /** Null when it was not cancelled, and also when the CRM does not know since when (civicrm-api4.md §4). */
  readonly cancelledDay: CalendarDay | null;
}

export interface MandateFrequency {
  readonly unit: 'day' | 'week' | 'month' | 'year';
  readonly interval: number;
}

/** Order of mandates in time: by start, then by id. */
export function compareMandates(a: Mandate, b: Mandate): number {
  return inOrder(a.startDay, b.startDay) || a.id - b.id;
}
