/** `npm run bench -- sync`: what the sync costs beside what it cannot do without. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { withBuiltPrograms } from '../harness/build-programs.ts';
import type { Bench, BenchContext, BenchLine, BenchReport } from '../harness/bench.ts';
import { interleave, sampleOf } from '../harness/rounds.ts';
import { writeFiles } from './files.ts';
import { copyFor, prepare, type Prepared, type Waiting } from './prepare.ts';
import { askAgain, drain, importFiles, openAndList, OURS, pull, withCrm, writeByHand } from './programs.ts';

/** What a real CiviCRM needs for the smallest request (civicrm-api4.md §4: "floor ≈ 50 ms per request"). */
const REAL_MILLISECONDS = 50;

export const syncBench: Bench = {
  name: 'sync',
  title: 'Sync',
  run: (context) => withBuiltPrograms(OURS, () => run(context)),
};

async function run(context: BenchContext): Promise<BenchReport> {
  const prepared = await prepare(context);
  const { size, pulled, waiting, fewWaiting } = prepared;
  const briefly = { ...context, rounds: Math.min(context.rounds, 2), warmUps: 0 };
  const lines: BenchLine[] = [await savePages(context, prepared)];
  lines.push(...(await firstPull(context, prepared, null)));
  // The same programs again: a quick run only sees that they run, and that a CRM can be slow.
  if (!context.isQuick) {
    lines.push(...(await firstPull(briefly, prepared, REAL_MILLISECONDS)));
    lines.push(await drainOutbox(context, prepared, waiting, null));
  }
  lines.push(await drainOutbox(briefly, prepared, fewWaiting, REAL_MILLISECONDS));
  lines.push(...(await alsoMeasured(context, prepared)));
  const counted = Object.entries(pulled)
    .map(([name, count]) => `${count.toLocaleString('en-GB')} ${name}`)
    .join(', ');
  return {
    lines,
    about: [
      `Everything that is measured runs in a process of its own, ours built as it is for a package; both sides of a ratio are measured in turn, in the same run. Pulled: ${counted}.`,
      'Pages: the answers of a first pull, from their text to committed rows (JSON, zod, mapping, fingerprints, mirror, summaries, cursor), against the rows that came of it, inserted by prepared statements that know them already, 500 in a transaction; same file format, key, pragmas, tables and indexes. The ratio is that of the speeds.',
      'First pull: a new profile on a practice CRM, against a bare client that asks the very same requests over one connection and throws the answers away. The practice CRM needs some 2 ms for a page; a real CiviCRM was measured at 50 ms and more for any request, and "as slow as a real one" delays each answer by that.',
      `Drain: operations as an evening leaves them (70% calls, 20% corrections of a phone, 10% objections), against a bare client that asks the same requests of an equal copy of the CRM.`,
      `Import: ${size.importedDonors.toLocaleString('en-GB')} donors and ${size.importedGifts.toLocaleString('en-GB')} gifts from two CSV files into a new profile.`,
    ],
  };
}

function fresh({ folder }: BenchContext, name: string): string {
  const path = join(folder, name);
  rmSync(path, { recursive: true, force: true });
  return path;
}

async function savePages(context: BenchContext, prepared: Prepared): Promise<BenchLine> {
  context.say('pages to rows');
  const nowhere = { url: 'http://127.0.0.1:9', apiKey: 'none' };
  const rounds = await interleave(
    context,
    () => pull({ ...nowhere, folder: fresh(context, 'saved'), answers: prepared.pullExchanges }),
    () => writeByHand({ folder: fresh(context, 'by-hand'), rows: prepared.pullRows }),
  );
  return {
    name: 'pages from JSON to committed rows',
    unit: 'rows/s',
    ours: sampleOf(rounds.map(({ ours, theirs }) => (1_000 * theirs.rows) / ours.milliseconds)),
    theirs: sampleOf(rounds.map(({ theirs }) => (1_000 * theirs.rows) / theirs.milliseconds)),
    ratio: sampleOf(rounds.map(({ ours, theirs }) => theirs.milliseconds / ours.milliseconds)),
    promised: { atLeast: 0.5 },
    note: 'of the speed of prepared statements',
  };
}

