/** `npm run bench -- list`: the daily list, search and explanation at a million donors, beside what bare SQL can do. */
import type { Bench, BenchContext, BenchLine, BenchReport, Sample } from '../harness/bench.ts';
import { builtProgram, withBuiltPrograms } from '../harness/build-programs.ts';
import { runChild } from '../harness/child.ts';
import { sampleOf } from '../harness/rounds.ts';
import { charityProfile, QUICK_DONORS } from '../charity/charity-profile.ts';
import { GIFTS_PER_DONOR } from '../charity/invent-giving.ts';
import { measuredSchema, peersSchema, type Measured, type PeersMeasured } from './answer.ts';
import { installPeers } from './install-peers.ts';
import type { Percentiles } from './percentiles.ts';

const MEASURE = { measure: 'tests/bench/list/children/measure.ts' };

export const listBench: Bench = {
  name: 'list',
  title: 'The daily list',
  run: (context) => withBuiltPrograms(MEASURE, () => run(context)),
};

const one = (value: number): Sample => sampleOf([value]);

async function run(context: BenchContext): Promise<BenchReport> {
  const large = context.isQuick ? QUICK_DONORS : (context.donors ?? 1_000_000);
  const small = Math.round(large / 10);
  const fewer = await measure(context, small);
  const many = await measure(context, large);
  const peers = await measurePeers(context, small);
  const words = (count: number): string => count.toLocaleString('en-GB');
  return {
    lines: [...linesOf(fewer, many, words(large), words(small)), ...linesOfPeers(fewer, peers, words(small))],
    about: [
      `An encrypted profile of ${words(large)} donors with ${words(large * GIFTS_PER_DONOR)} gifts, made by a seeded generator and kept between runs (\`DANKBEL_BENCH_CACHE\`); one of ${words(small)} beside it. ${words(many.candidates)} donors are to be called on the day, ${words(fewer.candidates)} in the small one. A process of its own for each; both sides of a ratio in turn.`,
      'Bare SQL: ids, days and amounts of the donors in the window of the thank-you call from the giving summary, in order; no reasons, no suppressions, no other programme. The list has all of that, for all programmes.',
      'The list is kept (docs/decisions/0017), so reading it is reading what is ready and asking whether anything was written. What it costs when something was written, and when nothing is kept at all, stands in lines of its own.',
      'Search, explanation and Vandaag are measured after twenty of each.',
      'Gifts: pages of 500 in one transaction that is taken back, against the same statement without fingerprints and summary.',
      peers === null
        ? 'PouchDB and RxDB could not be fetched, and were not measured.'
        : `PouchDB (LevelDB on the disk, not encrypted) and RxDB (in memory): a document for each donor with all facts, an index on the day of the first gift, one query for the window of the thank-you call (${peers.items.pouch} donors to call), then Dankbel's own rules; somebody's document changes before each reading, as it does for ours in the line "after something was written".`,
    ],
  };
}

async function measure(context: BenchContext, donors: number): Promise<Measured> {
  const folder = await charityProfile(donors, context.say);
  context.say(`measuring ${donors.toLocaleString('en-GB')} donors`);
  const input = { folder, times: context.isQuick ? 10 : 300, gifts: context.isQuick ? 500 : 10_000 };
  return runChild(builtProgram('measure'), input, measuredSchema);
}

/** Null where they cannot be had, and in a quick run. */
async function measurePeers(context: BenchContext, donors: number): Promise<PeersMeasured | null> {
  const peers = context.isQuick ? null : installPeers(context.say);
  if (peers === null) return null;
  const folder = await charityProfile(donors, context.say);
  context.say('measuring PouchDB and RxDB');
  return runChild('tests/bench/list/children/peers.ts', { folder, peers, times: 20 }, peersSchema);
}

function linesOfPeers(ours: Measured, peers: PeersMeasured | null, donors: string): readonly BenchLine[] {
  if (peers === null) return [];
  return (['pouch', 'rx'] as const).flatMap((peer) => {
    const name = peer === 'pouch' ? 'PouchDB' : 'RxDB';
    const line = (title: string, mine: number, promised: Promised): BenchLine => ({
      ...blank(title),
      ours: one(mine),
      theirs: one(peers[peer].p50),
      ratio: one(peers[peer].p50 / mine),
      promised,
      note: `times as fast, at ${donors} donors`,
    });
    return [
      line(`the list, by ${name}`, ours.list.ours.p50, { atLeast: 50 }),
      line(`the same, ours right after something was written`, ours.afterChange.p50, null),
    ];
  });
}

