/** The parts of a day in which somebody may be reached. */
import { wallClock, type Instant } from '../calendar/day.ts';

export const PARTS_OF_DAY = ['morning', 'afternoon', 'evening'] as const;
export type PartOfDay = (typeof PARTS_OF_DAY)[number];

/** By the clock on the wall: good morning until noon, good evening from six. */
export function partOfDay(now: Instant): PartOfDay {
  const { time } = wallClock(now);
  return time < '12:00' ? 'morning' : time < '18:00' ? 'afternoon' : 'evening';
}
