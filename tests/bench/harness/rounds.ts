/** Rounds in which both sides are measured one after the other, so that a busy moment of the machine strikes both. */
import type { BenchContext, Sample } from './bench.ts';

export function sampleOf(values: readonly number[]): Sample {
  if (values.length === 0) throw new Error('nothing was measured');
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  const median = Number.isInteger(middle) ? (at(middle - 1) + at(middle)) / 2 : at(Math.floor(middle));
  return { median, least: at(0), most: at(sorted.length - 1) };
}

export interface Round<Ours, Theirs> {
  readonly ours: Ours;
  readonly theirs: Theirs;
}

/** Rounds to warm up, then as many as asked for. Which side goes first changes from round to round. */
export async function interleave<Ours, Theirs>(
  { rounds, warmUps }: Pick<BenchContext, 'rounds' | 'warmUps'>,
  measureOurs: (round: number) => Promise<Ours>,
  measureTheirs: (round: number) => Promise<Theirs>,
): Promise<readonly Round<Ours, Theirs>[]> {
  const measured: Round<Ours, Theirs>[] = [];
  for (let round = 0; round < warmUps + rounds; round += 1) {
    const isOursFirst = round % 2 === 0;
    const early = isOursFirst ? await measureOurs(round) : null;
    const theirs = await measureTheirs(round);
    const ours = early ?? (await measureOurs(round));
    if (round >= warmUps) measured.push({ ours, theirs });
  }
  return measured;
}
