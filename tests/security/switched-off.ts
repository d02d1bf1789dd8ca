/** The program with one text in it replaced, for the tests over it: `DANKBEL_SWITCHED_OFF` names which. */
import { relative } from 'node:path';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import type { Protection } from './protection.ts';

/** A test elsewhere would not be run, and nothing would fail for the wrong reason. */
export const LOOKED_IN = ['unit', 'property', 'integration', 'contract', 'fuzz'] as const;

const ROOT = new URL('../../', import.meta.url).pathname;

export function withoutOne(protections: readonly Protection[], { bail }: { readonly bail: number }): ViteUserConfig {
  const off = protections.find(({ name }) => name === process.env['DANKBEL_SWITCHED_OFF']);
  return defineConfig({
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
      include: [`tests/{${LOOKED_IN.join(',')}}/**/*.test.ts`],
      pool: 'forks',
      isolate: false,
      // What is kept of an earlier run has another protection switched off.
      fsModuleCache: false,
      setupFiles: ['tests/support/setup.ts'],
      // Without what it waits for, a test waits for ever.
      testTimeout: 20_000,
      hookTimeout: 60_000,
      bail,
    },
  });
}
