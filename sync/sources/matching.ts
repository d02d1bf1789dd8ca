/** Who somebody whom a place knows is among the donors. */
import { sql } from 'kysely';
import type { Instant } from '../../domain/calendar/day.ts';
import { folded } from '../../domain/sources/person-identity.ts';
import { recordName } from '../../db/erasure/sources.ts';
import { setLink } from '../../db/sources/links.ts';
import type { SourceDonorTable } from '../../db/source-tables.ts';
import type { Reader, Writer } from '../../db/store.ts';

type SourceDonor = Pick<
  SourceDonorTable,
  'site_id' | 'source_key' | 'email' | 'last_name' | 'infix' | 'is_callable' | 'first_name'
> & { readonly id: number };

/**
 * Judges source donors anew and writes their links. What a person decided stays. Gifts are not touched.
 *
 * @returns donors whose links changed, those of before and those of now
 */
export async function matchSourceDonors(
  writer: Writer,
  sourceDonorIds: readonly number[],
  now: Instant,
): Promise<readonly number[]> {
  const { transaction } = writer;
  const list = JSON.stringify(sourceDonorIds);
  const { rows } = await sql<SourceDonor>`
    SELECT source_donor.id, site_id, source_key, email, last_name, infix, is_callable, first_name FROM source_donor
     WHERE source_donor.id IN (SELECT value FROM json_each(${list}))
       AND NOT EXISTS (SELECT 1 FROM source_link WHERE source_donor_id = source_donor.id
                          AND state NOT IN ('doubtful', 'new'))`.execute(transaction);
  const changed: number[] = [];
  for (const person of rows) {
    const candidates = await findCertain(transaction, person);
    const [donorId = null] = candidates;
    const isCertain = candidates.length === 1 && donorId !== null && person.is_callable === 1;
    const state = isCertain ? 'certain' : candidates.length > 0 ? 'doubtful' : 'new';
    await setLink(writer, {
      sourceDonorId: person.id,
      donorId: isCertain ? donorId : null,
      state,
      reasons: candidates.map((candidate) => ({ donorId: candidate })),
      score: null,
      decidedBy: null,
      now,
    });
    if (isCertain) changed.push(donorId);
  }
  return changed;
}

/** The CRM holds the record by its name; or the same e-mail and the same last name. */
async function findCertain(reader: Reader, person: SourceDonor): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number; surname: string; isByName: 0 | 1 }>`
    SELECT donor.id, donor.surname, donor.external_id = ${recordName(person.site_id, person.source_key)} AS isByName
      FROM donor
     WHERE donor.is_removed = 0
       AND NOT EXISTS (SELECT 1 FROM source_refused WHERE donor_id = donor.id AND source_donor_id = ${person.id})
       AND (donor.external_id = ${recordName(person.site_id, person.source_key)}
            OR donor.id IN (SELECT donor_id FROM donor_email WHERE email = ${person.email}))
     ORDER BY donor.id`.execute(reader);
  const byName = rows.filter(({ isByName }) => isByName === 1);
  const found = byName.length > 0 ? byName : rows.filter(({ surname }) => isSameName(surname, person));
  return found.map(({ id }) => id);
}

function isSameName(surname: string, { infix, last_name: lastName }: SourceDonor): boolean {
  const name = folded(surname);
  return name !== '' && (name === folded(lastName) || folded(`${infix} ${surname}`) === folded(lastName));
}
