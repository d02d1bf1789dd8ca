/** What the map of the journey tells in one sentence, and no more than the answers bear. Pure. */
import type { Results } from '../../../contract/procedures/results.ts';
import { EMOTIONS, type Emotion } from '../../../domain/operation.ts';
import type { Sentence } from '../../../domain/language.ts';

type Column = Results['map']['columns'][number];

export type MapFinding =
  | { readonly kind: 'difference'; readonly best: Sentence; readonly worst: Sentence }
  /** One step alone has enough answers. */
  | { readonly kind: 'one'; readonly step: Sentence; readonly word: Emotion }
  /** The intervals of the best and the worst overlap. */
  | { readonly kind: 'alike' }
  | { readonly kind: 'few' };

export function findingOf(columns: readonly Column[]): MapFinding {
  const known = columns.flatMap(({ name, cell }) =>
    cell === null || cell.mean.isTooFew || cell.mean.mean === null
      ? []
      : [{ name, ...cell.mean, mean: cell.mean.mean }],
  );
  const sorted = known.toSorted((a, b) => b.mean - a.mean);
  const [best] = sorted;
  const worst = sorted.at(-1);
  if (best === undefined || worst === undefined) return { kind: 'few' };
  if (best === worst) {
    return { kind: 'one', step: best.name, word: EMOTIONS[Math.round(best.mean) + 2] ?? 'neutral' };
  }
  if ((worst.high ?? worst.mean) >= (best.low ?? best.mean)) return { kind: 'alike' };
  return { kind: 'difference', best: best.name, worst: worst.name };
}
