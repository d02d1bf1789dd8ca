/** `npm run hold-out -- --trials 1000 [--seed 1] [--through 20]`: proves the intervals of what the calls achieved. */
import { parseArgs } from 'node:util';
import { achievedOf } from '../../domain/results/achieved/achieved.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { inventTrial, READING } from './invent-trial.ts';
import { lookOften } from './looks.ts';
import { measurePower } from './power.ts';
import { comparisonOf, coverageOf, runTrials, TRIAL_OUTCOMES, type Tallies } from './run-trials.ts';
import { SCENARIOS } from './scenarios.ts';
import { askThroughDatabase, differenceOf } from './through-database.ts';

/** Of 1,000 trials with a true 95%, so few as 93% or so many as 97% come once in two hundred times. */
const LOWEST = 0.93;
const HIGHEST = 0.97;

export async function main(parameters: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...parameters],
    options: {
      trials: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      through: { type: 'string', default: '20' },
    },
  });
  const [trials, seed, through] = [values.trials, values.seed, values.through].map(Number);
  if (![trials, seed, through].every((number) => Number.isSafeInteger(number) && (number ?? -1) >= 0) || !trials) {
    console.error('Give --trials, --seed and --through as whole numbers.');
    return 2;
  }
  const began = performance.now();
  let isWell = true;
  console.log(`Coverage of the 95% interval in ${trials} trials of each charity, seed ${seed}.\n`);
  console.log(`| charity | ${TRIAL_OUTCOMES.join(' | ')} |`);
  console.log(`| --- | ${TRIAL_OUTCOMES.map(() => '---').join(' | ')} |`);
  for (const scenario of SCENARIOS) {
    const result = runTrials(scenario, trials, seed ?? 1);
    const cells = TRIAL_OUTCOMES.map((outcome) => cellOf(result, outcome));
    isWell &&= cells.every(({ isInside }) => isInside);
    console.log(`| ${scenario.name} | ${cells.map(({ text }) => text).join(' | ')} |`);
  }
  isWell = (await compareThroughDatabase(through ?? 0, seed ?? 1)) && isWell;
  sayPower(Math.min(trials, 1_000), seed ?? 1);
  sayLooks(Math.min(trials, 1_000), seed ?? 1);
  console.log(`\n${isWell ? 'All between 93% and 97%.' : 'NOT all between 93% and 97%.'} ${seconds(began)} s`);
  return isWell ? 0 : 1;
}

const seconds = (since: number): string => ((performance.now() - since) / 1_000).toFixed(0);
const percent = (count: number, of: number): string => `${((100 * count) / of).toFixed(1)}%`;

/** "95.2% (94.8, 95.4, 95.3)": over the windows of 3, 6 and 12 months, and each by itself. */
function cellOf(result: Tallies, outcome: (typeof TRIAL_OUTCOMES)[number]) {
  const { shown, covered } = coverageOf(result, outcome);
  const share = covered / shown;
  const own = result.tallies.filter((each) => each.outcome === outcome);
  const windows = own.map((each) =>
    each.shown === 0
      ? '–'
      : `${((100 * each.covered) / each.shown).toFixed(1)}${each.shown < result.trials ? '*' : ''}`,
  );
  return { isInside: share >= LOWEST && share <= HIGHEST, text: `${percent(covered, shown)} (${windows.join(', ')})` };
}

/** Whether the screen's question, asked of a real database, says to the digit what was proved above. */
async function compareThroughDatabase(trials: number, seed: number): Promise<boolean> {
  let same = 0;
  for (let trial = 0; trial < trials; trial += 1) {
    const scenario = SCENARIOS[trial % SCENARIOS.length];
    if (scenario === undefined) continue;
    const donors = inventTrial(scenario, seededRandom(seed + trial));
    const expected = achievedOf(donors, READING);
    const { all } = await askThroughDatabase(donors);
    const isSame = all.rows.every((row) => {
      const { difference } = comparisonOf(expected, row);
      const shown = differenceOf(row);
      if (difference === null || shown === null) return difference === shown;
      return (['value', 'low', 'high'] as const).every((end) => Math.abs(difference[end] - shown[end]) < 1e-9);
    });
    if (isSame) same += 1;
  }
  console.log(`\nThrough a real database and the handler of the screen: ${same} of ${trials} trials the same.`);
  return same === trials;
}

function sayPower(trials: number, seed: number): void {
  console.log(`\nThe smallest difference that so many donors could have shown, in ${trials} trials with just that:\n`);
  console.log('| charity and outcome | smallest difference, in points | shown |\n| --- | --- | --- |');
  for (const { name, smallest, shown, trials: of } of measurePower(trials, seed)) {
    console.log(`| ${name} | ${(smallest * 100).toFixed(1)} | ${percent(shown, of)} |`);
  }
}

function sayLooks(trials: number, seed: number): void {
  const { weekly, quarterly, once } = lookOften(Math.min(trials, 300), seed);
  const of = Math.min(trials, 300);
  console.log(
    `\nWhen calling does nothing, a difference is shown at least once: looking every week ${percent(weekly, of)}, ` +
      `every quarter ${percent(quarterly, of)}, once ${percent(once, of)} (${of} trials of two years).`,
  );
}
