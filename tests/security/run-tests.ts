/** Runs tests with Vitest in a process of its own, and reads what became of them. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

export interface TestResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Names of those that failed. */
  readonly failures: readonly string[];
}

const resultSchema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/**
 * @param switchedOff name of a protection; null for the program as it is
 * @param config knows the protection, and takes it out of the program
 */
export async function runTests(
  tests: readonly string[],
  switchedOff: string | null,
  config = 'tests/security/vitest.config.ts',
): Promise<TestResult> {
  const folder = mkdtempSync(join(tmpdir(), 'dankbel-security-'));
  const file = join(folder, 'result.json');
  const child = spawn(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      ...tests,
      ...(switchedOff === null ? [] : ['--config', config]),
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    {
      stdio: ['ignore', 'ignore', 'ignore'],
      env: { ...process.env, ...(switchedOff === null ? {} : { DANKBEL_SWITCHED_OFF: switchedOff }) },
    },
  );
  await once(child, 'close');
  try {
    return summarise(resultSchema.parse(JSON.parse(readFileSync(file, 'utf8'))));
  } catch {
    return { passed: 0, failed: 1, skipped: 0, failures: ['the tests did not run'] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function summarise(result: z.infer<typeof resultSchema>): TestResult {
  const failures = result.testResults.flatMap(({ name, status, assertionResults }) => {
    const failed = assertionResults.filter((each) => each.status === 'failed').map(({ fullName }) => fullName);
    // A file that could not even be loaded has no tests to fail.
    return failed.length === 0 && status === 'failed' ? [`${name.split('/').at(-1) ?? name} as a whole`] : failed;
  });
  return {
    passed: result.numPassedTests,
    failed: failures.length,
    skipped: result.numPendingTests,
    failures,
  };
}
