/** What a language must be able to say; one file per language fills it in. */
import type { PartOfDay } from '../calling-hours/part-of-day.ts';

export const SCRIPT_STEPS = ['opening', 'thanks', 'gift', 'details', 'questions', 'closing'] as const;
export type ScriptStepId = (typeof SCRIPT_STEPS)[number];

/** What the call is about, as far as it needs other words. `expected`: a debit is on its way; `support`: no gift is known. */
export type Subject = 'gift' | 'mandate' | 'expected' | 'major' | 'failed' | 'reversed' | 'support';

/** Amounts, days and names, already as they are said. */
export interface Spoken {
  readonly callerName: string;
  readonly charityName: string;
  readonly donorName: string;
  readonly isFirstGift: boolean;
  readonly amount: string;
  readonly day: string;
  readonly project: string | null;
  /** "tien euro per maand". */
  readonly mandateAmount: string;
  readonly mandateSince: string;
}

type Say = (spoken: Spoken) => string;

export interface ScriptWords {
  readonly titles: Readonly<Record<ScriptStepId, string>>;
  readonly greetings: Readonly<Record<PartOfDay, string>>;
  readonly opening: (spoken: Spoken, greeting: string, isPromised: boolean) => string;
  readonly thanks: Readonly<Record<Subject, Say>>;
  readonly gift: Readonly<Record<Subject, Say>>;
  readonly details: string;
  readonly questions: string;
  readonly closing: Say;
}
