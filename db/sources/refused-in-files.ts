/** What donors do not want by a file of a place, and what became of it here. */
import { sql } from 'kysely';
import type { Instant } from '../../domain/calendar/day.ts';
import { inList } from '../queries/many.ts';
import type { Reader } from '../store.ts';

export interface RefusedInFile {
  readonly sourceDonorId: number;
  readonly donorId: number;
  /** "contact_phone", "contact_email", "deceased" */
  readonly kind: string;
  readonly at: Instant;
  readonly siteName: string;
  /** Who read the file in. */
  readonly personId: number;
}

/**
 * What the CRM does not know yet. Whoever gave consent since then has taken it back (rules-nl.md L8); what a person decided
 * about before is not asked again.
 *
 * @param of people of places; null for all of them
 */
export async function readNotTold(reader: Reader, of: readonly number[] | null): Promise<readonly RefusedInFile[]> {
  const { rows } = await sql<RefusedInFile>`
    SELECT said.source_donor_id AS sourceDonorId, donor.id AS donorId, said.kind, said.at, site.name AS siteName,
           coalesce((SELECT person_id FROM import_run WHERE site_id = site.id ORDER BY id DESC LIMIT 1), 0) AS personId
      FROM source_consent AS said
      JOIN source_link AS link ON link.source_donor_id = said.source_donor_id
      JOIN source_donor ON source_donor.id = said.source_donor_id
      JOIN source_site AS site ON site.id = source_donor.site_id AND site.kind = 'file'
      JOIN donor ON donor.id = link.donor_id AND donor.crm_id IS NOT NULL AND donor.is_removed = 0
     WHERE said.is_granted = 0 AND ${of === null ? sql`true` : sql`said.source_donor_id IN ${inList(of)}`}
       AND CASE said.kind
           WHEN 'contact_phone' THEN donor.does_not_want_calls = 0
            AND NOT EXISTS (SELECT 1 FROM objection WHERE donor_id = donor.id AND undone_at IS NULL)
            AND NOT EXISTS (SELECT 1 FROM consent WHERE donor_id = donor.id AND at > said.at)
            AND NOT EXISTS (SELECT 1 FROM source_objection AS told
                             WHERE told.source_donor_id = said.source_donor_id AND told.donor_id = donor.id
                               AND told.id NOT LIKE 'proposal %')
           WHEN 'contact_email' THEN donor.does_not_want_email = 0
            AND NOT EXISTS (SELECT 1 FROM proposal WHERE donor_id = donor.id AND kind = 'no-email')
           WHEN 'deceased' THEN donor.is_deceased = 0
            AND NOT EXISTS (SELECT 1 FROM proposal WHERE donor_id = donor.id AND kind = 'deceased')
           ELSE 0 END
     ORDER BY said.id`.execute(reader);
  return rows;
}

export interface Told {
  /** Of the operation, or "proposal 12". */
  readonly id: string;
  readonly donorId: number;
}

/** What was made of a row that is gone, or turned out to be about somebody else. */
export async function readUnfounded(reader: Reader): Promise<readonly Told[]> {
  const { rows } = await sql<Told>`
    SELECT told.id, told.donor_id AS donorId FROM source_objection AS told
     WHERE NOT EXISTS (SELECT 1 FROM source_link AS link
                        WHERE link.source_donor_id = told.source_donor_id AND link.donor_id = told.donor_id)`.execute(
    reader,
  );
  return rows;
}

/** Who wants no letters or e-mail by a file: it holds here at once, and for letters here alone. */
export async function readRefusedChannels(reader: Reader, donorIds: readonly number[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ donorId: number; kind: string }>`
    SELECT link.donor_id AS donorId, said.kind
      FROM source_link AS link JOIN source_consent AS said ON said.source_donor_id = link.source_donor_id
     WHERE link.donor_id IN ${inList(donorIds)} AND said.is_granted = 0
       AND said.kind IN ('contact_email', 'contact_post')`.execute(reader);
  return new Set(rows.map(({ donorId, kind }) => `${kind} ${donorId}`));
}