async function firstPull(
  context: BenchContext,
  prepared: Prepared,
  delayMilliseconds: number | null,
): Promise<readonly BenchLine[]> {
  const how = delayMilliseconds === null ? '' : ', from a CRM as slow as a real one';
  context.say(`first pull${how}`);
  const crmOptions = { dataDir: prepared.crmFolder, ...(delayMilliseconds === null ? {} : { delayMilliseconds }) };
  const rounds = await withCrm(crmOptions, (crm) =>
    interleave(
      context,
      () => pull({ ...crm, folder: fresh(context, 'first-pull') }),
      () => askAgain({ ...crm, exchanges: prepared.pullExchanges, leaveOut: prepared.connecting }),
    ),
  );
  const speed: BenchLine = {
    name: `first pull${how}`,
    unit: 'ms',
    ours: sampleOf(rounds.map(({ ours }) => ours.milliseconds)),
    theirs: sampleOf(rounds.map(({ theirs }) => theirs.milliseconds)),
    ratio: sampleOf(rounds.map(({ ours, theirs }) => ours.milliseconds / theirs.milliseconds)),
    promised: { atMost: 1.3 },
    note: `of the server's own time for ${rounds[0]?.theirs.requests ?? 0} requests`,
  };
  const memory: BenchLine = {
    name: `memory during the first pull${how}`,
    unit: 'MB',
    ours: sampleOf(rounds.map(({ ours }) => ours.peakMegabytes)),
    theirs: null,
    ratio: null,
    promised: { atMost: 250 },
    note: 'most of the backend process at any time (RSS)',
  };
  return [speed, memory];
}

async function drainOutbox(
  context: BenchContext,
  prepared: Prepared,
  { folder: waitingFolder, exchanges, recorded }: Waiting,
  delayMilliseconds: number | null,
): Promise<BenchLine> {
  const { folder, say } = context;
  const how = delayMilliseconds === null ? '' : ', to a CRM as slow as a real one';
  say(`draining the outbox${how}`);
  const delay = delayMilliseconds === null ? {} : { delayMilliseconds };
  const copies = (): { crm: string; profile: string } => {
    for (const name of ['drain-crm', 'drain-profile']) fresh(context, name);
    return {
      crm: copyFor(folder, prepared.crmFolder, 'drain-crm'),
      profile: copyFor(folder, waitingFolder, 'drain-profile'),
    };
  };
  const rounds = await interleave(
    context,
    async () => {
      const { crm, profile } = copies();
      return withCrm({ dataDir: crm, ...delay }, (address) => drain({ ...address, folder: profile }));
    },
    async () => {
      const { crm } = copies();
      return withCrm({ dataDir: crm, ...delay }, (address) => askAgain({ ...address, exchanges, leaveOut: 0 }));
    },
  );
  const short = rounds.find(({ ours }) => ours.pushed !== recorded);
  if (short !== undefined) throw new Error(`${short.ours.pushed} of ${recorded} operations arrived`);
  return {
    name: `${recorded.toLocaleString('en-GB')} operations drained${how}`,
    unit: 'ms',
    ours: sampleOf(rounds.map(({ ours }) => ours.milliseconds)),
    theirs: sampleOf(rounds.map(({ theirs }) => theirs.milliseconds)),
    ratio: sampleOf(rounds.map(({ ours, theirs }) => ours.milliseconds / theirs.milliseconds)),
    promised: { atMost: 1.2 },
    note: `of the server's own time for ${rounds[0]?.theirs.requests ?? 0} requests`,
  };
}

async function alsoMeasured(context: BenchContext, prepared: Prepared): Promise<readonly BenchLine[]> {
  context.say('opening, list, import');
  const files = { donors: join(context.folder, 'donors.csv'), gifts: join(context.folder, 'gifts.csv') };
  const { importedDonors: donors, importedGifts: gifts } = prepared.size;
  writeFiles(files, { donors, gifts });
  const rounds = await interleave(
    context,
    () => openAndList({ folder: prepared.pulledFolder }),
    () => importFiles({ ...files, folder: fresh(context, 'imported') }),
  );
  const refused = rounds[0]?.theirs.refused ?? 0;
  if (refused > 0) throw new Error(`${refused} rows of the made-up files were refused`);
  const line = (name: string, unit: string, values: readonly number[], note: string): BenchLine => ({
    name,
    unit,
    ours: sampleOf(values),
    theirs: null,
    ratio: null,
    promised: null,
    note,
  });
  const items = rounds[0]?.ours.items ?? 0;
  const people = `${prepared.size.donors.toLocaleString('en-GB')} donors`;
  return [
    line(
      `opening a profile of ${people}`,
      'ms',
      rounds.map(({ ours }) => ours.opened),
      'key, pragmas, quick_check, foreign_key_check',
    ),
    line(
      `list.get at ${people}, the first time`,
      'ms',
      rounds.map(({ ours }) => ours.firstList),
      `${items} on the list`,
    ),
    line(
      `list.get at ${people}, again`,
      'ms',
      rounds.flatMap(({ ours }) => ours.laterLists),
      `${items} on the list`,
    ),
    line(
      'import of files',
      'rows/s',
      rounds.map(({ theirs }) => (1_000 * theirs.rows) / theirs.milliseconds),
      'two CSV files, one transaction',
    ),
    line(
      'memory during the import',
      'MB',
      rounds.map(({ theirs }) => theirs.peakMegabytes),
      'most of the process at any time (RSS)',
    ),
  ];
}
