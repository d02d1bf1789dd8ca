/** How long somebody who was promised an answer still has to wait. */
import { daysBetween, type CalendarDay } from '../calendar/day.ts';
import { sentence, type Sentence } from '../language.ts';

export const CLOCK_STATES = ['late', 'today', 'ahead', 'none'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

export interface Clock {
  readonly state: ClockState;
  readonly words: Sentence;
}

/** @param due null: nobody promised a day */
export function clockOf(due: CalendarDay | null, today: CalendarDay): Clock {
  if (due === null) return { state: 'none', words: { nl: 'zonder datum', en: 'no date' } };
  const days = daysBetween(today, due);
  if (days === 0) return { state: 'today', words: { nl: 'vandaag', en: 'today' } };
  const count = Math.abs(days);
  return {
    state: days < 0 ? 'late' : 'ahead',
    words: sentence((language) => {
      if (language === 'nl') {
        const span = `${count} ${count === 1 ? 'dag' : 'dagen'}`;
        return days < 0 ? `${span} te laat` : `nog ${span}`;
      }
      const span = `${count} ${count === 1 ? 'day' : 'days'}`;
      return days < 0 ? `${span} late` : `${span} left`;
    }),
  };
}

interface Waiting {
  readonly id: number;
  readonly due: CalendarDay | null;
  readonly kind: string;
  readonly at: string;
}

/** A complaint stops the journey, so of two that are due on one day it goes first; what has no day goes last. */
export function compareFollowUps(a: Waiting, b: Waiting): number {
  const day = (due: CalendarDay | null): string => due ?? '9999-12-31';
  const rank = (kind: string): number => (kind === 'complaint' ? 0 : 1);
  return day(a.due).localeCompare(day(b.due)) || rank(a.kind) - rank(b.kind) || a.at.localeCompare(b.at) || a.id - b.id;
}
