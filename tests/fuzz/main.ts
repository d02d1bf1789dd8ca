/**
 * `npm run fuzz -- [--minutes N] [--seed N] [--only contract,crm] [--json FILE]`: the fuzzers of the tests, for as long
 * as one likes. Without a seed another one each time; a find says which seed shows it again, with `--minutes 0`.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { cleanUp } from '../support/when-done.ts';
import { FUZZERS } from './fuzzers.ts';
import { forMilliseconds, type FuzzReport } from './report.ts';

export async function main(parameters: readonly string[] = process.argv.slice(2)): Promise<number> {
  const { values } = parseArgs({
    args: [...parameters],
    options: {
      minutes: { type: 'string', default: '5' },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
      only: { type: 'string', default: '' },
      json: { type: 'string' },
    },
  });
  const only = values.only.split(',').filter((name) => name !== '');
  const chosen = FUZZERS.filter(({ name }) => only.length === 0 || only.includes(name));
  const seed = Number(values.seed);
  const share = (Number(values.minutes) * 60_000) / chosen.length;
  const reports: FuzzReport[] = [];
  for (const { name, run } of chosen) {
    const report = await run({ seed, goesOn: forMilliseconds(share) });
    await cleanUp();
    reports.push(report);
    console.log(`${name}: ${report.inputs} inputs, ${report.refused} refused, from seed ${seed}`);
    console.log(`  ${JSON.stringify(report.figures)}`);
    for (const violation of report.violations) console.log(`  × ${violation}`);
  }
  if (values.json !== undefined)
    writeFileSync(values.json, `${JSON.stringify({ figures: totalsOf(reports), reports }, null, 2)}\n`);
  return reports.some(({ violations }) => violations.length > 0) ? 1 : 0;
}

function totalsOf(reports: readonly FuzzReport[]): Readonly<Record<string, number>> {
  const sum = (count: (report: FuzzReport) => number): number =>
    reports.reduce((total, report) => total + count(report), 0);
  return { 'inputs tried': sum(({ inputs }) => inputs), 'of them refused': sum(({ refused }) => refused) };
}
