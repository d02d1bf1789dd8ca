/**
 * Where somebody is in the practice evening, and what comes now. A step is done when the real thing was done on the
 * real screen; nothing is ever in the way. Pure.
 */
import { FITTING, SITUATION_IDS, type SituationId, type SituationProgress } from '../../domain/practice/situation.ts';
import type { OutcomeId } from '../../domain/outcome.ts';
import type { ScriptStepId } from '../../domain/script/words.ts';

export type StepId = 'door' | 'opening' | 'thanks' | 'details' | 'complaint' | 'closing' | 'outcome' | 'undo' | 'again';

/** What is pointed at: a place of the screens that guide.css knows. */
export type Target =
  | 'door'
  | 'script'
  | 'details'
  | 'complaint'
  | 'objection'
  | 'undo'
  // By its key.
  | `outcome-${1 | 4 | 7 | 8 | 9}`;

export interface Step {
  readonly id: StepId;
  readonly target: Target;
}

/** What the screen shows now, as far as the guide follows it. */
export interface Place {
  /** The call that is on the screen; null for another screen. */
  readonly callItemId: number | null;
  readonly isToday: boolean;
  /** The donor at the door of Vandaag; null for nobody, undefined while it is not known. */
  readonly atDoor: number | null | undefined;
  /** Of the call on the screen. */
  readonly stepsSeen: readonly ScriptStepId[];
}

export interface GuidedStep extends Step {
  readonly isDone: boolean;
}

export type Guidance =
  | {
      readonly kind: 'step';
      readonly situation: SituationId;
      readonly step: Step;
      readonly steps: readonly GuidedStep[];
      /** The call before it went as it should: a word about that. */
      readonly after: SituationId | null;
    }
  | ({ readonly kind: 'oops'; readonly situation: SituationId } & Oops)
  | { readonly kind: 'away' }
  | { readonly kind: 'end'; readonly oops: Oops | null };

/** Another outcome than what was said points to. */
export interface Oops {
  readonly chosen: OutcomeId;
  readonly fitting: OutcomeId;
}

const DOOR: Step = { id: 'door', target: 'door' };

export const STEPS: Readonly<Record<SituationId, readonly Step[]>> = {
  happy: [
    DOOR,
    { id: 'opening', target: 'script' },
    { id: 'thanks', target: 'script' },
    { id: 'details', target: 'details' },
    { id: 'closing', target: 'objection' },
    { id: 'outcome', target: 'outcome-1' },
  ],
  nobody: [
    DOOR,
    { id: 'outcome', target: 'outcome-4' },
    { id: 'undo', target: 'undo' },
    { id: 'again', target: 'outcome-4' },
  ],
  wrong: [DOOR, { id: 'outcome', target: 'outcome-7' }],
  angry: [
    DOOR,
    { id: 'complaint', target: 'complaint' },
    { id: 'closing', target: 'objection' },
    { id: 'outcome', target: 'outcome-1' },
  ],
  bereaved: [DOOR, { id: 'outcome', target: 'outcome-9' }],
  stop: [DOOR, { id: 'outcome', target: 'outcome-8' }],
};

/** Null while it is not known yet. */
export function guide(situations: readonly SituationProgress[], place: Place): Guidance | null {
  const onCall = situations.find(({ callItemId }) => callItemId !== null && callItemId === place.callItemId);
  if (onCall !== undefined) return stepOf(onCall, place, null);
  if (!place.isToday) return place.callItemId === null ? { kind: 'away' } : null;
  if (place.atDoor === undefined) return null;

  const last = lastFinished(situations);
  const next = situations.find(({ donorId }) => donorId === place.atDoor) ?? null;
  if (next?.isBegun === true) return stepOf(next, place, null);
  const oops = last === null ? null : oopsOf(last);
  if (next === null) {
    const isOver = situations.length > 0 && situations.every(({ outcome }) => outcome !== null);
    return isOver ? { kind: 'end', oops } : { kind: 'away' };
  }
  if (last !== null && oops !== null) return { kind: 'oops', situation: last.id, ...oops };
  // How something is taken back is shown where it can do no harm: with somebody who was not at home.
  if (last?.id === 'nobody' && !last.hasUndone) return stepOf(last, place, null);
  return stepOf(next, place, last?.id ?? null);
}

/** The number of a situation in the evening, from 1. */
export function numberOf(situation: SituationId): number {
  return SITUATION_IDS.indexOf(situation) + 1;
}

function stepOf(progress: SituationProgress, place: Place, after: SituationId | null): Guidance | null {
  const steps = STEPS[progress.id].map((step) => ({ ...step, isDone: isDone(step.id, progress, place) }));
  const step = steps.find((candidate) => !candidate.isDone) ?? steps.at(-1);
  if (step === undefined) return null;
  const target = step.id === 'again' && place.callItemId === null ? 'door' : step.target;
  return { kind: 'step', situation: progress.id, step: { id: step.id, target }, steps, after };
}

function isDone(step: StepId, progress: SituationProgress, { callItemId, stepsSeen }: Place): boolean {
  const isOver = progress.outcome !== null;
  const isAnswered = progress.objectionAnswer !== null;
  switch (step) {
    case 'door':
      return isOver || (progress.callItemId !== null && progress.callItemId === callItemId) || progress.hasUndone;
    case 'opening':
      return isOver || isAnswered || stepsSeen.length > 1;
    case 'thanks':
      return isOver || isAnswered || progress.checked > 0 || stepsSeen.includes('details');
    case 'details':
      return isOver || isAnswered || progress.checked > 0;
    case 'complaint':
      return isOver || progress.complaints > 0;
    case 'closing':
      return isOver || isAnswered;
    case 'outcome':
      return isOver || progress.hasUndone;
    case 'undo':
      return progress.hasUndone;
    case 'again':
      return isOver && progress.hasUndone;
  }
}

function oopsOf({ id, outcome }: SituationProgress): Oops | null {
  return outcome === null || FITTING[id].includes(outcome) ? null : { chosen: outcome, fitting: FITTING[id][0] };
}

function lastFinished(situations: readonly SituationProgress[]): SituationProgress | null {
  const finished = situations.filter(({ finishedAt }) => finishedAt !== null);
  return finished.toSorted((a, b) => String(a.finishedAt).localeCompare(String(b.finishedAt))).at(-1) ?? null;
}
