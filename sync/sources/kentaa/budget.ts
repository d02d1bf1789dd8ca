/**
 * How much may be asked: 100 questions in a minute and 500 in an hour for one key, counted by Kentaa from second 0 and
 * minute 0 (kentaa.md §1). The key may be shared with other programs of the charity, so a part is left to them. Nobody
 * waits here: whoever may not ask now comes back later.
 */
import type { Instant } from '../../../domain/calendar/day.ts';

const MOST_A_MINUTE = 80;
const MOST_AN_HOUR = 400;
/** What is left to others, of what Kentaa says is left. */
const LEFT_TO_OTHERS = { minute: 10, hour: 60 } as const;
/** Beyond the boundary, because clocks differ. */
const SECONDS_AFTER = 5;

export interface BudgetView {
  readonly minuteLeft: number | null;
  readonly hourLeft: number | null;
  /** Nothing is asked before. */
  readonly pausedUntil: Instant | null;
}

export class Budget {
  readonly #now: () => Instant;
  readonly #asked = { minute: { of: '', count: 0 }, hour: { of: '', count: 0 } };
  #said: { readonly of: Instant; readonly minute: number | null; readonly hour: number | null } | null = null;
  #pausedUntil: Instant | null = null;

  constructor(now: () => Instant) {
    this.#now = now;
  }

  /** Whether a question may be asked now; if so, it counts. */
  take(): boolean {
    const now = this.#now();
    if (this.#pausedUntil !== null && now < this.#pausedUntil) return false;
    this.#pausedUntil = null;
    const minute = this.#countOf('minute', now.slice(0, 16));
    const hour = this.#countOf('hour', now.slice(0, 13));
    if (hour.count >= MOST_AN_HOUR) return this.#pause(now, 'hour');
    if (minute.count >= MOST_A_MINUTE) return this.#pause(now, 'minute');
    minute.count += 1;
    hour.count += 1;
    return true;
  }

  /** What the headers of an answer say. */
  hear(headers: Headers): void {
    const now = this.#now();
    const minute = numberIn(headers.get('x-ratelimit-remaining-minute'));
    const hour = numberIn(headers.get('x-ratelimit-remaining-hour'));
    this.#said = { of: now, minute, hour };
    if (hour !== null && hour <= LEFT_TO_OTHERS.hour) this.#pause(now, 'hour');
    else if (minute !== null && minute <= LEFT_TO_OTHERS.minute) this.#pause(now, 'minute');
  }

  /** It was answered with 429. */
  refused(): void {
    this.#pause(this.#now(), this.#said?.hour === 0 ? 'hour' : 'minute');
  }

  view(): BudgetView {
    return {
      minuteLeft: this.#said?.minute ?? null,
      hourLeft: this.#said?.hour ?? null,
      pausedUntil: this.#pausedUntil,
    };
  }

  #countOf(unit: 'minute' | 'hour', of: string): { of: string; count: number } {
    const asked = this.#asked[unit];
    if (asked.of !== of) Object.assign(asked, { of, count: 0 });
    return asked;
  }

  #pause(now: Instant, unit: 'minute' | 'hour'): false {
    const length = unit === 'minute' ? 60_000 : 3_600_000;
    const boundary = (Math.floor(Date.parse(now) / length) + 1) * length;
    this.#pausedUntil = new Date(boundary + SECONDS_AFTER * 1_000).toISOString();
    return false;
  }
}

function numberIn(header: string | null): number | null {
  return header !== null && /^\d{1,9}$/.test(header) ? Number(header) : null;
}
