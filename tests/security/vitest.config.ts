/** The tests over a program in which one protection is switched off: `DANKBEL_SWITCHED_OFF` is its name. */
import { relative } from 'node:path';
import { defineConfig } from 'vitest/config';
import { PROTECTIONS } from './protections.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const off = PROTECTIONS.find(({ name }) => name === process.env['DANKBEL_SWITCHED_OFF']);

export default defineConfig({
  root: ROOT,
  plugins: [
    {
      name: 'switched-off',
      enforce: 'pre',
      transform: (code, id) => {
        if (off === undefined || relative(ROOT, id.split('?')[0] ?? '') !== off.file) return undefined;
        if (code.split(off.text).length !== 2) throw new Error(`${off.name}: not found once in ${off.file}`);
        return code.replace(off.text, () => off.instead);
      },
    },
  ],
  test: {
    include: ['tests/{unit,property,integration,fuzz}/**/*.test.ts'],
    pool: 'forks',
    isolate: false,
    // What is kept of an earlier run has another protection switched off.
    fsModuleCache: false,
    setupFiles: ['tests/support/setup.ts'],
    // Without what it waits for, a test waits for ever.
    testTimeout: 20_000,
    hookTimeout: 60_000,
    bail: 1,
  },
});
