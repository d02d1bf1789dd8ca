/** What a fuzzer tells of its work. */
export interface FuzzReport {
  readonly name: string;
  /** How many inputs were tried. */
  readonly inputs: number;
  /** How many of them were refused. */
  readonly refused: number;
  readonly figures: Readonly<Record<string, number>>;
  /** What must not be, each with what is needed to see it again. Empty when all is well. */
  readonly violations: readonly string[];
}

export interface FuzzOptions {
  readonly seed: number;
  /** Asked before each round; false ends the work. */
  readonly goesOn: (round: number) => boolean;
}

/** So many rounds, whatever they take. */
export function rounds(count: number): FuzzOptions['goesOn'] {
  return (round) => round < count;
}

/** As many as fit, and one at least. */
export function forMilliseconds(milliseconds: number): FuzzOptions['goesOn'] {
  const end = performance.now() + milliseconds;
  return (round) => round === 0 || performance.now() < end;
}

/** A second of work for one question is a hang, whatever else the machine is doing meanwhile. */
const HANG_MICROSECONDS = 1_000_000;

/** Whether the work took more than a second of this program's own time. */
export async function takesTooLong(work: () => Promise<void>): Promise<boolean> {
  const before = process.cpuUsage();
  await work();
  return process.cpuUsage(before).user > HANG_MICROSECONDS;
}

const SHOWN = 400;

/** An input as text, cut to what a person reads. */
export function shown(value: unknown): string {
  const seen = new Set<unknown>();
  let text: string;
  try {
    text =
      JSON.stringify(value, (_key, inner: unknown) => {
        if (typeof inner === 'bigint') return `${inner}n`;
        if (typeof inner === 'object' && inner !== null) {
          if (seen.has(inner)) return '(again)';
          seen.add(inner);
        }
        return inner;
      }) ?? String(value);
  } catch (error) {
    text = `(${error instanceof Error ? error.message : 'not shown'})`;
  }
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}… (${text.length} characters)` : text;
}
