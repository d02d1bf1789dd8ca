/** The quick tests of domain/, over code in which every mutant can be switched on. */
import { readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { instrument, type Mutant } from './find-mutants.ts';

const ROOT = new URL('../../', import.meta.url).pathname;

/** All mutants of a room, numbered from 1 in the order of its files. */
export function findMutants(
  room: string,
): ReadonlyMap<string, { readonly code: string; readonly mutants: readonly Mutant[] }> {
  const files = readdirSync(`${ROOT}${room}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${room}/${file}`)
    .sort();
  const found = new Map<string, { code: string; mutants: readonly Mutant[] }>();
  let next = 1;
  for (const file of files) {
    const instrumented = instrument(file, readFileSync(`${ROOT}${file}`, 'utf8'), next);
    found.set(file, instrumented);
    next += instrumented.mutants.length;
  }
  return found;
}

/** The mutants are tried when all tests have run. */
class MutantsLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => (moduleId.endsWith('/tests/mutate/last.test.ts') ? 1 : 0);
    return files.toSorted((a, b) => rank(a) - rank(b) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}

const instrumented = findMutants(process.env['DANKBEL_MUTATE_ROOM'] ?? 'domain');

export default defineConfig({
  root: ROOT,
  plugins: [
    {
      name: 'mutants',
      enforce: 'pre',
      transform: (_, id) => instrumented.get(relative(ROOT, id.split('?')[0] ?? ''))?.code,
    },
  ],
  test: {
    include: [
      'tests/mutate/last.test.ts',
      'tests/unit/{domain,paper}/**/*.test.ts',
      'tests/property/{call-list,division,giving-summary,matching,rules-by-the-book,settling}.test.ts',
    ],
    runner: './tests/mutate/runner.ts',
    // What is kept of an earlier run has the numbers of another room.
    fsModuleCache: false,
    pool: 'forks',
    isolate: false,
    fileParallelism: false,
    sequence: { sequencer: MutantsLast },
    testTimeout: 3_600_000,
    reporters: ['dot'],
    silent: true,
  },
});
