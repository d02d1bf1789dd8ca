/** Tells what is new or changed in a page from what the mirror has already: a pull overlaps, and most of it is known. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Writer } from '../store.ts';

type MirrorTable = 'donor' | 'mandate' | 'gift' | 'moment';

/** The records that the mirror does not have in exactly this form, each with its fingerprint. */
export async function onlyChanged<Record extends { readonly crmId: number | null }>(
  { transaction }: Writer,
  table: MirrorTable,
  records: readonly Record[],
): Promise<readonly (Record & { readonly fingerprint: string })[]> {
  const ids = JSON.stringify(records.map(({ crmId }) => crmId));
  const { rows } = await sql<{ crm_id: number; fingerprint: string | null }>`
    SELECT crm_id, fingerprint FROM ${sql.table(table)}
     WHERE crm_id IN (SELECT value FROM json_each(${ids}))`.execute(transaction);
  const known = new Map(rows.map(({ crm_id, fingerprint }) => [crm_id, fingerprint]));
  return records
    .map((record) => ({ ...record, fingerprint: fingerprintOf(record) }))
    .filter(({ crmId, fingerprint }) => crmId === null || known.get(crmId) !== fingerprint);
}

function fingerprintOf(record: object): string {
  return createHash('sha1').update(JSON.stringify(record)).digest('base64').slice(0, 20);
}
