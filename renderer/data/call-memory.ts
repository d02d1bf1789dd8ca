/**
 * What only this window knows of a call: the step of the script, what can be undone, what was typed and not yet
 * sent. Kept while the window is open, so that going back to Vandaag and returning loses nothing.
 */
import type { BenefitAnswer } from '../../domain/benefits/benefit.ts';
import type { ObjectionAnswer, Emotion, Thumb } from '../../domain/operation.ts';
import type { OutcomeId } from '../../domain/outcome.ts';
import { SCRIPT_STEPS, type ScriptStepId } from '../../domain/script/words.ts';
import type { WishAbout, WishChannel } from '../../domain/wishes.ts';
import { createStore, type Store } from './store.ts';

/** One thing done in this call, with what is needed to take it back. */
export type Undoable =
  | { readonly kind: 'correction'; readonly key: string }
  | { readonly kind: 'confirmation'; readonly key: string }
  | { readonly kind: 'objection'; readonly previous: ObjectionAnswer | null }
  | { readonly kind: 'emotion'; readonly previous: Emotion | null }
  | { readonly kind: 'thumb'; readonly previous: Thumb | null }
  | { readonly kind: 'nps'; readonly previous: number | null }
  | { readonly kind: 'benefit'; readonly benefitId: string; readonly previous: BenefitAnswer | null }
  | { readonly kind: 'wish'; readonly about: WishAbout; readonly previous: WishChannel | null }
  | { readonly kind: 'opt-in'; readonly previous: boolean | null }
  | { readonly kind: 'follow-up'; readonly id: number };

export interface CallMemory {
  readonly step: ScriptStepId;
  readonly stepsSeen: readonly ScriptStepId[];
  /** The number that was dialled last. */
  readonly dialled: string | null;
  /** Newest last. */
  readonly undoable: readonly Undoable[];
  /** What was answered last about calling again: known here before the screen shows it. */
  readonly answered: ObjectionAnswer | null;
  /** The outcome that was asked for before its answer was there. */
  readonly wanted: OutcomeId | null;
  /** Texts that were typed and not sent, by the place where they were typed. */
  readonly drafts: Readonly<Record<string, string>>;
}

const FRESH: CallMemory = {
  step: SCRIPT_STEPS[0],
  stepsSeen: [SCRIPT_STEPS[0]],
  dialled: null,
  undoable: [],
  answered: null,
  wanted: null,
  drafts: {},
};

const memories = new Map<number, Store<CallMemory>>();

export function memoryOf(callItemId: number): Store<CallMemory> {
  const known = memories.get(callItemId);
  if (known !== undefined) return known;
  const fresh = createStore(FRESH);
  memories.set(callItemId, fresh);
  return fresh;
}

export function remember(callItemId: number, change: Partial<CallMemory>): void {
  const memory = memoryOf(callItemId);
  memory.set({ ...memory.get(), ...change });
}

/** The script at another step; every step that was shown is kept. */
export function atStep({ stepsSeen }: CallMemory, step: ScriptStepId): Pick<CallMemory, 'step' | 'stepsSeen'> {
  return { step, stepsSeen: stepsSeen.includes(step) ? stepsSeen : [...stepsSeen, step] };
}

/** A call that is over begins anew when it comes back. */
export function forgetCall(callItemId: number): void {
  memoryOf(callItemId).set(FRESH);
}
