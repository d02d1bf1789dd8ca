/**
 * `npm test`: everything that must hold, one after the other, and at the end one plain line with the true sum over
 * all runners. Types and lint, format and the two builds count as one each.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { ensureChromium, type EnsuredChromium } from '../electron/launch/chromium-for-tests.ts';
import { ensureHeadlessShell } from '../electron/launch/headless-shell.ts';
import { ownTemporaryFolder } from './support/own-temporary-folder.ts';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const ONE_PASSED: Counts = { passed: 1, failed: 0, skipped: 0 };
const ONE_FAILED: Counts = { passed: 0, failed: 1, skipped: 0 };
const RESULTS = 'test-results';
/** What was compiled is kept beside the libraries: the temporary folder of the run goes away. */
const CACHES = {
  NODE_COMPILE_CACHE: resolve('node_modules/.cache/compiled'),
  PWTEST_CACHE_DIR: resolve('node_modules/.cache/playwright'),
};
const VITE = 'node_modules/vite/bin/vite.js';

/** Runs a program of node_modules with this Node. @returns its exit code; its output is this program's */
async function run(
  program: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<number> {
  const child = spawn(process.execPath, [program, ...parameters], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...CACHES, ...environment },
  });
  await once(child, 'close');
  return child.exitCode ?? 1;
}

async function check(name: string, program: string, parameters: readonly string[]): Promise<Counts> {
  const isRight = (await run(program, parameters)) === 0;
  console.log(`${isRight ? '✓' : '×'} ${name}`);
  return isRight ? ONE_PASSED : ONE_FAILED;
}

const vitestSchema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

/** Unit, property, integration and conformance tests. */
async function runVitest(): Promise<Counts> {
  const file = `${RESULTS}/vitest.json`;
  const code = await run('node_modules/vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const results = readResults(file, vitestSchema);
  if (results === null) return ONE_FAILED;
  // A file that could not even be loaded has no tests to fail.
  const broken = results.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const failed = results.numFailedTests + broken;
  return {
    passed: results.numPassedTests,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: results.numPendingTests + results.numTodoTests,
  };
}

const playwrightSchema = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
});

/**
 * The app in a real browser. Without one the tests count as one that failed, with a sentence that says what to do.
 *
 * @param chromium what Vitest has its windows in; the tests of Playwright look at pages alone, and do so in `shell`
 *   where there is one
 */
async function runPlaywright(chromium: EnsuredChromium, shell: string | null): Promise<Counts> {
  if ('sentence' in chromium) {
    console.log(`× e2e: ${chromium.sentence}`);
    return ONE_FAILED;
  }
  const file = `${RESULTS}/playwright.json`;
  const code = await run(
    'node_modules/@playwright/test/cli.js',
    ['test', '--config', 'tests/e2e/playwright.config.ts'],
    {
      DANKBEL_CHROMIUM: shell ?? chromium.path,
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    },
  );
  const results = readResults(file, playwrightSchema);
  if (results === null) return ONE_FAILED;
  const { expected, unexpected, flaky, skipped } = results.stats;
  const failed = unexpected + flaky;
  return { passed: expected, failed: code !== 0 && failed === 0 ? 1 : failed, skipped };
}

function readResults<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

function add(all: readonly Counts[]): Counts {
  return all.reduce((sum, { passed, failed, skipped }) => ({
    passed: sum.passed + passed,
    failed: sum.failed + failed,
    skipped: sum.skipped + skipped,
  }));
}

export async function main(): Promise<number> {
  const removeTemporary = ownTemporaryFolder();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
  // Also when it is broken off.
  process.on('exit', removeTemporary);
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  // What has to be installed is installed beside the checks.
  const findingChromium = ensureChromium();
  const findingShell = findingChromium.then(() => ensureHeadlessShell());
  const checks = await Promise.all([
    // The types are read once for both: `npm run typecheck` finds the same, and takes as long again.
    check('types and lint', 'node_modules/oxlint/bin/oxlint', ['--type-aware', '--type-check']),
    check('format', 'node_modules/oxfmt/bin/oxfmt', ['--check', '.']),
    check('build of the screens', VITE, ['build', '--logLevel=warn']),
    check('build of the shell', VITE, ['build', '--app', '--config', 'vite.electron.config.ts', '--logLevel=warn']),
  ]);
  const chromium = await findingChromium;
  const vitest = await runVitest();
  const { passed, failed, skipped } = add([...checks, vitest, await runPlaywright(chromium, await findingShell)]);
  console.log(`${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`);
  return failed === 0 ? 0 : 1;
}
