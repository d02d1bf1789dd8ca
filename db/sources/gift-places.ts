/** At which places beside the CRM gifts of a donor are known, by the gift: the one that stands for it first. */
import { sql } from 'kysely';
import type { Reader } from '../store.ts';

export async function readGiftPlaces(reader: Reader, donorId: number): Promise<ReadonlyMap<number, readonly string[]>> {
  const { rows } = await sql<{ id: number; name: string }>`
    SELECT coalesce(gift.crm_id, gift.id) AS id, site.name
      FROM gift JOIN source_gift AS placed ON placed.gift_id = gift.id
      JOIN source_site AS site ON site.id = placed.site_id
     WHERE gift.donor_id = ${donorId} ORDER BY site.kind = 'file', site.name`.execute(reader);
  return new Map(
    [...Map.groupBy(rows, ({ id }) => id)].map(([id, known]) => [id, [...new Set(known.map(({ name }) => name))]]),
  );
}
