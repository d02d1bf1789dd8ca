/** In which order a workstation serves the donors of the list, so that two callers do not stand before one door. */
import type { CalendarDay } from '../calendar/day.ts';
import type { Candidate } from '../call-list/evaluate.ts';
import { urgencyOf } from '../call-list/order.ts';
import { ownPart, type EarlierCallers } from './division.ts';

export interface Serving {
  /** CRM contact of the person whose door it is, null when unknown. */
  readonly me: number | null;
  /** CRM contacts of everybody who calls, oneself included or not. */
  readonly callers: ReadonlySet<number>;
  readonly earlier: EarlierCallers;
  /** The CRM answers: claims keep the callers apart. */
  readonly isOnline: boolean;
  readonly today: CalendarDay;
}

/**
 * With a network everybody serves the whole list; within the same programme and urgency one's own part comes first, so
 * that two callers seldom reach for the same donor. Without one only the own part is served, and the rest when that is
 * done. A promise that was made here is always one's own.
 *
 * @param items in the order of the list
 */
export function serve(
  items: readonly Candidate[],
  { me, callers, earlier, isOnline, today }: Serving,
): readonly Candidate[] {
  const mine = new Set(ownPart(items, me, callers, earlier));
  const isMine = (item: Candidate): boolean => item.match.callbackId !== null || mine.has(item);
  if (!isOnline) {
    const own = items.filter(isMine);
    return own.length > 0 ? own : items;
  }
  return items.toSorted(
    (a, b) =>
      a.match.priority - b.match.priority ||
      urgencyOf(a, today) - urgencyOf(b, today) ||
      Number(isMine(b)) - Number(isMine(a)),
  );
}
