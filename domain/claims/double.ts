/** A donor who was called by two people for one thing on one day: nobody's fault, and both should know. */
import type { CalendarDay, Instant } from '../calendar/day.ts';
import type { OutcomeId } from '../outcome.ts';
import type { ProgrammeId } from '../programmes/programme-id.ts';
import { inOrder } from '../in-order.ts';

/** A call that Dankbel made, on whatever workstation. */
export interface RecordedCall {
  readonly operationId: string;
  readonly donorId: number;
  readonly day: CalendarDay;
  readonly at: Instant;
  /** For a kept promise the programme in which it was made. */
  readonly programme: ProgrammeId;
  readonly keptPromise: boolean;
  readonly outcome: OutcomeId;
  readonly callerCrmId: number | null;
  /** Made on this workstation by the person who asks. */
  readonly isMine: boolean;
}

export interface Double {
  readonly donorId: number;
  readonly day: CalendarDay;
  readonly programme: ProgrammeId;
  /** One of the calls is of the person who asks; else it is told to a coordinator. */
  readonly isMine: boolean;
  /** All calls of that day in that programme, oldest first. */
  readonly calls: readonly RecordedCall[];
}

/** Donors whom two people called in the same programme on the same day; the newest day first. */
export function findDoubles(calls: readonly RecordedCall[]): readonly Double[] {
  const groups = new Map<string, RecordedCall[]>();
  for (const call of calls) {
    const key = `${call.day} ${call.programme} ${call.donorId}`;
    groups.set(key, [...(groups.get(key) ?? []), call]);
  }
  return [...groups.values()]
    .filter(isDouble)
    .map((group) => {
      const [{ donorId, day, programme }] = group as [RecordedCall, ...RecordedCall[]];
      const isMine = group.some((call) => call.isMine);
      return { donorId, day, programme, isMine, calls: group.toSorted(byTime) };
    })
    .sort((a, b) => inOrder(b.day, a.day) || a.donorId - b.donorId);
}

/** Two people, or one person on two workstations. Who calls back because the donor asked for it repeats nothing. */
function isDouble(group: readonly RecordedCall[]): boolean {
  const unasked = group.filter(
    (call) => !call.keptPromise || !group.some(({ outcome, at }) => outcome === 'callback' && at < call.at),
  );
  const callers = new Set(unasked.flatMap(({ callerCrmId }) => callerCrmId ?? []));
  return callers.size > 1 || (unasked.some(({ isMine }) => isMine) && unasked.some(({ isMine }) => !isMine));
}

function byTime(a: RecordedCall, b: RecordedCall): number {
  return inOrder(a.at, b.at) || inOrder(a.operationId, b.operationId);
}
