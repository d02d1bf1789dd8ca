/** `npm run bench -- import`: a file of 200,000 donors, from the screen to committed rows. */
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Bench, BenchContext, BenchLine, BenchReport } from '../harness/bench.ts';
import { builtProgram, withBuiltPrograms } from '../harness/build-programs.ts';
import { runChild } from '../harness/child.ts';
import { interleave, sampleOf } from '../harness/rounds.ts';
import { HEADER, writeBenchFiles } from './write-files.ts';

const ROWS = 200_000;
const QUICK_ROWS = 2_000;

export const importBench: Bench = {
  name: 'import',
  title: 'Import',
  run: (context) => withBuiltPrograms({ take: 'tests/bench/import/children/take.ts' }, () => run(context)),
};

const takeSchema = z.object({
  milliseconds: z.number(),
  read: z.number(),
  checked: z.number(),
  taken: z.number(),
  rows: z.int(),
  refused: z.int(),
  longest: z.number(),
  peakMegabytes: z.number(),
});
const rawSchema = z.object({ milliseconds: z.number(), rows: z.int(), peakMegabytes: z.number() });

async function run(context: BenchContext): Promise<BenchReport> {
  const count = context.isQuick ? QUICK_ROWS : (context.donors ?? ROWS);
  const files = { csv: join(context.folder, 'donors.csv'), xlsx: join(context.folder, 'donors.xlsx') };
  context.say(`writing ${count} rows`);
  await writeBenchFiles(files, count);
  const lines: BenchLine[] = [];
  for (const format of ['csv', 'xlsx'] as const) lines.push(...(await measure(context, files[format], format, count)));
  lines.push(...(await measureBeside(context, files.xlsx, count)));
  const size = (path: string): string => `${Math.round(statSync(path).size / 1024 / 1024)} MB`;
  return {
    lines,
    about: [
      `${count.toLocaleString('en-GB')} donors in ${HEADER.length} columns, a third with a mandate: ${size(files.csv)} as CSV, ${size(files.xlsx)} as a workbook with shared strings, as Excel saves it. Into a new profile, in a process of its own, ours built as it is for a package.`,
      'Ours is the whole way of the screen: sent in pieces of 512 KB through the contract, kept encrypted on the disk, read, tried out (every page written and taken back), and taken, with the journal for the undo, summaries and the search index. Against it the same file parsed by csv-parse or hucre and inserted by prepared statements, 1,000 rows in a transaction; same file format, key, pragmas, tables and indexes. The ratio is that of the times, with everything that the other side leaves out; it is shown, and nothing was promised for it.',
    ],
  };
}

/** The same file as a place beside a CRM; whom it names is recognised afterwards, in the background. */
async function measureBeside(context: BenchContext, file: string, count: number): Promise<readonly BenchLine[]> {
  const folder = join(context.folder, 'beside');
  rmSync(folder, { recursive: true, force: true });
  context.say('xlsx: beside a CRM');
  const ours = await runChild(builtProgram('take'), { file, folder, isBeside: true }, takeSchema);
  if (ours.rows !== count || ours.refused > 0) throw new Error(`${ours.rows} rows of ${count} arrived beside a CRM`);
  const line = (what: string, unit: string, value: number, atMost: number, note: string): BenchLine => ({
    name: `XLSX beside a CRM: ${what}`,
    unit,
    theirs: null,
    ratio: null,
    promised: { atMost },
    note,
    ours: sampleOf([value]),
  });
  return [
    line('the whole way', 's', ours.milliseconds / 1_000, 60, 'sent, read, tried out and taken; recognised afterwards'),
    line('memory', 'MB', ours.peakMegabytes, 300, 'most of the process at any time (RSS)'),
  ];
}

async function measure(
  context: BenchContext,
  file: string,
  format: 'csv' | 'xlsx',
  count: number,
): Promise<readonly BenchLine[]> {
  const fresh = (name: string): string => {
    const folder = join(context.folder, name);
    rmSync(folder, { recursive: true, force: true });
    return folder;
  };
  const rounds = await interleave(
    context,
    () => {
      context.say(`${format}: from the screen to committed rows`);
      return runChild(builtProgram('take'), { file, folder: fresh('taken') }, takeSchema);
    },
    () => runChild('tests/bench/import/children/raw.ts', { file, folder: fresh('raw') }, rawSchema),
  );
  const wrong = rounds.find(({ ours, theirs }) => ours.rows !== count || theirs.rows !== count || ours.refused > 0);
  if (wrong !== undefined) throw new Error(`${wrong.ours.rows} and ${wrong.theirs.rows} rows of ${count} arrived`);
  const name = format.toUpperCase();
  const of = (pick: (ours: z.infer<typeof takeSchema>) => number) => sampleOf(rounds.map(({ ours }) => pick(ours)));
  const line = (
    what: string,
    unit: string,
    ours: BenchLine['ours'],
    promised: BenchLine['promised'],
    note: string,
  ) => ({
    name: `${name}: ${what}`,
    unit,
    ours,
    theirs: null,
    ratio: null,
    promised,
    note,
  });
  const whole = of(({ milliseconds }) => milliseconds / 1_000);
  return [
    line('the whole way', 's', whole, { atMost: 60 }, 'sent, read, tried out and taken'),
    line(
      'memory',
      'MB',
      of(({ peakMegabytes }) => peakMegabytes),
      { atMost: 300 },
      'most of the process at any time (RSS)',
    ),
    {
      ...line('against prepared statements', 's', whole, null, 'of the time of parsing and inserting alone'),
      theirs: sampleOf(rounds.map(({ theirs }) => theirs.milliseconds / 1_000)),
      ratio: sampleOf(rounds.map(({ ours, theirs }) => ours.milliseconds / theirs.milliseconds)),
    },
    line(
      'sent and read',
      's',
      of(({ read }) => read / 1_000),
      null,
      '',
    ),
    line(
      'tried out',
      's',
      of(({ checked }) => checked / 1_000),
      null,
      '',
    ),
    line(
      'taken',
      's',
      of(({ taken }) => taken / 1_000),
      null,
      '',
    ),
    line(
      'longest wait for anything else',
      'ms',
      of(({ longest }) => longest),
      null,
      'a question of another screen, while it is taken',
    ),
  ];
}
