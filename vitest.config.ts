import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,property,integration,conformance,contract,simulation}/**/*.test.ts'],
    pool: 'forks',
    // The files of a worker share the modules that they load; what a test opened is closed by support/when-done.ts.
    isolate: false,
    setupFiles: ['tests/support/setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
