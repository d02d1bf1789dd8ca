/** The outcomes of a call as the nine keys under it. Pure. */
import type { CallView } from '../../../../contract/procedures/call.ts';
import type { OutcomeId } from '../../../../domain/outcome.ts';
import type { ObjectionAnswer } from '../../../../domain/operation.ts';

export type OfferedOutcome = CallView['outcomes'][number];

export interface OutcomeKey {
  readonly key: number;
  readonly options: readonly [OfferedOutcome, ...OfferedOutcome[]];
}

export interface OutcomeGroup {
  readonly name: 'reached' | 'notReached' | 'special';
  readonly keys: readonly OutcomeKey[];
}

const GROUPS = [
  { name: 'reached', keys: [1, 2, 3] },
  { name: 'notReached', keys: [4, 5, 6, 7] },
  { name: 'special', keys: [8, 9] },
] as const;

export function optionsOf(outcomes: readonly OfferedOutcome[], key: number): readonly OfferedOutcome[] {
  return outcomes.filter((outcome) => outcome.key === key);
}

export function groupOutcomes(outcomes: readonly OfferedOutcome[]): readonly OutcomeGroup[] {
  return GROUPS.map(({ name, keys }) => ({
    name,
    keys: keys.flatMap((key) => {
      const [first, ...others] = optionsOf(outcomes, key);
      return first === undefined ? [] : [{ key, options: [first, ...others] as const }];
    }),
  })).filter(({ keys }) => keys.length > 0);
}

/**
 * The outcome that Ctrl+Enter saves: the one that was asked for, or what the answer about calling again points to.
 * Somebody who wants no more calls is never suggested as an ordinary conversation.
 */
export function suggestedOutcome(
  outcomes: readonly OfferedOutcome[],
  answer: ObjectionAnswer | null,
  wanted: OutcomeId | null,
): OfferedOutcome | null {
  if (answer === null) return null;
  const id = answer === 'used' ? 'objection' : (wanted ?? 'conversation');
  return outcomes.find((outcome) => outcome.id === id) ?? null;
}

/** The consequence that all options of a key share, if they do. */
export function sharedConsequence({ options }: OutcomeKey): OfferedOutcome['consequence'] | null {
  const [first, ...others] = options;
  return others.every(({ consequence }) => consequence.nl === first.consequence.nl) ? first.consequence : null;
}
