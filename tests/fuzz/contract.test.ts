import { expect, it } from 'vitest';
import { fuzzContract } from './fuzz-contract.ts';
import { fuzzSealed } from './fuzz-sealed.ts';
import { rounds } from './report.ts';

it('whatever is asked, by whomever: one answer that fits, and nothing changes that was refused', async () => {
  const { violations, figures } = await fuzzContract({ seed: 1, goesOn: rounds(1) });
  expect(violations).toEqual([]);
  expect(figures['answered']).toBeGreaterThan(100);
});

it('whatever is asked of a workstation that is closed: nothing is answered but how to come in', async () => {
  const { violations, refused } = await fuzzSealed({ seed: 1, goesOn: rounds(10) });
  expect(violations).toEqual([]);
  expect(refused).toBeGreaterThan(1_000);
});
