import { expect, it } from 'vitest';
import { fuzzXlsx } from './fuzz-xlsx.ts';
import { rounds } from './report.ts';

it('whatever a workbook holds: rows or a refusal in words, soon and in bounds', async () => {
  const { violations, refused, figures } = await fuzzXlsx({ seed: 1, goesOn: rounds(60) });
  expect(violations).toEqual([]);
  expect(refused).toBeGreaterThan(10);
  expect(figures['rows']).toBeGreaterThan(100);
});

it('a story where a header belongs keeps nobody waiting', async () => {
  // A header of 100,000 characters was compared word by word with every name of every field, for seconds.
  for (const seed of [1171, 1326]) {
    expect((await fuzzXlsx({ seed, goesOn: rounds(1) })).violations).toEqual([]);
  }
});
