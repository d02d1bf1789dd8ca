/** Tells what is new or changed in a page from what the mirror has already: a pull overlaps, and most of it is known. */
import { hash } from 'node:crypto';
import { sql } from 'kysely';
import type { Writer } from '../store.ts';

type MirrorTable = 'donor' | 'mandate' | 'gift' | 'moment';

export type Changed<Record> = Record & {
  readonly fingerprint: string;
  /** The mirror has had nothing of it until now. */
  readonly isNew: boolean;
};

/** The records that the mirror does not have in exactly this form, each with its fingerprint. */
export async function onlyChanged<Record extends { readonly crmId: number | null }>(
  { transaction }: Writer,
  table: MirrorTable,
  records: readonly Record[],
): Promise<readonly Changed<Record>[]> {
  const ids = JSON.stringify(records.map(({ crmId }) => crmId));
  const { rows } = await sql<{ crm_id: number; fingerprint: string | null }>`
    SELECT crm_id, fingerprint FROM ${sql.table(table)}
     WHERE crm_id IN (SELECT value FROM json_each(${ids}))`.execute(transaction);
  const known = new Map<number | null, string | null>(rows.map(({ crm_id, fingerprint }) => [crm_id, fingerprint]));
  return records.flatMap((record) => {
    const fingerprint = fingerprintOf(record);
    if (record.crmId !== null && known.get(record.crmId) === fingerprint) return [];
    return [{ ...record, fingerprint, isNew: !known.has(record.crmId) }];
  });
}

/** All records with their fingerprints, for rows that must be written whatever the mirror has. */
export function withFingerprints<Record extends object>(
  records: readonly Record[],
): readonly (Record & { readonly fingerprint: string })[] {
  return records.map((record) => ({ ...record, fingerprint: fingerprintOf(record) }));
}

function fingerprintOf(record: object): string {
  return hash('sha1', JSON.stringify(record), 'base64').slice(0, 20);
}
