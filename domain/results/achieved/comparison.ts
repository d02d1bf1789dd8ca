/** What a comparison of called donors with held-out ones says, and when it says nothing. */
import { FEWEST } from '../share.ts';

/** Of the normal distribution: 97.5% lies below it, and 80%. */
export const Z = 1.959963984540054;
export const POWER_Z = 0.8416212335729143;

/** Fewer followed donors than this in one of the groups: nothing is said. */
export const FEWEST_DONORS = FEWEST;
/** Fewer than this of whom it is true, or of whom it is not, in both groups together: nothing is said. */
export const FEWEST_EVENTS = 10;
/** Fewer givers than this in one of the groups: nothing is said of amounts. */
export const FEWEST_GIVERS = 10;

/** Why nothing is said, or that there is enough. */
export type Verdict = 'enough' | 'few-donors' | 'few-events' | 'few-givers';

export interface Difference {
  readonly value: number;
  /** The 95% interval. */
  readonly low: number;
  readonly high: number;
}

export interface Comparison {
  readonly verdict: Verdict;
  /** Null where nothing is said. */
  readonly difference: Difference | null;
  /** The smallest difference that so many donors could have shown, four times out of five; null for none. */
  readonly detectable: number | null;
}

/** Whether chance alone is an unlikely cause: nothing but the interval decides it. */
export function isShown({ low, high }: Difference): boolean {
  return low > 0 || high < 0;
}
