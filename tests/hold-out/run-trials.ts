/**
 * Holds trials with known effects, through the very function that the screen and the board's page show, and counts how
 * often the interval holds the truth.
 */
import { achievedOf, ACHIEVED_SHARES, type Achieved } from '../../domain/results/achieved/achieved.ts';
import type { Comparison } from '../../domain/results/achieved/comparison.ts';
import { WINDOWS, type Months } from '../../domain/results/achieved/drawn.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { inventTrial, READING, truthOf, type Truth } from './invent-trial.ts';
import type { Scenario } from './scenarios.ts';

export const TRIAL_OUTCOMES = [...ACHIEVED_SHARES, 'amount'] as const;
export type TrialOutcome = (typeof TRIAL_OUTCOMES)[number];

export interface Tally {
  readonly outcome: TrialOutcome;
  readonly months: Months;
  readonly truth: number;
  /** Trials in which there was enough to say something. */
  shown: number;
  /** Of them, in which the interval holds the truth. */
  covered: number;
  /** Of them, in which the whole interval lies below the truth, and above it. */
  below: number;
  above: number;
  /** Of them, in which a difference was shown. */
  found: number;
}

export interface Tallies {
  readonly scenario: Scenario;
  readonly trials: number;
  readonly tallies: readonly Tally[];
}

/** @param lives from how many the truth is counted; absent: from very many */
export function runTrials(scenario: Scenario, trials: number, seed: number, lives?: number): Tallies {
  const random = seededRandom(seed);
  const truths = new Map<Months, Truth>(WINDOWS.map((months) => [months, truthOf(scenario, months, random, lives)]));
  const tallies = TRIAL_OUTCOMES.flatMap((outcome) =>
    WINDOWS.map((months): Tally => ({
      outcome,
      months,
      truth: truths.get(months)?.[outcome] ?? 0,
      shown: 0,
      covered: 0,
      below: 0,
      above: 0,
      found: 0,
    })),
  );
  for (let trial = 0; trial < trials; trial += 1) {
    const achieved = achievedOf(inventTrial(scenario, random), READING);
    for (const tally of tallies) count(tally, comparisonOf(achieved, tally));
  }
  return { scenario, trials, tallies };
}

export function comparisonOf({ all }: Achieved, { outcome, months }: Pick<Tally, 'outcome' | 'months'>): Comparison {
  const own: readonly (Comparison & { readonly months: Months })[] =
    outcome === 'amount' ? all.amounts : all.shares.filter((each) => each.outcome === outcome);
  const found = own.find((each) => each.months === months);
  if (found === undefined) throw new Error(`nothing was compared for ${outcome} within ${months} months`);
  return found;
}

function count(tally: Tally, { difference }: Comparison): void {
  if (difference === null) return;
  tally.shown += 1;
  if (difference.high < tally.truth) tally.below += 1;
  else if (difference.low > tally.truth) tally.above += 1;
  else tally.covered += 1;
  if (difference.low > 0 || difference.high < 0) tally.found += 1;
}

/** One outcome of a scenario over all its windows: how often the interval held the truth. */
export function coverageOf(
  { tallies }: Tallies,
  outcome: TrialOutcome,
): { readonly shown: number; readonly covered: number } {
  const own = tallies.filter((each) => each.outcome === outcome);
  return {
    shown: own.reduce((sum, { shown }) => sum + shown, 0),
    covered: own.reduce((sum, { covered }) => sum + covered, 0),
  };
}
