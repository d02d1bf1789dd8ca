/** A difference with its interval beside a line for "no difference", drawn at the size that it has on paper. */
import type { PaperPart } from './page.ts';

export interface MarkPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** The value at both ends of the place. */
  readonly reach: number;
}

export interface Marked {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What lies beyond the reach is cut off there, and ends without a stroke across. */
export function intervalMark({ value, low, high }: Marked, { x, y, width, reach }: MarkPlace): readonly PaperPart[] {
  const at = (each: number): number => x + (width * (Math.max(-reach, Math.min(reach, each)) + reach)) / (2 * reach);
  const end = (each: number): readonly PaperPart[] =>
    Math.abs(each) > reach
      ? []
      : [{ kind: 'line', x: at(each), y: y - 0.9, toX: at(each), toY: y + 0.9, width: 0.4, ink: 'black' }];
  return [
    { kind: 'line', x: at(low), y, toX: at(high), toY: y, width: 0.4, ink: 'black' },
    ...end(low),
    ...end(high),
    { kind: 'box', x: at(value) - 0.7, y: y - 0.7, width: 1.4, height: 1.4, ink: 'door' },
  ];
}

/** The smallest round number that holds all of these. */
export function reachOf(marks: readonly Marked[]): number {
  const most = Math.max(0, ...marks.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
  const size = 10 ** Math.floor(Math.log10(most || 1));
  return [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].map((step) => step * size).find((step) => step >= most) ?? 10 * size;
}
