/**
 * What becomes of corrections that still wait when the CRM turns out to say something else than they were based on.
 * Pure. Corrections of one detail form a chain: each is based on the value of the one before it.
 */
import type { Correction } from './correction.ts';
import { isSameValue, type CorrectedValue } from './corrected-value.ts';

/**
 * - `done`: the CRM says what this correction says, or what a later one of the chain says: nothing is left to send
 * - `send`: nobody but us touched the detail: it goes on waiting, or waits again when it was a conflict
 * - `conflict`: both sides changed it, and a person decides
 */
export type RebaseVerdict = 'done' | 'send' | 'conflict';

/**
 * @param chain corrections of one detail, oldest first
 * @param theirs what the CRM says now; null: the row that was corrected is no longer there
 * @returns a verdict for each, in the same order
 */
export function rebaseChain(chain: readonly Correction[], theirs: CorrectedValue | null): readonly RebaseVerdict[] {
  const [first] = chain;
  if (first === undefined) return [];
  const isTheirs = (value: CorrectedValue | null): boolean =>
    value === null || theirs === null ? value === theirs : isSameValue(value, theirs, first.field);
  // Before anything else: a chain that ends where it began has sent nothing yet, and may have to.
  if (isTheirs(first.base)) return chain.map(() => 'send');
  const arrived = chain.findLastIndex(({ value }) => isTheirs(value));
  if (arrived < 0) return chain.map(() => 'conflict');
  return chain.map((_, index) => (index <= arrived ? 'done' : 'send'));
}

/** Corrections with the same key are about the same detail of a donor. */
export function detailOf(correction: Correction): string {
  if (correction.field === 'name') return 'name';
  const { field, crmId, rowId } = correction;
  return crmId === null ? `${field}:here:${rowId ?? 'new'}` : `${field}:${crmId}`;
}
