/** What a change of the settings does to today's list: who comes, who goes, and why. Nothing is changed by looking. */
import type { DonorFacts } from '../donor-facts.ts';
import type { Sentence } from '../language.ts';
import { PROGRAMMES } from '../programmes/index.ts';
import { CALLING_LANES, type CallingLane, type ProgrammeId } from '../programmes/programme-id.ts';
import type { ProgrammeSettings } from '../programmes/settings.ts';
import { buildCallList, ofLane, type CallList } from './call-list.ts';
import { evaluate, type Candidate, type ListContext } from './evaluate.ts';
import { writeSuppression } from './suppression-sentences.ts';
import { writeCondition } from './trace.ts';

export interface PreviewLine {
  readonly donorId: number;
  readonly lane: CallingLane;
  readonly programme: ProgrammeId;
  /** Who comes: why she is on the list then. Who goes: why she is on it no longer. */
  readonly why: Sentence;
}

export interface Preview {
  readonly lanes: readonly { readonly lane: CallingLane; readonly before: number; readonly after: number }[];
  /** In the order of the new list. A donor who changes lane comes on one and goes from the other. */
  readonly comes: readonly PreviewLine[];
  /** In the order of the old list. */
  readonly goes: readonly PreviewLine[];
}

/** @param donors everybody who could be on the list before or after */
export function previewChange(
  donors: readonly DonorFacts[],
  context: ListContext,
  { before, after }: { readonly before: ProgrammeSettings; readonly after: ProgrammeSettings },
): Preview {
  const old = buildCallList(donors, { ...context, settings: before });
  const contextAfter = { ...context, settings: after };
  const now = buildCallList(donors, contextAfter);
  const [placesBefore, placesAfter] = [placesOf(old), placesOf(now)];
  const byId = new Map(donors.map((donor) => [donor.donorId, donor]));
  return {
    lanes: CALLING_LANES.map((lane) => ({
      lane,
      before: ofLane(old, lane).items.length,
      after: ofLane(now, lane).items.length,
    })),
    comes: now.items
      .filter((item) => !placesBefore.has(placeOf(item)))
      .map((item) => ({ ...lineOf(item), why: item.match.reason })),
    goes: old.items
      .filter((item) => !placesAfter.has(placeOf(item)))
      .map((item) => ({ ...lineOf(item), why: whyGone(item, now, byId.get(item.donorId), contextAfter) })),
  };
}

function placeOf({ donorId, match }: Candidate): string {
  return `${donorId} ${match.lane}`;
}

function placesOf({ items }: CallList): ReadonlySet<string> {
  return new Set(items.map(placeOf));
}

function lineOf({ donorId, match }: Candidate): Omit<PreviewLine, 'why'> {
  return { donorId, lane: match.lane, programme: match.programme };
}

function whyGone(item: Candidate, now: CallList, donor: DonorFacts | undefined, context: ListContext): Sentence {
  const elsewhere = now.items.find(({ donorId }) => donorId === item.donorId);
  if (elsewhere !== undefined) {
    const { name } = PROGRAMMES[elsewhere.match.programme];
    return { nl: `Gaat naar een andere lijst: ${name.nl}.`, en: `Goes to another list: ${name.en}.` };
  }
  const left = now.suppressed.find(({ donorId }) => donorId === item.donorId);
  const first = left?.suppressions[0];
  if (left !== undefined && first !== undefined) return writeSuppression(first, context);
  const failing = donor === undefined ? undefined : failingCondition(item.match.programme, donor, context);
  return failing ?? { nl: 'Er is geen aanleiding meer om te bellen.', en: 'There is no occasion for a call any more.' };
}

function failingCondition(programme: ProgrammeId, donor: DonorFacts, context: ListContext): Sentence | undefined {
  const { today, settings } = context;
  const { giving } = evaluate(donor, context);
  const { conditions } = PROGRAMMES[programme].judge({ today, donor, giving, settings });
  const failing = conditions.find(({ holds }) => !holds);
  return failing === undefined ? undefined : writeCondition(failing, today);
}
