import { expect, it } from 'vitest';
import { fuzzCrm } from './fuzz-crm.ts';
import { rounds } from './report.ts';

it('whatever a CRM answers: a report, a whole file, and screens that can show it', async () => {
  const { violations, inputs } = await fuzzCrm({ seed: 1, goesOn: rounds(4) });
  expect(violations).toEqual([]);
  expect(inputs).toBeGreaterThan(10);
});
