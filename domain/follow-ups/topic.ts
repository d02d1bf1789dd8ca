/** Topics of questions, complaints and ideas: who can answer, and by when. Set by the coordinator. */
import { z } from 'zod';
import { addDays, weekdayOf, type CalendarDay } from '../calendar/day.ts';
import { holidaysOf } from '../calling-hours/holidays.ts';
import type { FollowUpKind } from '../operation.ts';

const LONGEST_NAME = 60;
const LONGEST_WAIT_DAYS = 90;

export const topicSchema = z.object({
  id: z.string().min(1).max(40),
  name: z.object({ nl: z.string().trim().min(1).max(LONGEST_NAME), en: z.string().trim().min(1).max(LONGEST_NAME) }),
  /** Who can answer; empty: a coordinator decides. */
  person: z.string().trim().max(LONGEST_NAME),
  /** Answered within so many days; null: as usual for its kind. */
  days: z.int().min(0).max(LONGEST_WAIT_DAYS).nullable(),
});
export type Topic = z.infer<typeof topicSchema>;

/** What somebody says in a call and gets an answer to. A `task` is for the office. */
export const SAID_KINDS = ['question', 'complaint', 'idea'] as const satisfies readonly FollowUpKind[];
export type SaidKind = (typeof SAID_KINDS)[number];

/** A complaint has the shortest clock: nobody calls the donor until it is answered. */
export const USUAL_DAYS: Readonly<Record<SaidKind, number>> = { question: 5, complaint: 2, idea: 14 };

export const DEFAULT_TOPICS: readonly Topic[] = [
  { id: 'money', name: { nl: 'Geld en incasso', en: 'Money and debits' }, person: '', days: null },
  { id: 'mail', name: { nl: 'Post en e-mail', en: 'Post and e-mail' }, person: '', days: null },
  { id: 'projects', name: { nl: 'Projecten', en: 'Projects' }, person: '', days: null },
  { id: 'contact', name: { nl: 'Hoe wij bellen', en: 'How we call' }, person: '', days: null },
];

/**
 * The day by which there must be an answer: a working day, so never a weekend or a holiday. A topic can make it sooner or
 * later; a complaint only sooner.
 */
export function dueDayOf(kind: SaidKind, topic: Pick<Topic, 'days'> | null, today: CalendarDay): CalendarDay {
  const own = topic?.days ?? USUAL_DAYS[kind];
  const days = kind === 'complaint' ? Math.min(own, USUAL_DAYS.complaint) : own;
  let day = addDays(today, days);
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return day;
}

function isWorkingDay(day: CalendarDay): boolean {
  const holidays = holidaysOf(Number(day.slice(0, 4)), { isGoodFridayClosed: false, isLiberationDayClosed: false });
  return weekdayOf(day) <= 5 && !holidays.has(day);
}
