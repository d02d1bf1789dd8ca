/** What a place no longer has: removed there, or erased at somebody's request. */
import { sql } from 'kysely';
import type { Instant } from '../../domain/calendar/day.ts';
import type { Reader, Writer } from '../store.ts';

const TABLES = {
  donation: 'source_gift',
  'manual-donation': 'source_gift',
  'recurring-donor': 'source_recurring',
} as const;
export type ComparedPrefix = keyof typeof TABLES;

export interface Listed {
  readonly siteId: string;
  readonly prefix: string;
  readonly after: Instant;
  readonly before: Instant;
  readonly keys: readonly string[];
}

/** What is held of that time, and was not in the list. */
export async function readUnlisted(
  reader: Reader,
  { siteId, prefix, after, before, keys }: Listed,
  most: number,
): Promise<readonly string[]> {
  const table = TABLES[prefix as ComparedPrefix];
  const at = table === 'source_gift' ? sql.ref('at') : sql.ref('start_day');
  const { rows } = await sql<{ key: string }>`
    SELECT source_key AS key FROM ${sql.table(table)}
     WHERE site_id = ${siteId} AND gone_at IS NULL AND source_key LIKE ${`${prefix}:%`}
       AND ${at} >= ${after} AND ${at} < ${before}
       AND source_key NOT IN (SELECT value FROM json_each(${JSON.stringify(keys)}))
     LIMIT ${most}`.execute(reader);
  return rows.map(({ key }) => key);
}

/** @returns the donors whom it concerned */
export async function markGone(
  { transaction }: Writer,
  siteId: string,
  key: string,
  now: Instant,
): Promise<readonly number[]> {
  const donors = new Set<number>();
  for (const table of ['source_gift', 'source_recurring'] as const) {
    const { rows } = await sql<{ sourceDonorId: number }>`
      UPDATE ${sql.table(table)} SET gone_at = ${now}
       WHERE site_id = ${siteId} AND source_key = ${key} RETURNING source_donor_id AS sourceDonorId`.execute(
      transaction,
    );
    for (const { sourceDonorId } of rows) {
      donors.add(sourceDonorId);
      // Of whom nothing is left there, what was said of her goes as well, unless a donor of the charity is known by it.
      await sql`
        DELETE FROM source_donor
         WHERE id = ${sourceDonorId}
           AND NOT EXISTS (SELECT 1 FROM source_gift WHERE source_donor_id = source_donor.id AND gone_at IS NULL)
           AND NOT EXISTS (SELECT 1 FROM source_recurring WHERE source_donor_id = source_donor.id AND gone_at IS NULL)
           AND NOT EXISTS (SELECT 1 FROM source_page WHERE owner_id = source_donor.id)
           AND NOT EXISTS (SELECT 1 FROM source_link WHERE source_donor_id = source_donor.id AND donor_id IS NOT NULL)`.execute(
        transaction,
      );
    }
  }
  const { rows } = await sql<{ donorId: number }>`
    SELECT donor_id AS donorId FROM source_link
     WHERE donor_id IS NOT NULL
       AND source_donor_id IN (SELECT value FROM json_each(${JSON.stringify([...donors])}))`.execute(transaction);
  return rows.map(({ donorId }) => donorId);
}
