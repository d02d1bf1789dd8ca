/** What looking often does: in trials in which calling does nothing, how often a difference is shown at least once. */
import { addDays, daysBetween, type CalendarDay } from '../../domain/calendar/day.ts';
import { achievedOf, nextReading } from '../../domain/results/achieved/achieved.ts';
import { isShown } from '../../domain/results/achieved/comparison.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { inventTrial } from './invent-trial.ts';
import { SCENARIOS, type Scenario } from './scenarios.ts';
import { comparisonOf } from './run-trials.ts';

/** Two years in which donors are drawn, and looked at from the end of the first half-year on. */
const START: CalendarDay = '2024-01-08';
const DAYS = 720;
const FIRST: CalendarDay = '2024-07-01';
const LAST: CalendarDay = '2026-01-01';

export interface Looks {
  readonly trials: number;
  /** Trials in which a difference was shown at one look at least. */
  readonly weekly: number;
  readonly quarterly: number;
  /** At the last one alone. */
  readonly once: number;
}

export function lookOften(trials: number, seed: number): Looks {
  const scenario: Scenario = { ...(SCENARIOS[0] as Scenario), donors: 600 };
  const random = seededRandom(seed);
  let [weekly, quarterly, once] = [0, 0, 0];
  for (let trial = 0; trial < trials; trial += 1) {
    const donors = inventTrial(scenario, random, { start: START, days: DAYS });
    const isFound = (day: CalendarDay): boolean => {
      const { difference } = comparisonOf(achievedOf(donors, day), { outcome: 'gave-again', months: 3 });
      return difference !== null && isShown(difference);
    };
    if (weeks().some(isFound)) weekly += 1;
    if (quarters().some(isFound)) quarterly += 1;
    if (isFound(LAST)) once += 1;
  }
  return { trials, weekly, quarterly, once };
}

function weeks(): readonly CalendarDay[] {
  return Array.from({ length: Math.floor(daysBetween(FIRST, LAST) / 7) + 1 }, (_, week) => addDays(LAST, -7 * week));
}

function quarters(): readonly CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let day: CalendarDay = FIRST; day <= LAST; day = nextReading(day)) days.push(day);
  return days;
}
