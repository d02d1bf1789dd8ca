/** What the tests of one process learn about mutants. Kept over its files, beside their modules. */
import { MutantSwitch } from './mutant-switch.ts';

/** A test that ran well without any mutant. */
export interface RanTest {
  readonly name: string;
  readonly milliseconds: number;
  /** How often it came by any mutant. */
  readonly passes: number;
  readonly run: () => unknown;
}

export interface RanFile {
  readonly path: string;
  readonly milliseconds: number;
}

export interface MutationState {
  readonly mutants: MutantSwitch;
  /** By mutant the tests that come by it. */
  readonly metBy: Map<number, RanTest[]>;
  /** By mutant the test files that come by it while their modules load. */
  readonly loadedBy: Map<number, RanFile[]>;
  /** Loads the tests of a file anew, with what is on now. Throws when it cannot be loaded. */
  collect: (path: string) => Promise<readonly (() => unknown)[]>;
}

const global = globalThis as unknown as { __mutant: MutantSwitch; __mutation: MutationState | undefined };

export function mutationState(): MutationState {
  if (global.__mutation === undefined) {
    const mutants = new MutantSwitch();
    global.__mutant = mutants;
    global.__mutation = {
      mutants,
      metBy: new Map(),
      loadedBy: new Map(),
      collect: () => Promise.reject(new Error('no test file ran yet')),
    };
  }
  return global.__mutation;
}
