/** Throws of the dice of one seed. */
import { seededRandom } from '../../support/seeded-random.ts';

export interface Chance {
  /** True in so many of a hundred. */
  readonly percent: (share: number) => boolean;
  readonly below: (limit: number) => number;
  readonly one: <Value>(values: readonly Value[]) => Value;
  /** By weight. */
  readonly weighted: <Value>(values: readonly (readonly [Value, number])[]) => Value;
}

export function chanceOf(seed: number): Chance {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  return {
    percent: (share) => random() * 100 < share,
    below,
    one: <Value>(values: readonly Value[]): Value => {
      const value = values[below(values.length)];
      if (value === undefined) throw new Error('nothing to choose from');
      return value;
    },
    weighted: (values) => {
      let left = random() * values.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of values) {
        left -= weight;
        if (left < 0) return value;
      }
      const last = values.at(-1);
      if (last === undefined) throw new Error('nothing to choose from');
      return last[0];
    },
  };
}
