/** Some seeds of the simulation in every run of the tests, and the proof that it would notice. */
import { availableParallelism } from 'node:os';
import { afterAll, describe, expect, it } from 'vitest';
import { MUTATIONS } from './mutations.ts';
import { planOf } from './plan.ts';
import { Workers } from './workers.ts';

const SEEDS = 200;
/** Five hundred long ones are in docs/benchmarks.md. */
const SALESFORCE_SEEDS = 6;
const MINUTES = 60_000;

/**
 * Broken rules, each with the first evening that brought it to light when this was written. What a workstation asks of
 * the CRM changes with the program, and then another evening does; it must be one of the first 200.
 */
const CAUGHT = [
  ['no overlap in the pull', 26],
  ['no read-back before a retry', 9],
  ['no priority for objections', 13],
  ['no claim check', 13],
  ['no guard on corrections', 4],
] as const;

/** Longer evenings that found something, by what they found. */
const FOUND = [
  ['an objection that somebody takes back leaves another one standing', 149],
  ['what follows an objection that the CRM could not take waits with it', 20],
  ['a call that a stale read sent to the loser of a merge is the winner’s', 476],
] as const;

const workers = new Workers(Math.min(2, availableParallelism()));
afterAll(() => workers.close());

describe('the simulation', () => {
  it(`holds its five invariants in ${SEEDS} short evenings`, { timeout: 15 * MINUTES }, async () => {
    const jobs = Array.from({ length: SEEDS }, (_, index) => ({ plan: planOf(index + 1, true), mutation: null }));
    const results = await workers.run(jobs);
    const failed = results
      .filter(({ failure }) => failure !== null)
      .map(({ seed, failure }) => `npm run simulate -- --seeds 1 --start ${seed} --short: ${failure?.words}`);
    expect(failed).toEqual([]);
  });

  it(`holds them on Salesforce as well, in ${SALESFORCE_SEEDS} short evenings`, { timeout: 5 * MINUTES }, async () => {
    const seeds = Array.from({ length: SALESFORCE_SEEDS }, (_, index) => index + 1);
    const results = await workers.run(
      seeds.map((seed) => ({ plan: planOf(seed, true, 'salesforce'), mutation: null })),
    );
    const failed = results.flatMap(({ seed, failure }) =>
      failure === null
        ? []
        : [`npm run simulate -- --crm salesforce --seeds 1 --start ${seed} --short: ${failure.words}`],
    );
    expect(failed).toEqual([]);
  });

  it.each(FOUND)('still holds where it once did not: %s', { timeout: 2 * MINUTES }, async (_, seed) => {
    const [result] = await workers.run([{ plan: planOf(seed), mutation: null }]);
    expect(result?.failure).toBeNull();
  });

  it('has an evening for every rule that can be broken', () => {
    expect(CAUGHT.map(([name]) => name)).toEqual(MUTATIONS.map(({ name }) => name));
  });

  it.each(CAUGHT)('notices that a rule is broken: %s', { timeout: 15 * MINUTES }, async (mutation, known) => {
    const seeds = [known, ...Array.from({ length: SEEDS }, (_, index) => index + 1)];
    const jobs = seeds.map((seed) => ({ plan: planOf(seed, true), mutation }));
    const results = await workers.run(jobs, ({ failure }) => failure === null);
    expect(results.some(({ failure }) => failure !== null)).toBe(true);
  });
});
