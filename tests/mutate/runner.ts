/**
 * Runs every test as it is, notes which mutants it came by, and then once more with each of these that is still alive.
 * A test that fails then has caught the mutant. Mutants that are only met while modules load are for `main.ts`.
 */
import { writeFileSync } from 'node:fs';
import { TestRunner, type RunnerTestCase, type SerializedConfig } from 'vitest';
import { MutantSwitch } from './mutant-switch.ts';

interface MutationState {
  readonly mutants: MutantSwitch;
  readonly killed: Map<number, string>;
  readonly met: Set<number>;
  readonly metOnLoad: Set<number>;
}

const global = globalThis as unknown as { __mutant: MutantSwitch; __mutation: MutationState | undefined };

/** Kept over the files of one process. */
function stateOf(): MutationState {
  if (global.__mutation === undefined) {
    const mutants = new MutantSwitch();
    mutants.active = Number(process.env['DANKBEL_MUTANT'] ?? 0);
    global.__mutant = mutants;
    global.__mutation = { mutants, killed: new Map(), met: new Set(), metOnLoad: new Set() };
  }
  return global.__mutation;
}

const FUEL = 3_000_000;

export default class MutationRunner extends TestRunner {
  readonly #state: MutationState;
  readonly #isWanted: (id: number) => boolean;

  constructor(config: SerializedConfig) {
    super(config);
    this.#state = stateOf();
    const wanted = new Set((process.env['DANKBEL_MUTANTS'] ?? '').split(',').map(Number));
    this.#isWanted = (id) => wanted.has(id);
  }

  async runTask(test: RunnerTestCase): Promise<void> {
    const { mutants, killed, met, metOnLoad } = this.#state;
    const run = TestRunner.getTestFn(test);
    if (process.env['DANKBEL_MUTANT'] !== undefined) {
      await run();
      return;
    }
    for (const id of mutants.passed) metOnLoad.add(id);
    mutants.passed.clear();
    await run();
    const candidates = [...mutants.passed].filter((id) => this.#isWanted(id) && !killed.has(id));
    for (const id of mutants.passed) met.add(id);
    mutants.passed.clear();
    for (const id of candidates) {
      mutants.start(id, FUEL);
      try {
        await run();
      } catch {
        killed.set(id, test.name);
      } finally {
        mutants.stop();
      }
    }
    mutants.passed.clear();
  }

  override onAfterRunFiles(files: Parameters<TestRunner['onAfterRunFiles']>[0]): void {
    super.onAfterRunFiles(files);
    const { killed, met, metOnLoad } = this.#state;
    const onlyOnLoad = [...metOnLoad].filter((id) => !met.has(id));
    const result = { killed: [...killed.keys()], met: [...met], onlyOnLoad };
    const file = process.env['DANKBEL_MUTATION_RESULT'];
    if (file !== undefined) writeFileSync(file, JSON.stringify(result));
  }
}
