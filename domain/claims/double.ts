/** A donor who was called by two people for one thing on one day: nobody's fault, and both should know. */
import type { CalendarDay, Instant } from '../calendar/day.ts';
import type { OutcomeId } from '../outcome.ts';
import type { ProgrammeId } from '../programmes/programme-id.ts';

/** A call that Dankbel made, on whatever workstation. */
export interface RecordedCall {
  readonly operationId: string;
  readonly donorId: number;
  readonly day: CalendarDay;
  readonly at: Instant;
  /** For a kept promise the programme in which it was made. */
  readonly programme: ProgrammeId;
  readonly outcome: OutcomeId;
  readonly callerCrmId: number | null;
  /** Made on this workstation by the person who asks. */
  readonly isMine: boolean;
}

export interface Double {
  readonly donorId: number;
  readonly day: CalendarDay;
  readonly programme: ProgrammeId;
  /** All calls of that day in that programme, oldest first. */
  readonly calls: readonly RecordedCall[];
}

/** Donors whom I called, and somebody else as well, in the same programme on the same day; the newest day first. */
export function findDoubles(calls: readonly RecordedCall[]): readonly Double[] {
  const groups = new Map<string, RecordedCall[]>();
  for (const call of calls) {
    const key = `${call.day} ${call.programme} ${call.donorId}`;
    groups.set(key, [...(groups.get(key) ?? []), call]);
  }
  return [...groups.values()]
    .filter((group) => group.some(({ isMine }) => isMine) && group.some(({ isMine }) => !isMine))
    .map((group) => {
      const [{ donorId, day, programme }] = group as [RecordedCall, ...RecordedCall[]];
      return { donorId, day, programme, calls: group.toSorted(byTime) };
    })
    .sort((a, b) => (a.day === b.day ? a.donorId - b.donorId : a.day < b.day ? 1 : -1));
}

function byTime(a: RecordedCall, b: RecordedCall): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : a.operationId < b.operationId ? -1 : 1;
}