function linesOf(fewer: Measured, many: Measured, large: string, small: string): readonly BenchLine[] {
  return [
    against('today’s list of one lane, from the backend', many.list, { atMost: 10 }, 'ratio to bare SQL'),
    alone('the same, p50', many.list.ours, 'p50', 5),
    against('Vandaag as its screen asks it (today.get)', many.today, null, 'ratio to bare SQL'),
    alone('the same, p50', many.today.ours, 'p50', 5),
    {
      ...blank(`the list at ${small} donors`),
      ours: one(fewer.listAgain.p50),
      theirs: one(many.listAgain.p50),
      ratio: one(fewer.listAgain.p50 / many.listAgain.p50),
      promised: { atLeast: 0.67 },
      note: `of its time at ${large}: flat growth`,
    },
    {
      ...blank(`Vandaag at ${small} donors`),
      ours: one(fewer.today.ours.p50),
      theirs: one(many.today.ours.p50),
      ratio: one(fewer.today.ours.p50 / many.today.ours.p50),
      note: `of its time at ${large}: flat growth`,
    },
    alone('the list right after something was written', many.afterChange, 'p50', 5),
    {
      ...blank('the list made from nothing'),
      ours: one(many.fromNothing),
      note: 'once after the start, in the background',
    },
    {
      ...blank('a scan of the gifts in SQL'),
      ours: one(many.list.ours.p50),
      theirs: one(many.scan),
      ratio: one(many.scan / many.list.ours.p50),
      promised: { atLeast: 200 },
      note: 'times as fast',
    },
    against('search as you type, 3rd key on', many.search, null, 'ratio to raw FTS5'),
    alone('the same, p99', many.search.ours, 'p99', 10),
    alone('explain one donor, p99', many.explain, 'p99', 5),
    {
      ...blank('10,000 gifts arrive'),
      ours: sampleOf(many.gifts.map(({ ours }) => ours)),
      theirs: sampleOf(many.gifts.map(({ theirs }) => theirs)),
      ratio: sampleOf(many.gifts.map(({ ours, theirs }) => ours / theirs)),
      promised: { atMost: 2 },
      note: 'the same inserts without the summary',
    },
    limit('change of day: made ready in the background', many.changeOfDay.background, 3_000, 'while somebody reads'),
    limit('the longest that a reading waited for it', many.changeOfDay.longestWait, 50, 'today.get every 5 ms'),
    limit('the first reading of the new day', many.changeOfDay.firstReading, 50, 'prepared the day before'),
    { ...limit('memory of the backend', many.megabytes, 200, 'RSS after all of the above'), unit: 'MB' },
  ];
}

type Promised = BenchLine['promised'];

function blank(name: string): BenchLine {
  return { name, unit: 'ms', ours: one(Number.NaN), theirs: null, ratio: null, promised: null, note: '' };
}

function against(
  name: string,
  { ours, theirs }: { readonly ours: Percentiles; readonly theirs: Percentiles },
  promised: Promised,
  note: string,
): BenchLine {
  const tail = `${note}; p99 ${ours.p99.toFixed(2)} against ${theirs.p99.toFixed(2)} ms`;
  return {
    ...blank(name),
    ours: one(ours.p50),
    theirs: one(theirs.p50),
    ratio: one(ours.p50 / theirs.p50),
    promised,
    note: tail,
  };
}

function alone(name: string, measured: Percentiles, which: 'p50' | 'p99', atMost: number): BenchLine {
  const note = which === 'p50' ? `p99 ${measured.p99.toFixed(2)} ms` : `p50 ${measured.p50.toFixed(2)} ms`;
  return { ...blank(name), ours: one(measured[which]), promised: { atMost }, note };
}

function limit(name: string, value: number, atMost: number, note: string): BenchLine {
  return { ...blank(name), ours: one(value), promised: { atMost }, note };
}
