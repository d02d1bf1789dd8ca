/** Donors by the number that a file gives somebody, as it goes out from here: the charity's own, else that of the CRM. */
import { sql } from 'kysely';
import type { DeliveredPerson, NumberedDonor } from '../../domain/matching/own-number.ts';
import { readDonors } from '../queries/donor-details.ts';
import type { Reader } from '../store.ts';
import { readIdentities } from './candidates.ts';

export interface NumberInFile {
  readonly number: string;
  readonly delivered: DeliveredPerson | null;
}

/** Null for whom a file gives no number, or no file tells of. */
export async function readNumberInFile(reader: Reader, sourceDonorId: number): Promise<NumberInFile | null> {
  const row = await reader
    .selectFrom('source_donor')
    .select(['own_number', 'delivered_name', 'delivered_postcode'])
    .where('id', '=', sourceDonorId)
    .executeTakeFirst();
  if (row === undefined || row.own_number === null) return null;
  const { delivered_name: name, delivered_postcode: postcode } = row;
  return { number: row.own_number, delivered: name === null ? null : { name, postcode } };
}

/** As whom a person said she is not, and who is in the CRM's bin or known here by facts alone, is left out. */
export async function findNumbered(
  reader: Reader,
  sourceDonorId: number,
  number: string,
): Promise<readonly NumberedDonor[]> {
  const ofCrm = PLAIN.test(number) ? Number(number) : null;
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM donor
     WHERE id IN (SELECT id FROM donor WHERE external_id = ${number}
                   UNION SELECT id FROM donor WHERE crm_id = ${ofCrm}
                   UNION SELECT id FROM donor WHERE id = ${ofCrm} AND crm_id IS NULL AND external_id IS NULL)
       AND is_removed = 0 AND slice <> 'outside'
       AND NOT EXISTS (SELECT 1 FROM source_refused WHERE donor_id = donor.id AND source_donor_id = ${sourceDonorId})
     ORDER BY id LIMIT ${MOST_NUMBERED}`.execute(reader);
  const ids = rows.map(({ id }) => id);
  const identities = await readIdentities(reader, ids, sourceDonorId);
  const donors = await readDonors(reader, ids);
  return identities.map((candidate) => {
    const {
      firstName = '',
      prefix = '',
      surname = '',
      displayName = '',
    } = donors.get(candidate.donorId)?.details.name ?? {};
    const parts = [firstName, prefix, surname].filter((part) => part.trim() !== '').join(' ');
    return { ...candidate, names: [displayName, parts].filter((name) => name.trim() !== '') };
  });
}

/** Exact as a number, and written as this program writes it. */
const PLAIN = /^[1-9]\d{0,15}$/;
/** A number that so many have is nobody's. */
const MOST_NUMBERED = 5;
