/** Where the reading of one kind of records stands, and which window comes next. Pure. */
import { z } from 'zod';
import type { Instant } from '../../../domain/calendar/day.ts';
import type { Window } from './read-window.ts';

/**
 * - first: everything that was made from `from` on, in windows of so many days, up to `until`, the moment at which the
 *   reading began; what changes meanwhile is followed from there
 * - changes: everything that was changed from `from` on
 */
export const positionSchema = z.object({
  phase: z.enum(['first', 'changes']),
  from: z.iso.datetime(),
  until: z.iso.datetime(),
  days: z.number().positive().max(4_000),
});
export type Position = z.infer<typeof positionSchema>;

const DAY = 86_400_000;
const FIRST_DAYS = 90;
const MOST_DAYS = 3_650;
/** Whether the ends belong to a window is not known. */
const OVERLAP = 1_000;

export function begin(from: Instant, serverNow: Instant): Position {
  return from < serverNow
    ? { phase: 'first', from, until: serverNow, days: FIRST_DAYS }
    : { phase: 'changes', from: serverNow, until: serverNow, days: MOST_DAYS };
}

/** @param serverNow the clock of Kentaa, never that of this computer */
export function windowOf(position: Position, serverNow: Instant): Window {
  const end = new Date(Date.parse(position.from) + position.days * DAY).toISOString();
  const after = new Date(Date.parse(position.from) - OVERLAP).toISOString();
  if (position.phase === 'first') return { by: 'created', after, before: end < position.until ? end : position.until };
  return { by: 'updated', after, before: end < serverNow ? end : serverNow };
}

/** There was too much in the window. */
export function smaller(position: Position): Position {
  return { ...position, days: position.days / 4 };
}

/** @param newest the latest change that was seen in it; null for none */
export function after(position: Position, window: Window, newest: Instant | null, serverNow: Instant): Position {
  if (position.phase === 'first') {
    if (window.before < position.until) return { ...position, from: window.before };
    return { phase: 'changes', from: position.until, until: position.until, days: MOST_DAYS };
  }
  // A window that ends before now was read whole: nothing can come into it any more.
  const isLast = window.before >= serverNow;
  const reached = isLast ? (newest ?? position.from) : window.before;
  return {
    ...position,
    from: reached > position.from ? reached : position.from,
    days: isLast ? MOST_DAYS : position.days,
  };
}

export function isDone(position: Position, window: Window, serverNow: Instant): boolean {
  return position.phase === 'changes' && window.before >= serverNow;
}
