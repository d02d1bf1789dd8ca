/** The name of a donor who was claimed or called elsewhere, and of whom this workstation may not hold the details. */
import { ownNumber } from '../../../domain/donor-number.ts';
import { sentence, type Sentence } from '../../../domain/language.ts';
import { headingName } from '../../../domain/person-name.ts';
import type { Donor } from '../../../db/queries/donor-details.ts';

/** "Donateur NIEUW-0009" when she is outside the slice (docs/decisions/0016). */
export function nameOrNumber(donor: Donor): Sentence {
  if (!donor.isOutside) return sentence((language) => headingName(donor.details.name, language));
  const number = ownNumber(donor.externalId) ?? String(donor.crmId ?? donor.donorId);
  return { nl: `Donateur ${number}`, en: `Donor ${number}` };
}
