/** A share of the generated set of `npm run matching`, with the same bounds. */
import { expect, it } from 'vitest';
import { LEAST_CERTAIN, LEAST_PRECISION, LEAST_RECALL } from '../../matching/main.ts';
import { figuresOf, judgeAll } from '../../matching/measure.ts';
import { createWorld } from '../../matching/world/world.ts';

it('links the right donors by itself, and shows nearly all others to a coordinator', () => {
  const world = createWorld(7, { donors: 8_000, sources: 2_500 });
  const figures = figuresOf(world, judgeAll(world));
  expect(figures.precision).toBeGreaterThanOrEqual(LEAST_PRECISION);
  expect(figures.recallWithQueue).toBeGreaterThanOrEqual(LEAST_RECALL);
  expect(figures.recallCertain).toBeGreaterThanOrEqual(LEAST_CERTAIN);
  expect(figures.queue).toBeLessThan(world.sources.length / 6);
});

it('is the same set for the same seed', () => {
  const size = { donors: 300, sources: 100 };
  expect(createWorld(3, size)).toEqual(createWorld(3, size));
  expect(createWorld(4, size)).not.toEqual(createWorld(3, size));
});
