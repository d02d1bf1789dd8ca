import { expect, it } from 'vitest';
import { fuzzFiles } from './fuzz-files.ts';
import { rounds } from './report.ts';

it('whatever a file holds: a report or a refusal in words, and nothing half', async () => {
  const { violations, refused, figures } = await fuzzFiles({ seed: 1, goesOn: rounds(25) });
  expect(violations).toEqual([]);
  expect(Math.min(refused, figures['taken'] ?? 0)).toBeGreaterThan(5);
});
