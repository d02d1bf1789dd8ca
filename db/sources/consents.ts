/**
 * What donors agreed to at other places: consent to be called, with the words that were shown and the day (rules-nl.md L3);
 * taken back, it blocks like an objection, until there is a newer consent (L8).
 */
import { sql } from 'kysely';
import { dayOfInstant, type Instant } from '../../domain/calendar/day.ts';
import type { Consent } from '../../domain/donor-facts.ts';
import { groupByDonor, inList } from '../queries/many.ts';
import type { Reader } from '../store.ts';

/** Commercial calls are others than those that thank: whoever allows the one and not the other may be thanked. */
const IS_LATER = sql`(
  (later.kind = said.kind AND later.at > said.at)
  OR (said.kind = 'contact_phone_commercial' AND later.kind = 'contact_phone' AND later.at >= said.at))`;

/** Of the `donor` of the query around it. */
export const REVOKED_ELSEWHERE = sql<boolean>`
  EXISTS (SELECT 1 FROM source_link AS link JOIN source_consent AS said ON said.source_donor_id = link.source_donor_id
           WHERE link.donor_id = donor.id AND said.is_granted = 0
             AND said.kind IN ('contact_phone', 'contact_phone_commercial')
             AND NOT EXISTS (SELECT 1 FROM source_link AS other
                               JOIN source_consent AS later ON later.source_donor_id = other.source_donor_id
                              WHERE other.donor_id = link.donor_id AND later.is_granted = 1 AND ${IS_LATER})
             AND NOT EXISTS (SELECT 1 FROM consent WHERE consent.donor_id = donor.id AND consent.at > said.at))`;

interface Row {
  readonly donor_id: number;
  readonly id: number;
  readonly at: Instant;
  readonly words: string;
  readonly isGranted: 0 | 1;
  readonly name: string;
}

/** All that was said about calls, oldest first. */
async function readSaid(reader: Reader, donorIds: readonly number[]): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    SELECT link.donor_id, said.id, said.at, said.words, said.is_granted AS isGranted, site.name
      FROM source_link AS link
      JOIN source_consent AS said ON said.source_donor_id = link.source_donor_id
      JOIN source_donor ON source_donor.id = link.source_donor_id
      JOIN source_site AS site ON site.id = source_donor.site_id
     WHERE link.donor_id IN ${inList(donorIds)} AND said.kind IN ('contact_phone', 'contact_phone_commercial')
     ORDER BY said.at, said.id`.execute(reader);
  return rows;
}

/** Consents that were given; what was taken back since is the concern of `REVOKED_ELSEWHERE`. */
export async function readSourceConsents(
  reader: Reader,
  donorIds: readonly number[],
): Promise<ReadonlyMap<number, readonly Consent[]>> {
  const given = (await readSaid(reader, donorIds)).filter(({ isGranted }) => isGranted === 1);
  return groupByDonor(
    given,
    // The numbers of what was recorded here are above zero.
    ({ id, at, words, name }): Consent => ({ id: -id, day: dayOfInstant(at), at, words, source: name }),
  );
}

/** The same as proof: what was given and what was taken back, at which place. */
export async function readSourceEvidence(reader: Reader, donorId: number) {
  const said = await readSaid(reader, [donorId]);
  return {
    consents: said
      .filter(({ isGranted }) => isGranted === 1)
      .map(({ at, words, name }) => ({ day: dayOfInstant(at), at, words, source: 'website', name })),
    objections: said
      .filter(({ isGranted }) => isGranted === 0)
      .map(({ at, name }) => ({ at, undone_at: null as Instant | null, name })),
  };
}
