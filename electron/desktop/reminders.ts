/**
 * Whether somebody is told now that a promised call is due. A reminder says how many and when, and never to whom: the
 * notification may be seen by whoever walks past, lies in the system's own list afterwards, and on a locked screen.
 */
import { wallClock } from '../../domain/calendar/day.ts';
import type { Language } from '../../domain/language.ts';

const MINUTE_MILLISECONDS = 60_000;
/** Who was away comes back to the list itself; a reminder of long ago only startles. */
const STALE_MILLISECONDS = 30 * MINUTE_MILLISECONDS;

export interface Promised {
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface ReminderFacts {
  readonly now: number;
  /** Of whoever is signed in; none while nobody is. */
  readonly promised: readonly Promised[];
  readonly told: ReadonlySet<number>;
  /** Somebody asked not to be disturbed until then. */
  readonly quietUntil: number | null;
  readonly isInCall: boolean;
  readonly isScreenLocked: boolean;
  /** The window has the keyboard: the screen itself shows what is due. */
  readonly isLookedAt: boolean;
}

/** The promises to be told of now; none is told twice. */
export function dueReminders(facts: ReminderFacts): readonly Promised[] {
  const { now, promised, told, quietUntil, isInCall, isScreenLocked, isLookedAt } = facts;
  if (isInCall || isScreenLocked || isLookedAt) return [];
  if (quietUntil !== null && now < quietUntil) return [];
  return promised.filter(({ id, at }) => at <= now && now - at < STALE_MILLISECONDS && !told.has(id));
}

/** How many promises are due or are still to come today: for the sign beside the clock. */
export function countDue({ now, promised }: Pick<ReminderFacts, 'now' | 'promised'>): number {
  return promised.filter(({ at }) => at <= now).length;
}

const WORDS = {
  nl: {
    title: 'Dankbel',
    one: (time: string) => `Er staat een terugbelafspraak om ${time}.`,
    more: (count: number) => `Er staan ${count} terugbelafspraken.`,
  },
  en: {
    title: 'Dankbel',
    one: (time: string) => `A call was promised for ${time}.`,
    more: (count: number) => `${count} calls were promised.`,
  },
} as const satisfies Readonly<Record<Language, unknown>>;

export function writeReminder(
  due: readonly Promised[],
  language: Language,
): { readonly title: string; readonly body: string } {
  const { title, one, more } = WORDS[language];
  const [first] = due;
  return {
    title,
    body:
      first !== undefined && due.length === 1
        ? one(wallClock(new Date(first.at).toISOString()).time)
        : more(due.length),
  };
}

/** "An hour", or "until tomorrow": until six in the morning, before anybody phones. */
export function quietUntil(choice: 'hour' | 'tomorrow', now: Date): number {
  if (choice === 'hour') return now.getTime() + 60 * MINUTE_MILLISECONDS;
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 6).getTime();
}
