/** What is open in a call, one thing at a time, so that a key never means two things. */
import type { CallView } from '../../../contract/procedures/call.ts';

export type FollowUp = Exclude<CallView['followUps'][number]['kind'], 'task'>;
export type OutcomeKeyNumber = CallView['outcomes'][number]['key'];

export type CallMode =
  /** `closed` is what was open just before: the focus returns to where it was opened. */
  | { readonly kind: 'none'; readonly closed: Exclude<CallMode, { kind: 'none' }> | null }
  /** E was pressed: the digits mean an emotion. */
  | { readonly kind: 'emotion' }
  /** A was pressed: the digits mean how likely the donor is to recommend us. */
  | { readonly kind: 'nps' }
  | { readonly kind: 'composer'; readonly followUp: FollowUp }
  | { readonly kind: 'wishes' }
  /** The number, large, for another phone. */
  | { readonly kind: 'own-phone' }
  /** Ready answers, in the place of the details. */
  | { readonly kind: 'answers' }
  | { readonly kind: 'benefits' }
  | { readonly kind: 'editor'; readonly detailKey: string }
  /** The second question of a key that stands for more than one outcome. */
  | { readonly kind: 'choice'; readonly key: OutcomeKeyNumber }
  | { readonly kind: 'appointment' };

export const NOTHING_OPEN: CallMode = { kind: 'none', closed: null };

/** The digits mean something else than an outcome; any other key ends that. */
export function meansDigits({ kind }: CallMode): boolean {
  return kind === 'emotion' || kind === 'nps' || kind === 'benefits';
}

/** What was open last, when it was closed just now. */
export function justClosed(mode: CallMode): Exclude<CallMode, { kind: 'none' }> | null {
  return mode.kind === 'none' ? mode.closed : null;
}
