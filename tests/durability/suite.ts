/** What a suite of the durability proof is, and what it says in the end. */

export interface SuiteContext {
  /** A folder of its own, gone afterwards. */
  readonly folder: string;
  /** Everything, or the seeded share that every run of the tests has. */
  readonly isLong: boolean;
  readonly random: () => number;
  readonly say: (line: string) => void;
}

export interface SuiteResult {
  /** What was tried, by kind. */
  readonly tried: Readonly<Record<string, number>>;
  /** What came of it: opened as it was, brought back from a snapshot, refused with a sentence, and so on. */
  readonly came: Readonly<Record<string, number>>;
  /** Sentences; empty when everything held. */
  readonly failures: readonly string[];
  /** What could not run on this machine, and why. */
  readonly notes: readonly string[];
}

export interface Suite {
  readonly name: string;
  run(context: SuiteContext): Promise<SuiteResult>;
}

/** Counts and gathers while a suite runs. */
export class Tally {
  readonly #tried: Record<string, number> = {};
  readonly #came: Record<string, number> = {};
  readonly #failures: string[] = [];
  readonly #leftOut: string[] = [];

  tried(kind: string, count = 1): void {
    this.#tried[kind] = (this.#tried[kind] ?? 0) + count;
  }

  came(what: string): void {
    this.#came[what] = (this.#came[what] ?? 0) + 1;
  }

  fail(words: string): void {
    this.#failures.push(words);
  }

  leaveOut(words: string): void {
    this.#leftOut.push(words);
  }

  /** Runs one trial; what it throws is its failure. @returns what came of it; null when it failed */
  async trial(kind: string, words: string, work: () => Promise<string>): Promise<string | null> {
    this.tried(kind);
    try {
      const came = await work();
      this.came(came);
      return came;
    } catch (error) {
      this.fail(`${kind}, ${words}: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    }
  }

  result(): SuiteResult {
    return { tried: this.#tried, came: this.#came, failures: this.#failures, notes: this.#leftOut };
  }
}

/** Some of many, evenly spread: the same ones in every run. */
export function shareOf<Item>(items: readonly Item[], most: number): readonly Item[] {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_, index) => items[Math.floor((index * items.length) / most)]!);
}
