/** Many measurements of one thing, as the two numbers that people feel. */
export interface Percentiles {
  readonly p50: number;
  readonly p99: number;
}

export function percentilesOf(milliseconds: readonly number[]): Percentiles {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

export async function time(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** Both sides in turn, so that a busy moment strikes both. */
export async function inTurn<Item>(
  items: readonly Item[],
  ours: (item: Item) => Promise<unknown>,
  theirs: (item: Item) => Promise<unknown>,
): Promise<{ readonly ours: Percentiles; readonly theirs: Percentiles }> {
  const mine: number[] = [];
  const others: number[] = [];
  for (const item of items) {
    others.push(await time(() => theirs(item)));
    mine.push(await time(() => ours(item)));
  }
  return { ours: percentilesOf(mine), theirs: percentilesOf(others) };
}
