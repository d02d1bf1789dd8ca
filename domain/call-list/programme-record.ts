/** What has already happened for a donor in a programme: conversations that finish it, attempts that count in it. */
import type { CalendarDay } from '../calendar/day.ts';
import type { CallFact } from '../call-fact.ts';
import type { ProgrammeMatch } from '../programmes/programme.ts';
import type { ProgrammeId } from '../programmes/programme-id.ts';
import { inOrder } from '../in-order.ts';

/** Calls up to and including today, oldest first. */
export function callsUpTo(today: CalendarDay, calls: readonly CallFact[]): readonly CallFact[] {
  return calls.filter((call) => call.day <= today).toSorted((a, b) => inOrder(a.day, b.day) || inOrder(a.at, b.at));
}

/**
 * A programme is done when a conversation was held in it on or after the day it came on the list. A call that only
 * the CRM knows has no programme and counts for every one whose list the donor was on. The donor who does not want
 * to talk closes the programme as well.
 *
 * @param major the match of `major-call` on the same day, if any: a conversation in it also does the thank-you call
 */
export function isDone(match: ProgrammeMatch, calls: readonly CallFact[], major: ProgrammeMatch | null): boolean {
  if (calls.some((call) => ends(call) && isCallOf(call, match))) return true;
  if (match.programme !== 'thank-you-call') return false;
  return calls.some(
    (call) =>
      call.result === 'conversation' &&
      ((belongsTo(call, 'major-call') && call.day >= match.occasion) || (major !== null && isCallOf(call, major))),
  );
}

/** Attempts without a conversation in this programme, oldest first. */
export function attemptsIn(match: ProgrammeMatch, calls: readonly CallFact[]): readonly CallFact[] {
  return calls.filter((call) => call.result !== 'conversation' && isCallOf(call, match));
}

/** The day of the first call in this programme since the donor came on its list, whatever came of it; null for none. */
export function firstCallIn(match: ProgrammeMatch, calls: readonly CallFact[]): CalendarDay | null {
  return calls.find((call) => isCallOf(call, match))?.day ?? null;
}

function ends(call: CallFact): boolean {
  return call.result === 'conversation' || call.result === 'closed';
}

function isCallOf(call: CallFact, match: ProgrammeMatch): boolean {
  return call.day >= match.from && (call.programme === null || belongsTo(call, match.programme));
}

function belongsTo(call: CallFact, programme: ProgrammeId): boolean {
  return call.programme === programme || call.promisedIn === programme;
}
