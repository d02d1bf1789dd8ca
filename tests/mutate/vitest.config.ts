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

/** Quick tests first: what they catch, the slow ones need not try. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number =>
      moduleId.includes('/property/') ? 2 : moduleId.includes('captured') ? 1 : 0;
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
      'tests/unit/{domain,paper}/*.test.ts',
      'tests/property/{call-list,division,giving-summary,rules-by-the-book,settling}.test.ts',
    ],
    runner: './tests/mutate/runner.ts',
    pool: 'forks',
    isolate: false,
    fileParallelism: false,
    sequence: { sequencer: QuickFirst },
    testTimeout: 600_000,
    reporters: ['dot'],
    silent: true,
  },
});
