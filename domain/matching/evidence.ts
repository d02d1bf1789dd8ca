/** What speaks for and against two places knowing the same person, field by field, with its weight. */

export const MATCHED_FIELDS = [
  'email',
  'iban',
  'mobile',
  'landline',
  'address',
  'surname',
  'firstName',
  'organisation',
  'birthday',
  'wholeName',
] as const;
export type MatchedField = (typeof MATCHED_FIELDS)[number];

export const VERDICTS = [
  'same',
  'alike',
  'part',
  'initial',
  'nickname',
  'near',
  'only',
  'rare',
  'different',
  'unknown',
] as const;
/**
 * - `same`; `alike`: a typing mistake, or written as it sounds; `part`: one half of a double surname, or one of the words
 *   of an organisation; `initial`: only the first letter can be compared; `nickname`: two names that one person goes by
 * - `only`: nobody else in the CRM has this whole name; `rare`: nobody else has this surname, and the initial agrees
 * - `near`: an address at the same postcode, or in the same house with another addition
 * - `different`; `unknown`: one of the two places does not say
 */
export type Verdict = (typeof VERDICTS)[number];

export interface Evidence {
  readonly field: MatchedField;
  readonly verdict: Verdict;
  /** As each place has it; of several the one that agrees, else the first. Empty where the place does not say. */
  readonly source: string;
  readonly candidate: string;
  readonly points: number;
}

type Weights = Readonly<Record<MatchedField, Readonly<Partial<Record<Verdict, number>>>>>;

/**
 * Eighty points are an own mailbox, a surname and a first name. A key of one's own (mailbox, account, mobile) counts
 * double what a house shares; a name counts against as much as for, because nearly everybody's differs.
 */
export const WEIGHTS: Weights = {
  email: { same: 40 },
  iban: { same: 40 },
  mobile: { same: 40 },
  landline: { same: 15 },
  address: { same: 20, near: 5 },
  surname: { same: 20, alike: 14, part: 12, different: -25 },
  firstName: { same: 20, nickname: 10, alike: 10, initial: 8, different: -30 },
  organisation: { same: 35, alike: 22, part: 10, different: -35 },
  birthday: { same: 25, different: -40 },
  wholeName: { only: 6, rare: 18 },
};

export function evidenceFor(evidence: readonly Evidence[], wanted: MatchedField): Evidence | undefined {
  return evidence.find(({ field }) => field === wanted);
}

export function evidenceOf(field: MatchedField, verdict: Verdict, source: string, candidate: string): Evidence {
  return { field, verdict, source, candidate, points: WEIGHTS[field][verdict] ?? 0 };
}
