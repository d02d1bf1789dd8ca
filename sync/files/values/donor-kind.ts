/** Whether a donor is a person, an organisation or a household. */
import type { MirrorDonor } from '../../../db/mirror/records.ts';
import { wordsTo } from './plain-word.ts';

export type DonorKind = MirrorDonor['kind'];

const toKind = wordsTo<DonorKind>({
  individual: 'persoon particulier natuurlijkpersoon individu individual person p i',
  organization: 'organisatie bedrijf zakelijk rechtspersoon organisation organization company o',
  household: 'huishouden gezin familie household family h',
});

const FAMILY_NAME = /^(?:de\s+)?(?:familie|fam\.?|gezin|huishouden|family|household)\s/i;

/**
 * @param text what the file calls the kind; empty when it does not say
 * @param organisation the name in the column for organisations, where files keep families too ("Familie De Wit")
 */
export function readDonorKind(text: string, organisation: string): DonorKind {
  const said = toKind(text);
  if (said !== null) return said;
  if (organisation === '') return 'individual';
  return FAMILY_NAME.test(organisation) ? 'household' : 'organization';
}
