/** The tests, over a program with a protection switched off. */
import { defineConfig } from 'vitest/config';
import { changeText } from './change-text.ts';

export default defineConfig({
  root: new URL('../../../', import.meta.url).pathname,
  plugins: [
    {
      name: 'switched-off',
      enforce: 'pre',
      transform: (text, id) => changeText(id.split('?')[0] ?? '', text),
    },
  ],
  test: {
    include: ['tests/{unit,property,integration}/**/*.test.ts'],
    // What is kept of an earlier run has another text.
    fsModuleCache: false,
    pool: 'forks',
    isolate: false,
    setupFiles: ['tests/support/setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    silent: true,
  },
});
