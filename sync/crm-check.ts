/** What a look at a CRM found, in words: one item per question, and what to do where something is not as it should be. */
import type { Sentence } from '../domain/language.ts';

/** `warning`: it works, with something missing or odd. `problem`: it does not work until somebody changes something. */
export const CHECK_STATES = ['ok', 'warning', 'problem'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

export interface CheckItem {
  readonly id: string;
  readonly state: CheckState;
  /** The question, in a word or two. */
  readonly title: Sentence;
  /** What was found, what it is for, and what to do. */
  readonly text: Sentence;
}
