/** Runs after all others: the runner then tries the mutants. */
import { expect, test } from 'vitest';
import { mutationState } from './mutation-state.ts';

test('the tests come by some mutants', () => {
  expect(mutationState().metBy.size).toBeGreaterThan(0);
});
