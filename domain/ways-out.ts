/**
 * What a person can do about an operation that is not in the CRM. Every kind in every state has a way that ends it, so
 * that nothing waits for ever. Pure; docs/decisions/0015 says why it is divided like this.
 */
import type { OperationKind, OperationState } from './operation.ts';
import type { Role } from './role.ts';

/**
 * - `settle`: keep what was corrected here, or what the CRM has, or type what is right: ends it
 * - `mend`: type a value that the CRM can take, and send that
 * - `retry`: send it once more as it is
 * - `withdraw`: it goes to the CRM no more, and stays in the history: ends it
 */
export const WAYS_OUT = ['settle', 'mend', 'retry', 'withdraw'] as const;
export type WayOut = (typeof WAYS_OUT)[number];

interface Asked {
  readonly kind: OperationKind;
  readonly state: OperationState;
  /** Who looks at it recorded it. */
  readonly isOwn: boolean;
  readonly roles: readonly Role[];
}

/** Who recorded something was in the conversation, and a coordinator answers for all of it; nobody else. */
export function maySee({ isOwn, roles }: Pick<Asked, 'isOwn' | 'roles'>): boolean {
  return isOwn || roles.includes('coordinator');
}

export function waysOut({ kind, state, isOwn, roles }: Asked): readonly WayOut[] {
  if (!maySee({ isOwn, roles })) return [];
  const isCoordinator = roles.includes('coordinator');
  const changesField = kind === 'correction' || kind === 'undo';
  switch (state) {
    case 'conflict':
      return changesField ? ['settle'] : ['retry', ...(isCoordinator ? (['withdraw'] as const) : [])];
    case 'rejected':
      return [
        'retry',
        // A call that was made and an objection are facts: only a coordinator may let the CRM go without them.
        ...(isCoordinator || changesField ? (['withdraw'] as const) : []),
        ...(kind === 'correction' ? (['mend'] as const) : []),
      ];
    case 'waiting':
      return ['retry', ...(isCoordinator ? (['withdraw'] as const) : [])];
    case 'applied':
    case 'withdrawn':
      return [];
  }
}

/** What waits longer than this is shown to a person, as a round runs every five minutes. */
const LONGEST_WAIT_MILLISECONDS = 24 * 3_600_000;

export function waitsTooLong(recordedAt: string, now: string): boolean {
  return Date.parse(now) - Date.parse(recordedAt) > LONGEST_WAIT_MILLISECONDS;
}
