/** Finds the fewest steps that still break the same invariant. */
import type { Plan, Step } from './plan.ts';
import type { SeedFailure } from './run-seed.ts';

/** @param run runs a plan. @returns a plan from which no step can be left out */
export async function shrink(
  plan: Plan,
  failure: SeedFailure,
  run: (plan: Plan) => Promise<SeedFailure | null>,
): Promise<Plan> {
  let { steps } = plan;
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < steps.length;) {
      const fewer: readonly Step[] = [...steps.slice(0, from), ...steps.slice(from + size)];
      const found = await run({ ...plan, steps: fewer });
      if (found?.invariant === failure.invariant) steps = fewer;
      else from += size;
    }
  }
  return { ...plan, steps };
}
