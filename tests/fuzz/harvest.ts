/**
 * Values that answers held, by the name of their field: what a fuzzer must send back to get further than the door. An
 * "id" is known by what it lies in as well, so that the id of a follow-up is also tried where a donor's is meant.
 */
import type { Dice } from './dice.ts';

const MOST_PER_NAME = 60;
const MOST_LOOKED_AT = 4_000;

type Simple = string | number;

export class Harvest {
  readonly #values = new Map<string, Simple[]>();

  gather(answer: unknown): void {
    let left = MOST_LOOKED_AT;
    const look = (value: unknown, name: string): void => {
      left -= 1;
      if (left < 0) return;
      if (typeof value === 'number' || (typeof value === 'string' && value.length < 200)) this.#keep(name, value);
      else if (Array.isArray(value)) for (const each of value) look(each, name);
      else if (typeof value === 'object' && value !== null) {
        for (const [key, each] of Object.entries(value)) look(each, key);
      }
    };
    look(answer, '');
  }

  #keep(name: string, value: Simple): void {
    const kept = this.#values.get(name) ?? [];
    if (kept.includes(value)) return;
    kept.push(value);
    if (kept.length > MOST_PER_NAME) kept.shift();
    this.#values.set(name, kept);
  }

  /** Something that stood under this name, or under any name of that kind; undefined when nothing is known. */
  take(dice: Dice, name: string, type: 'string' | 'number'): Simple | undefined {
    const fitting = (this.#values.get(name) ?? this.#similar(name)).filter((value) => typeof value === type);
    return fitting.length === 0 ? undefined : dice.pick(fitting);
  }

  /** `followUpId` may be called `id` where it was told, `proposalId` the other way round. */
  #similar(name: string): readonly Simple[] {
    if (!/id$/i.test(name)) return [];
    return [...this.#values].filter(([key]) => /id$/i.test(key)).flatMap(([, values]) => values);
  }
}
