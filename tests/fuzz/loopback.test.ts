import { expect, it } from 'vitest';
import { fuzzLoopback } from './fuzz-loopback.ts';
import { rounds } from './report.ts';

it('whatever is written to the port: nobody comes in, nothing hides, and the page is answered on', async () => {
  const { violations, refused } = await fuzzLoopback({ seed: 1, goesOn: rounds(40) });
  expect(violations).toEqual([]);
  expect(refused).toBeGreaterThan(200);
});
