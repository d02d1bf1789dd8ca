/** What a bench is, and what it reports. */

export interface BenchContext {
  /** A small size, to see that the bench itself works; its numbers mean nothing. */
  readonly isQuick: boolean;
  /** How often each side is measured. */
  readonly rounds: number;
  /** Size of the charity, where a bench has one to choose; null: its own. */
  readonly donors: number | null;
  /** Rounds that come first and are forgotten. */
  readonly warmUps: number;
  /** A folder for this run, gone afterwards. */
  readonly folder: string;
  /** Tells whoever waits what is going on. */
  readonly say: (line: string) => void;
}

/** Several measurements of one thing. */
export interface Sample {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** What must hold for a number, when anything must. */
export type Promised = { readonly atLeast: number } | { readonly atMost: number } | null;

export interface BenchLine {
  readonly name: string;
  readonly unit: string;
  /** What our side took or reached. */
  readonly ours: Sample;
  /** What it is held against, measured in the same rounds. */
  readonly theirs: Sample | null;
  /** Ratio of the two, round by round; null where there is nothing to hold it against. */
  readonly ratio: Sample | null;
  readonly promised: Promised;
  readonly note: string;
}

export interface BenchReport {
  readonly lines: readonly BenchLine[];
  /** What was measured, in words: sizes, and how. */
  readonly about: readonly string[];
}

export interface Bench {
  readonly name: string;
  readonly title: string;
  run(context: BenchContext): Promise<BenchReport>;
}

/** Null where nothing was promised. A line with something to hold it against is judged by its ratio. */
export function isKept({ promised, ours, ratio }: BenchLine): boolean | null {
  if (promised === null) return null;
  const { median } = ratio ?? ours;
  return 'atLeast' in promised ? median >= promised.atLeast : median <= promised.atMost;
}
