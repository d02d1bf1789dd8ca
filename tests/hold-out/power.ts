/** Whether "the smallest difference that so many donors could have shown" is right: it should be shown four times out of five. */
import { achievedOf } from '../../domain/results/achieved/achieved.ts';
import { isShown } from '../../domain/results/achieved/comparison.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { inventTrial, READING } from './invent-trial.ts';
import { comparisonOf } from './run-trials.ts';
import { SCENARIOS, type Behaviour, type Scenario } from './scenarios.ts';

export interface Power {
  readonly name: string;
  /** The smallest difference, as it was told on average when calling did nothing. */
  readonly smallest: number;
  readonly trials: number;
  /** Trials with that very difference in which it was shown. */
  readonly shown: number;
}

export function measurePower(trials: number, seed: number): readonly Power[] {
  const random = seededRandom(seed);
  return SCENARIOS.filter(({ called, held }) => called === held)
    .filter(({ percents }) => percents.length === 1)
    .flatMap((scenario) => [
      power(scenario, 'gave-again', trials, random, (held, smallest) => ({ givesAgain: held.givesAgain + smallest })),
      power(scenario, 'objection', trials, random, (held, smallest) => ({ objects: held.objects + smallest })),
    ]);
}

function power(
  scenario: Scenario,
  outcome: 'gave-again' | 'objection',
  trials: number,
  random: () => number,
  withEffect: (held: Behaviour, smallest: number) => Partial<Behaviour>,
): Power {
  const asked = { outcome, months: 12 } as const;
  const told = Array.from(
    { length: 50 },
    () => comparisonOf(achievedOf(inventTrial(scenario, random), READING), asked).detectable ?? 0,
  );
  const smallest = told.reduce((sum, each) => sum + each, 0) / told.length;
  const called = { ...scenario.held, ...withEffect(scenario.held, smallest) };
  let shown = 0;
  for (let trial = 0; trial < trials; trial += 1) {
    const { difference } = comparisonOf(achievedOf(inventTrial({ ...scenario, called }, random), READING), asked);
    if (difference !== null && isShown(difference)) shown += 1;
  }
  return { name: `${scenario.name}: ${outcome}`, smallest, trials, shown };
}
