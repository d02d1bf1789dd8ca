/** A PIN keeps colleagues on a shared machine apart. It does not protect a stolen file: the key does. */
import type { Sentence } from '../language.ts';

const DIGITS = /^\d{4,8}$/;
const UP = '01234567890123456789';
const DOWN = '98765432109876543210';

/** Why this PIN cannot be taken; null when it can. */
export function refusalOfPin(pin: string): Sentence | null {
  if (!DIGITS.test(pin)) {
    return {
      nl: 'Een pincode heeft 4 tot 8 cijfers, en niets anders.',
      en: 'A PIN has 4 to 8 digits, and nothing else.',
    };
  }
  if (/^(\d)\1+$/.test(pin) || UP.includes(pin) || DOWN.includes(pin)) {
    return {
      nl: 'Deze pincode is te makkelijk te raden. Kies er een zonder rijtje.',
      en: 'This PIN is too easy to guess. Choose one that is no row of digits.',
    };
  }
  return null;
}

/** Slips of the finger cost nothing. */
const FREE_MISSES = 3;
const FIRST_WAIT_SECONDS = 30;
/** Nobody is locked out for longer than a coffee break; who forgot the PIN asks the coordinator. */
const LONGEST_WAIT_SECONDS = 900;

/** How long after the last of so many misses in a row nothing is tried, in seconds. */
export function waitAfter(misses: number): number {
  const over = misses - FREE_MISSES;
  // Beyond ten doublings the longest is reached anyway.
  return over < 0 ? 0 : Math.min(FIRST_WAIT_SECONDS * 2 ** Math.min(over, 10), LONGEST_WAIT_SECONDS);
}

export interface Misses {
  /** In a row, since somebody last got in. */
  readonly misses: number;
  /** ISO 8601 in UTC; null without a miss. */
  readonly missedAt: string | null;
}

/** Whole seconds that are still to be waited at `now`. A clock that was set back never makes it longer than the whole wait. */
export function secondsToWait({ misses, missedAt }: Misses, now: string): number {
  if (missedAt === null) return 0;
  const passed = Math.max(0, (Date.parse(now) - Date.parse(missedAt)) / 1_000);
  return Math.max(0, Math.ceil(waitAfter(misses) - passed));
}
