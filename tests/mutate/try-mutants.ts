/**
 * Runs after all tests: switches one mutant on at a time and runs the tests that come by it, the quickest first, until
 * one of them fails and so has caught it. What is only met while modules load is tried with the files that load it.
 */
import { writeFileSync } from 'node:fs';
import { mutationState } from './mutation-state.ts';

/**
 * How often code may come by while a mutant is on, and how many times as often as without it: a loop that never ends
 * would hold everything up.
 */
const FUEL = 3_000_000;
const FUEL_FACTOR = 10;
/** Tests of these folders are not loaded anew for a mutant: they take too long. */
const SLOW_FOLDER = '/property/';

export async function tryMutants(): Promise<void> {
  const { metBy, loadedBy } = mutationState();
  await runAllOnceMore();
  const killed: number[] = [];
  for (const id of (process.env['DANKBEL_MUTANTS'] ?? '').split(',').map(Number)) {
    if (metBy.has(id) ? await isCaught(id) : await isCaughtOnLoad(id)) killed.push(id);
  }
  const file = process.env['DANKBEL_MUTATION_RESULT'];
  const met = [...new Set([...metBy.keys(), ...loadedBy.keys()])];
  if (file !== undefined) writeFileSync(file, JSON.stringify({ killed, met }));
}

/** A test that fails when it runs again, with nothing wrong, would catch everything. @throws when there is one */
async function runAllOnceMore(): Promise<void> {
  const { metBy, loadedBy, collect } = mutationState();
  for (const { run } of new Set([...metBy.values()].flat())) await run();
  for (const path of new Set([...loadedBy.values()].flat().map((file) => file.path))) {
    for (const run of path.includes(SLOW_FOLDER) ? [] : await collect(path)) await run();
  }
}

async function isCaught(id: number): Promise<boolean> {
  const { mutants, metBy } = mutationState();
  const tests = (metBy.get(id) ?? []).toSorted((a, b) => a.milliseconds - b.milliseconds);
  for (const { run, passes } of tests) {
    mutants.start(id, Math.max(FUEL, FUEL_FACTOR * passes));
    if (await fails(run)) return true;
  }
  return false;
}

async function isCaughtOnLoad(id: number): Promise<boolean> {
  const { mutants, collect } = mutationState();
  for (const path of filesLoading(id)) {
    mutants.start(id, FUEL);
    const isCaughtHere = await fails(async () => {
      for (const run of await collect(path)) await run();
    });
    if (isCaughtHere) return true;
  }
  return false;
}

/**
 * Test files that come by a mutant while they load: first those that load the least besides, which are most likely to
 * be about it.
 */
function filesLoading(id: number): readonly string[] {
  const { loadedBy } = mutationState();
  const loadedWith = new Map<string, number>();
  for (const files of loadedBy.values()) {
    for (const { path } of files) loadedWith.set(path, (loadedWith.get(path) ?? 0) + 1);
  }
  return (loadedBy.get(id) ?? [])
    .map(({ path }) => path)
    .filter((path) => !path.includes(SLOW_FOLDER))
    .toSorted((a, b) => (loadedWith.get(a) ?? 0) - (loadedWith.get(b) ?? 0));
}

async function fails(run: () => unknown): Promise<boolean> {
  const { mutants } = mutationState();
  try {
    await run();
    return false;
  } catch {
    return true;
  } finally {
    mutants.stop();
  }
}
