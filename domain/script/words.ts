/** What a language must be able to say; one file per language and way of speaking fills it in. */
import type { PartOfDay } from '../calling-hours/part-of-day.ts';

export const SCRIPT_STEPS = ['opening', 'thanks', 'gift', 'now', 'details', 'questions', 'closing'] as const;
export type ScriptStepId = (typeof SCRIPT_STEPS)[number];

/** "u" or "je"; English has one word for both, and takes the name that goes with it. */
export const ADDRESS_FORMS = ['formal', 'informal'] as const;
export type AddressForm = (typeof ADDRESS_FORMS)[number];

/**
 * What the call is about, as far as it needs other words. `expected`: a debit is on its way; `friend`: a gift that came
 * through a friend's action; `support`: no gift is known.
 */
export const SUBJECTS = [
  'gift',
  'mandate',
  'expected',
  'major',
  'friend',
  'anniversary',
  'ambassador',
  'feedback',
  'birthday',
  'failed',
  'reversed',
  'support',
] as const;
export type Subject = (typeof SUBJECTS)[number];

/** Amounts, days and names, already as they are said. */
export interface Spoken {
  readonly callerName: string;
  readonly charityName: string;
  readonly donorName: string;
  readonly isFirstGift: boolean;
  readonly amount: string;
  readonly day: string;
  readonly project: string | null;
  /** Whose action the gift came through; null when nobody knows. */
  readonly whoseAction: string | null;
  /** "tien euro per maand". */
  readonly mandateAmount: string;
  readonly mandateSince: string;
  /** "twaalf jaar"; null where years are nothing to speak of. */
  readonly loyalYears: string | null;
  /** What the coordinator wrote that the gift does; null for nothing. */
  readonly does: string | null;
  /** The day of a complaint that was answered since; null for none. */
  readonly answeredComplaint: string | null;
}

type Say = (spoken: Spoken) => string;

export interface ScriptWords {
  readonly greetings: Readonly<Record<PartOfDay, string>>;
  /** Name, organisation, purpose, and whether it suits (rules-nl.md L16); what was promised is a purpose too. */
  readonly opening: (spoken: Spoken, greeting: string, purpose: Subject | 'promised') => string;
  readonly thanks: Readonly<Record<Subject, Say>>;
  readonly gift: Readonly<Record<Subject, Say>>;
  /** Stands before what the coordinator wrote is worked on now. */
  readonly now: string;
  readonly details: string;
  readonly questions: Readonly<Record<'usual' | 'feedback', Say>>;
  readonly closing: Say;
}
