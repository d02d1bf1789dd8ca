/** Where the reading of a site stands. */
import type { Instant } from '../../domain/calendar/day.ts';
import type { Reader, Writer } from '../store.ts';

export async function readPosition(reader: Reader, siteId: string, resource: string): Promise<string | null> {
  const row = await reader
    .selectFrom('source_cursor')
    .select('position')
    .where('site_id', '=', siteId)
    .where('resource', '=', resource)
    .executeTakeFirst();
  return row?.position ?? null;
}

export async function writePosition(
  { transaction }: Writer,
  siteId: string,
  resource: string,
  position: string,
): Promise<void> {
  await transaction
    .insertInto('source_cursor')
    .values({ site_id: siteId, resource, position })
    .onConflict((conflict) => conflict.columns(['site_id', 'resource']).doUpdateSet({ position }))
    .execute();
}

/** It was looked what is gone; the next time begins anew. */
export async function noteCompared({ transaction }: Writer, siteId: string, at: Instant): Promise<void> {
  await transaction.updateTable('source_site').set({ last_compared_at: at }).where('id', '=', siteId).execute();
  await transaction
    .deleteFrom('source_cursor')
    .where('site_id', '=', siteId)
    .where('resource', 'like', 'compare %')
    .execute();
}
