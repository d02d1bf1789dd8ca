/** What places say of actions: through whose a gift came, and who runs one. */
import { sql } from 'kysely';
import type { CalendarDay } from '../../domain/calendar/day.ts';
import type { DonorAction } from '../../domain/donor-facts.ts';
import { groupByDonor, inList } from '../queries/many.ts';
import type { Reader } from '../store.ts';

interface Row {
  readonly donor_id: number;
  readonly day: CalendarDay;
  /** Of the gift; null for an action of the donor's own. */
  readonly giftId: number | null;
  readonly pageId: number;
  readonly whose: string;
}

export async function readSourceActions(
  reader: Reader,
  donorIds: readonly number[],
): Promise<ReadonlyMap<number, readonly DonorAction[]>> {
  const { rows } = await sql<Row>`
    SELECT gift.donor_id, gift.day, coalesce(gift.crm_id, gift.id) AS giftId, page.id AS pageId,
           CASE page.person_name WHEN '' THEN page.title ELSE page.person_name END AS whose
      FROM source_link AS link
      JOIN source_gift AS placed ON placed.source_donor_id = link.source_donor_id
      JOIN gift ON gift.id = placed.gift_id
      JOIN source_page AS page ON page.site_id = placed.site_id AND page.source_key = placed.page_key
      LEFT JOIN source_link AS owner ON owner.source_donor_id = page.owner_id
     WHERE link.donor_id IN ${inList(donorIds)} AND page.kind <> 'project' AND placed.is_own_action = 0
       AND page.owner_id IS NOT link.source_donor_id AND owner.donor_id IS NOT link.donor_id
     UNION ALL
    SELECT link.donor_id, page.started_day, NULL, page.id, ''
      FROM source_link AS link JOIN source_page AS page ON page.owner_id = link.source_donor_id
     WHERE link.donor_id IN ${inList(donorIds)} AND page.gone_at IS NULL
     ORDER BY 2, 4`.execute(reader);
  return groupByDonor(rows, ({ day, giftId, pageId, whose }): DonorAction => {
    if (giftId === null) return { day, kind: 'own-action', record: { kind: 'action', id: pageId } };
    const record = { kind: 'gift', id: giftId } as const;
    return { day, kind: 'through-friend', record, ...(whose === '' ? {} : { whose }) };
  });
}
