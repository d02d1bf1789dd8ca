/**
 * `npm run bench -- NAME…`: measures ours against something in the same run, says it as a table, and writes it into
 * docs/benchmarks.md. `--json` for the numbers, `--quick` to see that it runs, `--rounds N`,
 * `--donors N`, `--output FILE`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isKept, type Bench, type BenchReport } from './harness/bench.ts';
import { writeSection } from './harness/document.ts';
import { describeMachine, load } from './harness/machine.ts';
import { asMarkdown, asText, HEADINGS, rowOf } from './harness/table.ts';
import { importBench } from './import/bench.ts';
import { listBench } from './list/bench.ts';
import { screensBench } from './screens/bench.ts';
import { syncBench } from './sync/bench.ts';
import { trustBench } from './trust/bench.ts';

const BENCHES: readonly Bench[] = [syncBench, listBench, screensBench, trustBench, importBench];
const ROUNDS = 5;
const DOCUMENT = 'docs/benchmarks.md';

/** @returns 0 everything promised was kept, 1 the request was wrong, 2 something was not kept */
export async function main(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      donors: { type: 'string' },
      output: { type: 'string' },
    },
  });
  const asked = BENCHES.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const unknown = positionals.find((name) => !BENCHES.some((bench) => bench.name === name));
  const rounds = Number(values.rounds ?? (values.quick ? 1 : ROUNDS));
  const donors = values.donors === undefined ? null : Number(values.donors);
  const isTooSmall = donors !== null && !(Number.isInteger(donors) && donors >= 1_000);
  if (unknown !== undefined || !Number.isInteger(rounds) || rounds < 1 || isTooSmall) {
    console.error(
      `Say which bench: ${BENCHES.map(({ name }) => name).join(', ')}. --rounds is a number from 1, --donors from 1000.`,
    );
    return 1;
  }
  // A quick run has no numbers to keep.
  const output = values.output ?? (values.quick ? null : DOCUMENT);
  let isAllKept = true;
  for (const bench of asked) {
    const loadBefore = load();
    const report = await measure(bench, values.quick, rounds, donors);
    const circumstances = `${describeMachine()}, ${new Date().toISOString().slice(0, 10)}; load ${loadBefore} before and ${load()} after; ${rounds} rounds, median (least–most).`;
    if (values.json) console.log(JSON.stringify({ bench: bench.name, circumstances, ...report }));
    else console.log(`\n${bench.title}\n${circumstances}\n\n${asText([HEADINGS, ...report.lines.map(rowOf)])}\n`);
    if (output !== null) writeSection(output, bench.name, sectionOf(bench, report, circumstances));
    if (!values.quick) isAllKept &&= report.lines.every((line) => isKept(line) !== false);
  }
  return isAllKept ? 0 : 2;
}

async function measure(bench: Bench, isQuick: boolean, rounds: number, donors: number | null): Promise<BenchReport> {
  const folder = mkdtempSync(join(tmpdir(), 'dankbel-bench-'));
  try {
    return await bench.run({
      isQuick,
      rounds,
      donors,
      warmUps: isQuick ? 0 : 1,
      folder,
      say: (line) => console.error(`  ${line}`),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sectionOf({ name, title }: Bench, { lines, about }: BenchReport, circumstances: string): string {
  const table = asMarkdown([HEADINGS, ...lines.map(rowOf)]);
  return `## ${title}\n\n\`npm run bench -- ${name}\`: ${circumstances}\n\n${table}\n\n${about.map((line) => `- ${line}`).join('\n')}`;
}
