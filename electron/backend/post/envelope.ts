/** The lines of the envelope: name, street, postcode with two spaces and town in capitals, country when abroad. */
import { envelopeName } from '../../../domain/person-name.ts';
import { envelopeLines } from '../../../domain/postal-address.ts';
import type { Donor } from '../../../db/queries/donor-details.ts';

export function envelopeOf({ details, language }: Donor): readonly string[] {
  const address = details.addresses.find(({ isPrimary }) => isPrimary) ?? details.addresses[0];
  const name = envelopeName(details.name, language);
  return [name, ...(address === undefined ? [] : envelopeLines(address.value))].filter((line) => line.trim() !== '');
}
