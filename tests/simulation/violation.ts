/** What the proof found: an invariant that does not hold. */
export type InvariantId =
  /** Every acknowledged fact is in the CRM exactly once. */
  | 'exactly-once'
  /** No objection is followed by a served call anywhere that could know, and none waits behind something else. */
  | 'objection'
  /** Every field holds a value that a person put there last, or a conflict is open. */
  | 'fields'
  /** All workstations agree with the CRM, and so with each other. */
  | 'agreement'
  /** Nothing waits for ever. */
  | 'progress'
  /** No two workstations that reach the CRM serve one donor. */
  | 'claims'
  /** What was acknowledged is still there after a kill. */
  | 'durable'
  /** Nothing is fetched while others need what is left of a day's questions. */
  | 'budget'
  | 'newcomers'
  /** Nothing in the backend breaks. */
  | 'no-bug';

export class Violation extends Error {
  override readonly name = 'Violation';
  readonly invariant: InvariantId;
  constructor(invariant: InvariantId, words: string) {
    super(`${invariant}: ${words}`);
    this.invariant = invariant;
  }
}

/** @throws Violation */
export function demand(isRight: boolean, invariant: InvariantId, words: () => string): asserts isRight {
  if (!isRight) throw new Violation(invariant, words());
}
