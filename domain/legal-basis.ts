/**
 * Why a donor may be called at all (rules-nl.md L1-L5). The burden of proof is the caller's, so the basis is found
 * again for every item, and kept with every call.
 */
import type { CalendarDay } from './calendar/day.ts';
import { writeDay } from './calendar/write-day.ts';
import type { DonorFacts } from './donor-facts.ts';
import type { Giving } from './giving.ts';
import { sentence, type Sentence } from './language.ts';
import type { RecordRef } from './record-ref.ts';
import { inOrder } from './in-order.ts';

export const LEGAL_BASES = ['gift', 'volunteer', 'event', 'consent'] as const;
export type LegalBasisKind = (typeof LEGAL_BASES)[number];

export interface LegalBasis {
  readonly kind: LegalBasisKind;
  readonly day: CalendarDay;
  readonly record: RecordRef;
  /** The donor's words, for consent; null for the others. */
  readonly words: string | null;
}

export interface LegalSettings {
  /** rules-nl.md L5: without this declaration only consent is a basis. */
  readonly sourceDeclaresOffer: boolean;
}

/**
 * The basis on the day of `giving`, the strongest first; null when none can be shown (L4). A gift of any status but
 * cancelled, or a mandate, is a basis: the number came with it.
 */
export function legalBasisOf(
  donor: Pick<DonorFacts, 'involvements' | 'consents'>,
  giving: Giving,
  today: CalendarDay,
  { sourceDeclaresOffer }: LegalSettings,
): LegalBasis | null {
  return (sourceDeclaresOffer ? relationOf(donor, giving, today) : null) ?? consentOf(donor, today);
}

function relationOf(donor: Pick<DonorFacts, 'involvements'>, giving: Giving, today: CalendarDay): LegalBasis | null {
  const gift = giving.gifts.find(({ status }) => status !== 'cancelled');
  if (gift !== undefined) return { kind: 'gift', day: gift.day, record: { kind: 'gift', id: gift.id }, words: null };
  const [mandate] = giving.mandates;
  if (mandate !== undefined) {
    return { kind: 'gift', day: mandate.startDay, record: { kind: 'mandate', id: mandate.id }, words: null };
  }
  for (const kind of ['volunteer', 'event'] as const) {
    const found = donor.involvements.find((each) => each.kind === kind && each.day <= today);
    if (found !== undefined) return { kind, day: found.day, record: { kind: 'moment', id: found.id }, words: null };
  }
  return null;
}

/** The newest consent: it is the one whose words are shown. */
function consentOf({ consents }: Pick<DonorFacts, 'consents'>, today: CalendarDay): LegalBasis | null {
  const given = consents.filter(({ day }) => day <= today).toSorted((a, b) => inOrder(b.at, a.at));
  const [newest] = given;
  if (newest === undefined) return null;
  return { kind: 'consent', day: newest.day, record: { kind: 'consent', id: newest.id }, words: newest.words };
}

/** One line for the call screen and for the evidence: "Gaf het nummer bij de gift van 7 november". */
export function writeLegalBasis(basis: LegalBasis | null, today: CalendarDay): Sentence {
  if (basis === null) return { nl: 'Geen grond bekend', en: 'No basis known' };
  return sentence((language) => {
    const on = writeDay(basis.day, language, { today });
    const dutch = language === 'nl';
    switch (basis.kind) {
      case 'gift':
        if (basis.record.kind === 'mandate') {
          return dutch ? 'Gaf het nummer bij de machtiging' : 'Gave the number with the mandate';
        }
        return dutch ? `Gaf het nummer bij de gift van ${on}` : `Gave the number with the gift of ${on}`;
      case 'volunteer':
        return dutch ? `Gaf het nummer als vrijwilliger, ${on}` : `Gave the number as a volunteer, ${on}`;
      case 'event':
        return dutch ? `Gaf het nummer bij een evenement op ${on}` : `Gave the number at an event on ${on}`;
      case 'consent':
        return dutch ? `Gaf op ${on} toestemming: “${basis.words}”` : `Gave consent on ${on}: “${basis.words}”`;
    }
  });
}
