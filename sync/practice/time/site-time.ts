import { tzOffset } from '@date-fns/tz';

const DEFAULT_ZONE = 'Europe/Amsterdam';

/** `YYYY-MM-DD HH:MM:SS` of a moment in UTC. */
function utcText(epochSeconds: number): string {
  return new Date(epochSeconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

/** The moment in UTC at which a clock in Greenwich shows this text. */
function utcEpoch(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}Z`) / 1000;
}

/**
 * The site's clock and time zone. Times without an offset are the site's local time.
 *
 * The real server has two kinds of columns. DATETIME keeps the local text and never moves. TIMESTAMP keeps the moment,
 * and shows it with the offset that is valid *now*, not then: in winter everything of last summer reads an hour early
 * (civicrm-api4.md §5).
 */
export class SiteTime {
  readonly #clock: () => Date;
  readonly #zone: string;

  constructor(clock: () => Date, zone = DEFAULT_ZONE) {
    this.#clock = clock;
    this.#zone = zone;
  }

  /** Difference to UTC, in seconds, at a moment. */
  #offsetAt(epochSeconds: number): number {
    return tzOffset(this.#zone, new Date(epochSeconds * 1000)) * 60;
  }

  /** Now, in whole seconds: the resolution of every column. */
  now(): number {
    return Math.floor(this.#clock().getTime() / 1000);
  }

  /** What a clock on the wall showed at that moment. */
  local(epochSeconds: number): string {
    return utcText(epochSeconds + this.#offsetAt(epochSeconds));
  }

  /** What a clock on the wall shows now. */
  localNow(): string {
    return this.local(this.now());
  }

  /** How a TIMESTAMP column shows a moment, as a function to be used for all rows of one answer. */
  timestampReader(): (epochSeconds: number) => string {
    const offset = this.#offsetAt(this.now());
    return (epochSeconds) => utcText(epochSeconds + offset);
  }

  /** The moment a TIMESTAMP column keeps for a local text; also the moment a filter on it compares with. */
  timestamp(localText: string): number {
    return utcEpoch(localText) - this.#offsetAt(this.now());
  }
}
