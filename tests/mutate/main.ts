/**
 * `npm run mutate -- domain [--sample N] [--seed S] [--workers N]`: makes one small mistake at a time and looks whether
 * a test notices. Prints the score and every mistake that nobody noticed.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { seededRandom } from '../support/seeded-random.ts';
import type { Mutant } from './find-mutants.ts';
import { findMutants } from './vitest.config.ts';

const resultSchema = z.object({
  killed: z.array(z.int()),
  met: z.array(z.int()),
});

interface Plan {
  readonly room: string;
  readonly seed: number;
  readonly workers: number;
  readonly all: readonly Mutant[];
  readonly chosen: readonly Mutant[];
}

function readPlan(parameters: readonly string[]): Plan {
  const { values, positionals } = parseArgs({
    args: [...parameters],
    allowPositionals: true,
    options: { sample: { type: 'string' }, seed: { type: 'string' }, workers: { type: 'string' } },
  });
  const room = positionals[0] ?? 'domain';
  const seed = Number(values.seed ?? 1);
  const all = [...findMutants(room).values()].flatMap(({ mutants }) => mutants);
  const chosen = sampleOf(all, values.sample === undefined ? all.length : Number(values.sample), seed);
  return { room, seed, workers: Number(values.workers ?? 3), all, chosen };
}

function sampleOf(mutants: readonly Mutant[], count: number, seed: number): readonly Mutant[] {
  const random = seededRandom(seed);
  return mutants
    .map((mutant) => ({ mutant, order: random() }))
    .toSorted((a, b) => a.order - b.order)
    .slice(0, count)
    .map(({ mutant }) => mutant);
}

/** Runs the tests. @returns whether they passed */
async function runTests(room: string, environment: Readonly<Record<string, string>>): Promise<boolean> {
  const child = spawn(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/mutate/vitest.config.ts'],
    { stdio: ['ignore', 'ignore', 'ignore'], env: { ...process.env, DANKBEL_MUTATE_ROOM: room, ...environment } },
  );
  const clock = setTimeout(() => child.kill('SIGKILL'), 60 * 60_000);
  await once(child, 'close');
  clearTimeout(clock);
  return child.exitCode === 0;
}

export async function main(parameters: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'dankbel-mutate-'));
  try {
    return await mutate(readPlan(parameters), folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function mutate({ room, seed, workers, all, chosen }: Plan, folder: string): Promise<number> {
  console.log(`${all.length} mutants in ${room}/, ${chosen.length} tried (seed ${seed})`);
  const killed = new Set<number>();
  const met = new Set<number>();
  const shards = Array.from({ length: workers }, (_, shard) =>
    chosen.filter((_mutant, index) => index % workers === shard).map(({ id }) => id),
  );
  await Promise.all(
    shards.map(async (mine, shard) => {
      const result = join(folder, `${shard}.json`);
      const isRight = await runTests(room, { DANKBEL_MUTANTS: mine.join(','), DANKBEL_MUTATION_RESULT: result });
      if (!isRight || !existsSync(result)) throw new Error('the tests fail without any mutant: mend them first');
      const found = resultSchema.parse(JSON.parse(readFileSync(result, 'utf8')));
      for (const id of found.killed) killed.add(id);
      for (const id of found.met) met.add(id);
    }),
  );
  report(chosen, killed, met);
  return 0;
}

function report(chosen: readonly Mutant[], killed: ReadonlySet<number>, met: ReadonlySet<number>): void {
  const survivors = chosen.filter(({ id }) => !killed.has(id)).toSorted((a, b) => a.id - b.id);
  for (const { file, line, what, id } of survivors) {
    console.log(`${file}:${line}  ${what}${met.has(id) ? '' : '  (no test comes here)'}`);
  }
  const byFolder = Map.groupBy(chosen, ({ file }) => file.split('/').slice(0, -1).join('/'));
  for (const [name, mutants] of [...byFolder].toSorted()) {
    const dead = mutants.filter(({ id }) => killed.has(id)).length;
    console.log(`${name}: ${dead} of ${mutants.length} (${percent(dead, mutants.length)})`);
  }
  console.log(`score: ${killed.size} of ${chosen.length} caught (${percent(killed.size, chosen.length)})`);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`;
}
