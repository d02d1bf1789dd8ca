/** `npm run bench -- trust`: what it costs that nothing is lost and nothing can be read. */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { EDITED } from '../../durability/switched-off/change-text.ts';
import { QUICK_DONORS } from '../charity/charity-profile.ts';
import type { Bench, BenchContext, BenchLine, BenchReport } from '../harness/bench.ts';
import { runChild } from '../harness/child.ts';
import { sampleOf } from '../harness/rounds.ts';
import { editsOf, VARIANTS, type VariantName } from './protections.ts';

const DONORS = 20_000;
const CALLS = 40;
const PRELOAD = new URL('../../durability/switched-off/preload.ts', import.meta.url).href;
const NAMES = Object.keys(VARIANTS) as VariantName[];

const measuredSchema = z.object({
  firstOpening: z.number(),
  opening: z.number(),
  save: z.number(),
  search: z.number(),
});
type Measured = z.infer<typeof measuredSchema>;

export const trustBench: Bench = { name: 'trust', title: 'What protection costs', run };

async function run(context: BenchContext): Promise<BenchReport> {
  const donors = context.donors ?? (context.isQuick ? QUICK_DONORS : DONORS);
  const profiles = {
    encrypted: await invent(context, 'all', donors),
    plain: await invent(context, 'none', donors),
  };
  const rounds: Readonly<Record<VariantName, Measured>>[] = [];
  for (let round = 0; round < context.warmUps + context.rounds; round += 1) {
    context.say(`round ${round + 1}`);
    const measured = new Map<VariantName, Measured>();
    // Who goes first changes from round to round.
    for (const index of NAMES.keys()) {
      const name = NAMES[(index + round) % NAMES.length] ?? 'all';
      measured.set(name, await measure(context, name, profiles));
    }
    if (round >= context.warmUps) rounds.push(Object.fromEntries(measured) as Record<VariantName, Measured>);
  }
  const line = (name: string, what: keyof Measured, ours: VariantName, note: string): BenchLine => ({
    name,
    unit: 'ms',
    ours: sampleOf(rounds.map((round) => round[ours][what])),
    theirs: sampleOf(rounds.map((round) => round.none[what])),
    ratio: sampleOf(rounds.map((round) => round[ours][what] / round.none[what])),
    promised: null,
    note,
  });
  return {
    lines: [
      line('saving a call, everything on', 'save', 'all', 'forced, encrypted, copied; against nothing of it'),
      line('forced to the disk alone', 'save', 'forced', 'synchronous=FULL against OFF'),
      line('encrypted alone', 'save', 'encrypted', 'ChaCha20-Poly1305 of every page'),
      line('outbox copy alone', 'save', 'copied', 'sealed, and forced to the disk'),
      line('the first opening of a day', 'firstOpening', 'encrypted', 'every page read, a snapshot taken and proved'),
      line('another opening of the day', 'opening', 'encrypted', 'encrypted against plain'),
      line('a search, as it is typed', 'search', 'encrypted', 'encrypted against plain'),
    ],
    about: [
      `A profile of ${donors.toLocaleString('en-GB')} donors, encrypted and as plain SQLite. Each variant in a process of its own on a fresh copy, in turn, in the temporary folder of the machine; its text is changed while it is loaded (tests/durability/switched-off), because the program has no switch for any of this.`,
      `Saving: \`call.finish\` of ${context.isQuick ? 2 : CALLS} conversations, the median: call, operation, list judged anew. Opening, saving and searching are asked of the backend, without a screen.`,
      'A disk that says it has written before it has (many virtual ones do) makes forcing look cheaper than it is on a laptop.',
    ],
  };
}

function environmentOf(variant: VariantName): Readonly<Record<string, string>> {
  return { NODE_OPTIONS: `--import=${PRELOAD}`, [EDITED]: JSON.stringify(editsOf(variant)) };
}

async function invent({ folder, say }: BenchContext, variant: VariantName, donors: number): Promise<string> {
  say(`inventing a charity of ${donors} donors, ${variant === 'all' ? 'encrypted' : 'plain'}`);
  const environment = { ...environmentOf(variant), DANKBEL_BENCH_CACHE: join(folder, variant) };
  const child = 'tests/bench/trust/children/prepare.ts';
  return (await runChild(child, { donors }, z.object({ folder: z.string() }), environment)).folder;
}

async function measure(
  { folder, isQuick }: BenchContext,
  variant: VariantName,
  profiles: { readonly encrypted: string; readonly plain: string },
): Promise<Measured> {
  const copy = join(folder, 'copy');
  rmSync(copy, { recursive: true, force: true });
  const on: readonly string[] = VARIANTS[variant];
  cpSync(on.includes('encrypted') ? profiles.encrypted : profiles.plain, copy, { recursive: true });
  const input = { folder: copy, calls: isQuick ? 2 : CALLS };
  return runChild('tests/bench/trust/children/measure.ts', input, measuredSchema, environmentOf(variant));
}
