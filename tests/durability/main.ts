/**
 * `npm run durability -- [--long] [--seed S] [--only SUITE] [--json FILE]`: breaks everything that can break below a
 * profile, and looks whether it opens or says what to do, and whether all that was acknowledged is there once.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fastFolder } from '../simulation/fast-folder.ts';
import { seededRandom } from '../support/seeded-random.ts';
import type { SuiteResult } from './suite.ts';
import { SUITES } from './suites/index.ts';

export interface DurabilityReport {
  readonly seed: number;
  readonly isLong: boolean;
  readonly seconds: number;
  readonly suites: readonly (SuiteResult & { readonly name: string })[];
}

/** @returns 0 everything held, 1 the request was wrong, 2 something did not hold */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      long: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
      json: { type: 'string' },
    },
  });
  const asked = SUITES.filter(({ name }) => values.only === undefined || name === values.only);
  const seed = Number(values.seed);
  if (asked.length === 0 || !Number.isSafeInteger(seed)) {
    console.error(`Say which suite: ${SUITES.map(({ name }) => name).join(', ')}. --seed is a number.`);
    return 1;
  }
  const began = performance.now();
  const suites: (SuiteResult & { readonly name: string })[] = [];
  for (const suite of asked) {
    const { name } = suite;
    const result = { name, ...(await runSuite(name, values.long, seed, (line) => console.error(`  ${line}`))) };
    suites.push(result);
    console.log(wordsOf(name, result));
  }
  const seconds = Math.round((performance.now() - began) / 1_000);
  const report: DurabilityReport = { seed, isLong: values.long, seconds, suites };
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
  const failures = suites.reduce((sum, each) => sum + each.failures.length, 0);
  console.log(`${seconds} s, ${failures} failed`);
  return failures === 0 ? 0 : 2;
}

export async function runSuite(
  name: string,
  isLong: boolean,
  seed: number,
  say: (line: string) => void = () => undefined,
): Promise<SuiteResult> {
  const suite = SUITES.find((each) => each.name === name);
  if (suite === undefined) throw new Error(`there is no suite "${name}"`);
  const folder = fastFolder();
  try {
    return await suite.run({ folder, isLong, random: seededRandom(seed), say });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function wordsOf(name: string, { tried, came, failures, notes }: SuiteResult): string {
  const list = (counts: Readonly<Record<string, number>>): string =>
    Object.entries(counts)
      .map(([what, count]) => `${what} ${count}`)
      .join(', ');
  const sum = Object.values(tried).reduce((all, count) => all + count, 0);
  return [
    `${name}: ${sum} tried (${list(tried)})`,
    `  came back: ${list(came)}`,
    ...notes.map((words) => `  left out: ${words}`),
    ...failures.slice(0, 10).map((words) => `  FAILED ${words}`),
    ...(failures.length > 10 ? [`  and ${failures.length - 10} more`] : []),
  ].join('\n');
}
