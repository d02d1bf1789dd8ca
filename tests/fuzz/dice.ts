/** What a fuzzer throws: numbers, choices and texts from one seed, so that every find can be thrown again. */
import { seededRandom } from '../support/seeded-random.ts';

export interface Dice {
  /** A whole number from 0 up to and without `below`. */
  number(below: number): number;
  /** True once in so many times. */
  onceIn(times: number): boolean;
  pick<Value>(values: readonly Value[]): Value;
  shuffled<Value>(values: readonly Value[]): Value[];
}

export function createDice(seed: number): Dice {
  const random = seededRandom(seed);
  const number = (below: number): number => Math.floor(random() * below);
  return {
    number,
    onceIn: (times) => number(times) === 0,
    pick: (values) => {
      const value = values[number(values.length)];
      if (value === undefined && values.length === 0) throw new Error('nothing to choose from');
      return value as (typeof values)[number];
    },
    shuffled: (values) =>
      values
        .map((value) => ({ value, place: random() }))
        .toSorted((a, b) => a.place - b.place)
        .map(({ value }) => value),
  };
}
