/** Which operation goes next. Pure: the engine asks it again after every answer. */
import type { Instant } from '../domain/calendar/day.ts';
import type { OperationKind } from '../domain/operation.ts';

export interface WaitingOperation {
  readonly id: string;
  /** The order in which they were recorded. */
  readonly sequence: number;
  readonly donorId: number;
  readonly kind: OperationKind;
  /** For an undo: the kind of what it takes back. */
  readonly undoneKind: OperationKind | null;
  readonly nextTryAt: Instant | null;
}

/**
 * Objections go before everything else, and what takes one back goes with them, so that the two keep their order.
 * Otherwise operations of one donor go in the order in which they were recorded: one that must wait holds back the
 * later ones of the same donor, and of nobody else.
 *
 * @param now null: waiting times are ignored, because a person asked to send now
 * @param triedInVain ids that were tried in this round; they wait for the next one
 */
export function nextToSend<Waiting extends WaitingOperation>(
  waiting: readonly Waiting[],
  now: Instant | null,
  triedInVain: ReadonlySet<string> = new Set(),
): Waiting | null {
  const ordered = waiting.toSorted((a, b) => rank(a) - rank(b) || a.sequence - b.sequence);
  const heldBack = new Set<string>();
  for (const operation of ordered) {
    const queue = `${rank(operation)}:${operation.donorId}`;
    if (heldBack.has(queue)) continue;
    const isTime = now === null || operation.nextTryAt === null || isDue(operation.nextTryAt, now);
    if (isTime && !triedInVain.has(operation.id)) return operation;
    heldBack.add(queue);
  }
  return null;
}

/** Nothing waits for longer than the longest delay: a time beyond it was set by a clock that has been put right since. */
function isDue(nextTryAt: Instant, now: Instant): boolean {
  const seconds = (Date.parse(nextTryAt) - Date.parse(now)) / 1_000;
  return seconds <= 0 || seconds > LONGEST_DELAY_SECONDS * 1.5;
}

function rank({ kind, undoneKind }: WaitingOperation): 0 | 1 {
  return kind === 'objection' || undoneKind === 'objection' ? 0 : 1;
}

const FIRST_DELAY_SECONDS = 5;
const LONGEST_DELAY_SECONDS = 900;

/** Seconds to wait after the n-th try in vain: doubling, with up to half of it added at random so that workstations spread. */
export function backOffSeconds(tries: number, random: () => number): number {
  const delay = Math.min(FIRST_DELAY_SECONDS * 2 ** Math.max(0, tries - 1), LONGEST_DELAY_SECONDS);
  return Math.round(delay * (1 + random() / 2));
}
