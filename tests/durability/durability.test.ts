/** A seeded share of the durability proof in every run of the tests; `npm run durability -- --long` is the whole. */
import { describe, expect, it } from 'vitest';
import { runSuite } from './main.ts';
import { SUITES } from './suites/index.ts';

const MINUTE = 60_000;

describe('what was acknowledged', () => {
  it.each(SUITES.map(({ name }) => name))(
    'is there once, or it is said what to do: %s',
    { timeout: 2 * MINUTE },
    async (name) => {
      const { failures, tried, notes } = await runSuite(name, false, 1);
      expect(failures).toEqual([]);
      if (notes.length > 0) console.log(notes.join('\n'));
      expect(Object.keys(tried).length + notes.length).toBeGreaterThan(0);
    },
  );
});
