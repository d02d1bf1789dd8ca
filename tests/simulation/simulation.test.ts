/** Some seeds of the simulation in every run of the tests, and the proof that it would notice. */
import { availableParallelism } from 'node:os';
import { afterAll, describe, expect, it } from 'vitest';
import { MUTATIONS } from './mutations.ts';
import { newcomerMutationsOn } from './newcomer-mutations.ts';
import { planOf } from './plan.ts';
import { Workers } from './workers.ts';

const SEEDS = 200;
/** Five hundred long ones are in docs/benchmarks.md. */
const SALESFORCE_SEEDS = 6;
/** Half of them with NPSP. */
const SHAPES = ['salesforce', 'nonprofit-cloud'] as const;
const MINUTES = 60_000;

/**
 * Broken rules, each with the first evening that brought it to light when this was written. What a workstation asks of
 * the CRM changes with the program, and then another evening does; it must be one of the first 200.
 */
const CAUGHT = [
  ['no overlap in the pull', 26],
  ['no read-back before a retry', 9],
  ['no priority for objections', 17],
  ['no claim check', 30],
  ['no guard on corrections', 5],
] as const;

/** Some of those on Salesforce; all of them by `npm run simulate -- --crm salesforce --mutate all`. */
const CAUGHT_ON_SALESFORCE = [
  ['a claim stays when its call is sent', 1],
  ['no guard on corrections', 5],
  ['the questions of a day are not counted', 5],
] as const;

/** What makes one contact of each newcomer, in evenings with newcomers. */
const CAUGHT_WITH_NEWCOMERS = [
  ['civicrm', 'a newcomer is not looked for by her number', 12],
  ['civicrm', 'a newcomer is not looked for by name and e-mail', 12],
  ['civicrm', 'a newcomer is made without her number', 83],
  ['civicrm', 'a yes is forgotten when the workstation restarts', 16],
  ['salesforce', 'a newcomer is not looked for by name and e-mail', 12],
  ['salesforce', 'a newcomer whose answer was lost is made again', 45],
  ['salesforce', 'a yes is forgotten when the workstation restarts', 16],
] as const;

/** Evenings with newcomers: of each CRM, and one that found something (a read that is behind, right after she was made). */
const WITH_NEWCOMERS = [
  ['civicrm', 1],
  ['civicrm', 2],
  ['salesforce', 1],
  ['salesforce', 31],
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
      seeds.map((seed) => ({ plan: planOf(seed, true, SHAPES[seed % 2] ?? 'salesforce'), mutation: null })),
    );
    const failed = results.flatMap(({ seed, failure }) =>
      failure === null
        ? []
        : [`npm run simulate -- --crm ${SHAPES[seed % 2]} --seeds 1 --start ${seed} --short: ${failure.words}`],
    );
    expect(failed).toEqual([]);
  });

  it('makes each newcomer once, and everybody who was said yes to', { timeout: 5 * MINUTES }, async () => {
    const results = await workers.run(
      WITH_NEWCOMERS.map(([crm, seed]) => ({ plan: planOf(seed, seed !== 31, crm, true), mutation: null })),
    );
    const failed = results.flatMap(({ seed, failure }) => (failure === null ? [] : [`${seed}: ${failure.words}`]));
    expect(failed).toEqual([]);
  });

  it.each(FOUND)('still holds where it once did not: %s', { timeout: 2 * MINUTES }, async (_, seed) => {
    const [result] = await workers.run([{ plan: planOf(seed), mutation: null }]);
    expect(result?.failure).toBeNull();
  });

  it('has an evening for every rule that can be broken', () => {
    expect(CAUGHT.map(([name]) => name)).toEqual(MUTATIONS.map(({ name }) => name));
    const withNewcomers = (['civicrm', 'salesforce'] as const).flatMap((crm) =>
      newcomerMutationsOn(crm).map(({ name }) => [crm, name]),
    );
    expect(CAUGHT_WITH_NEWCOMERS.map(([crm, name]) => [crm, name])).toEqual(withNewcomers);
  });

  it.each([
    ...CAUGHT.map((caught) => ['civicrm', ...caught, false] as const),
    ...CAUGHT_ON_SALESFORCE.map((caught) => ['salesforce', ...caught, false] as const),
    ...CAUGHT_WITH_NEWCOMERS.map((caught) => [...caught, true] as const),
  ])(
    'notices that a rule is broken on %s: %s',
    { timeout: 15 * MINUTES },
    async (crm, mutation, known, hasNewcomers) => {
      const seeds = [known, ...Array.from({ length: SEEDS }, (_, index) => index + 1)];
      const jobs = seeds.map((seed) => ({ plan: planOf(seed, true, crm, hasNewcomers), mutation }));
      const results = await workers.run(jobs, ({ failure }) => failure === null);
      expect(results.some(({ failure }) => failure !== null)).toBe(true);
    },
  );
});
