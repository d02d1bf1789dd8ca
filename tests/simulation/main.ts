/**
 * `npm run simulate -- --seeds N [--crm civicrm|salesforce|nonprofit-cloud] [--start S] [--jobs J] [--short] [--newcomers] [--mutate NAME|all] [--trace]`: proves the sync by
 * simulation, or proves the proof by breaking a rule.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Coverage } from './coverage.ts';
import { mutationsOn } from './all-mutations.ts';
import { CRMS, planOf, type SimulatedCrm } from './plan.ts';
import { shrink } from './shrink.ts';
import type { JobResult } from './worker.ts';
import { Workers } from './workers.ts';

/** A mutation that is not found within so many seeds is a hole in the proof. */
const MOST_SEEDS_OF_A_MUTATION = 200;

export async function main(parameters: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...parameters],
    options: {
      seeds: { type: 'string', default: '200' },
      start: { type: 'string', default: '1' },
      jobs: { type: 'string', default: String(availableParallelism()) },
      short: { type: 'boolean', default: false },
      newcomers: { type: 'boolean', default: false },
      crm: { type: 'string', default: 'civicrm' },
      mutate: { type: 'string' },
      trace: { type: 'boolean', default: false },
    },
  });
  const start = Number(values.start);
  const count = Number(values.seeds);
  const jobs = Number(values.jobs);
  if (![start, count, jobs].every((number) => Number.isSafeInteger(number) && number >= 0) || jobs === 0) {
    console.error('Give --seeds, --start and --jobs as whole numbers.');
    return 2;
  }
  const crm = CRMS.find((known) => known === values.crm);
  if (crm === undefined) {
    console.error(`There is no such CRM. There are: ${CRMS.join(', ')}.`);
    return 2;
  }
  const workers = new Workers(Math.min(jobs, Math.max(1, count)));
  try {
    if (values.mutate !== undefined) {
      return await mutate(workers, {
        wanted: values.mutate,
        start,
        crm,
        isShort: values.short,
        hasNewcomers: values.newcomers,
      });
    }
    const { short: isShort, trace: isTraced, newcomers: hasNewcomers } = values;
    return await prove(workers, { start, count, crm, isShort, isTraced, hasNewcomers });
  } finally {
    workers.close();
  }
}

interface Proof {
  readonly start: number;
  readonly count: number;
  readonly crm: SimulatedCrm;
  readonly isShort: boolean;
  readonly isTraced: boolean;
  readonly hasNewcomers: boolean;
}

async function prove(workers: Workers, { start, count, ...evening }: Proof): Promise<number> {
  const { crm, isShort, hasNewcomers } = evening;
  const coverage = new Coverage();
  const began = performance.now();
  let ended = 0;
  const plans = Array.from({ length: count }, (_, index) => planOf(start + index, isShort, crm, hasNewcomers));
  const results = await workers.run(
    plans.map((plan) => ({ plan, mutation: null })),
    (result) => {
      coverage.add(result.coverage);
      ended += 1;
      // A long run is looked at before it ends.
      if (result.failure !== null) console.log(`seed ${result.seed}: ${result.failure.words}`);
      if (ended % 100 === 0) console.log(`${ended} of ${count} seeds`);
      return true;
    },
  );
  const seconds = (performance.now() - began) / 1_000;
  const failed = results.filter(({ failure }) => failure !== null);
  console.log(coverage.table());
  console.log(`${count} seeds in ${seconds.toFixed(0)} s, ${failed.length} failed`);
  for (const result of failed.slice(0, 3)) await report(workers, result, evening);
  for (const { seed, failure } of failed.slice(3)) console.log(`seed ${seed}: ${failure?.words}`);
  return failed.length === 0 ? 0 : 1;
}

async function report(
  workers: Workers,
  { seed, failure }: JobResult,
  { crm, isShort, isTraced, hasNewcomers }: Omit<Proof, 'start' | 'count'>,
): Promise<void> {
  if (failure === null) return;
  const last: { trace: readonly string[]; words: string } = { trace: [], words: '' };
  const shrunk = await shrink(planOf(seed, isShort, crm, hasNewcomers), failure, async (plan) => {
    const [result] = await workers.run([{ plan, mutation: null }]);
    if (result?.failure?.invariant === failure.invariant) {
      last.trace = result.trace;
      last.words = result.failure.words;
    }
    return result?.failure ?? null;
  });
  console.log(`\nseed ${seed}: ${failure.words}`);
  console.log(
    `replay: npm run simulate -- --seeds 1 --start ${seed}${isShort ? ' --short' : ''}${hasNewcomers ? ' --newcomers' : ''}${crm === 'civicrm' ? '' : ` --crm ${crm}`}`,
  );
  console.log(`shrunk to ${shrunk.steps.length} steps: ${JSON.stringify(shrunk.steps)}`);
  if (last.words !== failure.words) console.log(`and then: ${last.words}`);
  if (isTraced) console.log(last.trace.join('\n'));
}

interface Breaking {
  readonly wanted: string;
  readonly start: number;
  readonly crm: SimulatedCrm;
  readonly isShort: boolean;
  readonly hasNewcomers: boolean;
}

async function mutate(workers: Workers, { wanted, start, crm, isShort, hasNewcomers }: Breaking): Promise<number> {
  const all = mutationsOn(crm, hasNewcomers);
  const chosen = all.filter(({ name }) => wanted === 'all' || name === wanted);
  if (chosen.length === 0) {
    console.error(`There is no such mutation. There are: ${all.map(({ name }) => name).join(', ')}.`);
    return 2;
  }
  console.log('| broken rule | found at seed | by | what |\n| --- | --- | --- | --- |');
  let noticed = 0;
  for (const { name } of chosen) {
    const plans = Array.from({ length: MOST_SEEDS_OF_A_MUTATION }, (_, index) =>
      planOf(start + index, isShort, crm, hasNewcomers),
    );
    const results = await workers.run(
      plans.map((plan) => ({ plan, mutation: name })),
      ({ failure }) => failure === null,
    );
    const first = results.find(({ failure }) => failure !== null);
    if (first !== undefined) noticed += 1;
    const words = first?.failure?.words.split('\n')[0]?.slice(0, 110) ?? '';
    console.log(`| ${name} | ${first?.seed ?? 'not found'} | ${first?.failure?.invariant ?? ''} | ${words} |`);
  }
  console.log(`${noticed} of ${chosen.length} broken rules were noticed`);
  return noticed === chosen.length ? 0 : 1;
}
