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
    setupFiles: ['tests/support/setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
