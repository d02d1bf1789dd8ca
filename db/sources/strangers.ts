/** Whom only a place knows: never recognised as a donor, and not in the CRM. What is held of them has a term. */
import { sql } from 'kysely';
import type { Instant } from '../../domain/calendar/day.ts';
import { inList } from '../queries/many.ts';
import type { Flag } from '../schema.ts';
import type { Writer } from '../store.ts';

/**
 * Since when, and whether nothing is to be done any more. Who is on the way to the CRM stays, and so does who objected: it
 * has to hold when somebody recognises her. Who runs the action through which a donor gave is named with that gift.
 */
export const STRANGERS = sql<{ readonly id: number; readonly at: Instant; readonly isSettled: Flag }>`
  SELECT source_donor.id, max(first_seen_at, changed_at) AS at,
         NOT EXISTS (SELECT 1 FROM source_newcomer WHERE source_donor_id = source_donor.id AND added_at IS NULL)
     AND NOT EXISTS (SELECT 1 FROM source_to_judge WHERE source_donor_id = source_donor.id)
     AND NOT EXISTS (SELECT 1 FROM source_consent WHERE source_donor_id = source_donor.id AND is_granted = 0)
     AND source_donor.id NOT IN (
           SELECT page.owner_id FROM source_gift AS placed
             JOIN source_page AS page ON page.site_id = placed.site_id AND page.source_key = placed.page_key
            WHERE placed.gift_id IS NOT NULL AND page.owner_id IS NOT NULL) AS "isSettled"
    FROM source_donor LEFT JOIN source_link ON source_link.source_donor_id = source_donor.id
   WHERE source_link.donor_id IS NULL`;

/** With what they gave there, and what they said; their pages keep neither name nor title, as after an erasure. */
export async function removeStrangers({ transaction }: Writer, ids: readonly number[]): Promise<void> {
  await sql`
    UPDATE source_page SET person_name = '', title = '', url = NULL, owner_key = NULL
     WHERE owner_id IN ${inList(ids)}`.execute(transaction);
  await sql`DELETE FROM source_donor WHERE id IN ${inList(ids)}`.execute(transaction);
}
