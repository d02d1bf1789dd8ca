/**
 * Runs every test as it is, and notes which mutants it comes by, itself or while its file loads. After the last file the
 * mutants are tried.
 */
import {
  TestRunner,
  vi,
  type RunnerTask,
  type RunnerTestCase,
  type RunnerTestFile,
  type RunnerTestSuite,
  type SerializedConfig,
} from 'vitest';
import { collectTests } from 'vitest/internal/browser';
import { mutationState } from './mutation-state.ts';
import { tryMutants } from './try-mutants.ts';

/** The sequencer of `vitest.config.ts` puts it last. */
const LAST_FILE = '/tests/mutate/last.test.ts';

export default class MutationRunner extends TestRunner {
  readonly #state = mutationState();

  constructor(config: SerializedConfig) {
    super(config);
    this.#state.collect = (path) => this.#collect(path);
  }

  onBeforeCollect(): void {
    // Every file loads everything itself, so that it is known what it comes by.
    vi.resetModules();
    this.#state.mutants.passed.clear();
  }

  onCollected(files: readonly RunnerTestFile[]): void {
    const { mutants, loadedBy } = this.#state;
    const [file] = files;
    if (file === undefined || mutants.active !== 0) return;
    const milliseconds = file.collectDuration ?? 0;
    for (const id of mutants.passed) append(loadedBy, id, { path: file.filepath, milliseconds });
  }

  async runTask(test: RunnerTestCase): Promise<void> {
    const { mutants, metBy } = this.#state;
    const run = TestRunner.getTestFn(test);
    mutants.passed.clear();
    const [began, countBefore] = [performance.now(), mutants.count];
    await run();
    const milliseconds = performance.now() - began;
    const passes = mutants.count - countBefore;
    const ran = { name: test.name, milliseconds, passes, run };
    for (const id of mutants.passed) append(metBy, id, ran);
  }

  override async onAfterRunSuite(suite: RunnerTestSuite): Promise<void> {
    await super.onAfterRunSuite(suite);
    if (suite.file.filepath.endsWith(LAST_FILE)) await tryMutants();
  }

  async #collect(path: string): Promise<readonly (() => unknown)[]> {
    // The reporters know this file already, and what it comes by is known too.
    const silent = { value: undefined };
    const quiet: MutationRunner = Object.create(this, {
      onBeforeCollect: silent,
      onCollectStart: silent,
      onCollected: silent,
    });
    vi.resetModules();
    const [file] = await collectTests([path], quiet);
    if (file === undefined || file.result?.state === 'fail') throw new Error(`${path} does not load`);
    return testsOf(file).map((test) => TestRunner.getTestFn(test));
  }
}

function append<Value>(map: Map<number, Value[]>, id: number, value: Value): void {
  const values = map.get(id);
  if (values === undefined) map.set(id, [value]);
  else values.push(value);
}

function testsOf(task: RunnerTask): readonly RunnerTestCase[] {
  return task.type === 'test' ? [task] : task.tasks.flatMap(testsOf);
}
