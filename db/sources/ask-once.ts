/** Records that others refer to and that were not listed: older than the start. Each is asked for once. */
import { sql } from 'kysely';
import type { Reader, Writer } from '../store.ts';
import { writePosition } from './positions.ts';

const ASKED = 'asked ';

/** Actions that somebody gave through, regular gifts that debits belong to, and the accounts of who runs an action. */
export async function readMissing(reader: Reader, siteId: string, most: number): Promise<readonly string[]> {
  const { rows } = await sql<{ key: string }>`
    SELECT key FROM (
      SELECT page_key AS key FROM source_gift
       WHERE site_id = ${siteId} AND page_key IS NOT NULL
         AND page_key NOT IN (SELECT source_key FROM source_page WHERE site_id = ${siteId})
       UNION
      SELECT recurring_key FROM source_gift
       WHERE site_id = ${siteId} AND recurring_key IS NOT NULL
         AND recurring_key NOT IN (SELECT source_key FROM source_recurring WHERE site_id = ${siteId})
       UNION
      SELECT owner_key FROM source_page
       WHERE site_id = ${siteId} AND owner_key IS NOT NULL AND owner_id IS NOT NULL)
     WHERE NOT EXISTS (SELECT 1 FROM source_cursor WHERE site_id = ${siteId} AND resource = ${ASKED} || key)
     ORDER BY key LIMIT ${most}`.execute(reader);
  return rows.map(({ key }) => key);
}

export function noteAsked(writer: Writer, siteId: string, key: string): Promise<void> {
  return writePosition(writer, siteId, ASKED + key, 'asked');
}
