/** The words of our own files: each is one that an import reads back as the same (sync/files/values). */
import type { GiftStatus } from '../../../../domain/gift.ts';
import type { Language } from '../../../../domain/language.ts';
import type { MandateStatus } from '../../../../domain/mandate.ts';
import type { Gender, PersonName } from '../../../../domain/person-name.ts';

type Words<Value extends string> = Readonly<Record<Value, Readonly<Record<Language, string>>>>;

export const KIND_WORDS: Words<PersonName['kind']> = {
  individual: { nl: 'Persoon', en: 'Person' },
  organization: { nl: 'Organisatie', en: 'Organisation' },
  household: { nl: 'Huishouden', en: 'Household' },
};
export const GENDER_WORDS: Words<Gender> = {
  female: { nl: 'V', en: 'F' },
  male: { nl: 'M', en: 'M' },
  other: { nl: 'X', en: 'X' },
};
export const MANDATE_WORDS: Words<MandateStatus> = {
  running: { nl: 'Lopend', en: 'Running' },
  cancelled: { nl: 'Opgezegd', en: 'Cancelled' },
  ended: { nl: 'Beëindigd', en: 'Ended' },
};
export const GIFT_WORDS: Words<GiftStatus> = {
  received: { nl: 'Ontvangen', en: 'Received' },
  announced: { nl: 'Aangekondigd', en: 'Announced' },
  failed: { nl: 'Mislukt', en: 'Failed' },
  cancelled: { nl: 'Geannuleerd', en: 'Cancelled' },
  reversed: { nl: 'Gestorneerd', en: 'Reversed' },
};
export const BY_MANDATE: Readonly<Record<Language, string>> = { nl: 'Machtiging', en: 'Mandate' };
export const ONE_OFF: Readonly<Record<Language, string>> = { nl: 'Eenmalig', en: 'One-off' };

export function yesNo(isYes: boolean, language: Language): string {
  if (isYes) return language === 'nl' ? 'J' : 'Y';
  return 'N';
}
