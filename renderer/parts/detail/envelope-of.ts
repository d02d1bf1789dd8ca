/** The lines of an envelope from the name and the address of a donor, as they are or as they would be. Pure. */
import type { CorrectedValue } from '../../../domain/corrected-value.ts';
import type { Language } from '../../../domain/language.ts';
import { envelopeName, type PersonName } from '../../../domain/person-name.ts';
import { envelopeLines } from '../../../domain/postal-address.ts';

export type Addressee = Pick<PersonName, 'kind' | 'gender' | 'displayName'>;

/** @returns no lines without a street: then there is nothing to send to */
export function envelopeOf(
  person: Addressee,
  name: CorrectedValue | undefined,
  address: CorrectedValue | undefined,
  language: Language,
): readonly string[] {
  if (typeof address !== 'object' || !('street' in address) || address.street.trim() === '') return [];
  const parts = typeof name === 'object' && 'surname' in name ? name : { firstName: '', prefix: '', surname: '' };
  return [envelopeName({ ...person, ...parts }, language), ...envelopeLines(address)];
}
