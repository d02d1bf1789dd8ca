import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/longest-first.ts';

export default defineConfig({
  test: {
    include: ['tests/{unit,property,integration,conformance,contract,simulation,fuzz,durability}/**/*.test.ts'],
    pool: 'forks',
    // Vitest would leave one core to itself, which of two is half of them.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    // The files of a worker share the modules that they load; what a test opened is closed by support/when-done.ts.
    isolate: false,
    globalSetup: ['tests/support/run-folder.ts'],
    setupFiles: ['tests/support/setup.ts'],
    // What a test makes is thrown away at once: with little room for what is new the collector is always at work.
    execArgv: ['--max-semi-space-size=64'],
    // Only for what hangs: the longest take ten seconds alone, and four times that on a machine with other work.
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
});
