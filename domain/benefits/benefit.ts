/** What a charity may offer to donors of a level: an invitation, a visit, stories, a say in a project. Set by the coordinator. */
import { z } from 'zod';
import { LOYALTY_LEVELS, type LoyaltyLevel } from '../loyalty/level.ts';

const LONGEST_NAME = 80;
const LONGEST_WORDS = 400;

export const benefitSchema = z.object({
  id: z.string().min(1).max(40),
  /** "Kijkje achter de schermen". */
  name: z.string().trim().min(1).max(LONGEST_NAME),
  /** How the caller offers it. */
  words: z.string().trim().max(LONGEST_WORDS),
  levels: z.array(z.enum(LOYALTY_LEVELS)).min(1),
  isOn: z.boolean(),
});
export type Benefit = z.infer<typeof benefitSchema>;

/** `offered`: the donor wants to think about it. */
export const BENEFIT_ANSWERS = ['offered', 'accepted', 'declined'] as const;
export type BenefitAnswer = (typeof BENEFIT_ANSWERS)[number];

/** Nobody is offered the same again so soon, whatever the answer was. */
export const OFFERED_AGAIN_AFTER_DAYS = 365;

/**
 * What may be offered in this call. Nothing to somebody whose payment just went wrong, or who complained: a benefit is a
 * thank-you, and never makes up for something.
 *
 * @param recent ids of the benefits that were offered within `OFFERED_AGAIN_AFTER_DAYS`
 */
export function benefitsFor(
  benefits: readonly Benefit[],
  donor: {
    readonly level: LoyaltyLevel | null;
    readonly wentWrong: boolean;
    readonly hasOpenComplaint: boolean;
    readonly recent: ReadonlySet<string>;
  },
): readonly Benefit[] {
  const { level, wentWrong, hasOpenComplaint, recent } = donor;
  if (level === null || wentWrong || hasOpenComplaint) return [];
  return benefits.filter(({ id, isOn, levels }) => isOn && levels.includes(level) && !recent.has(id));
}
