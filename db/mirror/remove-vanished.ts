/** Takes out of the mirror what the CRM deleted for good. */
import { sql, type RawBuilder } from 'kysely';
import { inList } from '../queries/many.ts';
import { settleIfKnown } from '../sources/settle.ts';
import type { Reader, Writer } from '../store.ts';
import { withLocalWork } from './local-work.ts';
import { refreshGiving } from './refresh-giving.ts';

/** What is compared by id, with the table that it is kept in. */
export const ID_TABLES = {
  donors: 'donor',
  mandates: 'mandate',
  gifts: 'gift',
  moments: 'moment',
  phones: 'donor_phone',
  emails: 'donor_email',
  addresses: 'donor_address',
} as const;
export type IdKind = keyof typeof ID_TABLES;

/**
 * The CRM's ids of what the mirror holds, or refers to, from after `after` up to and including `upTo`, in order. An
 * address refers to the one that it copies, which may be of a donor who is not held here.
 */
export async function readMirrorIds(
  reader: Reader,
  kind: IdKind,
  after: number,
  upTo: number,
): Promise<readonly number[]> {
  const idsIn = (column: 'crm_id' | 'master_crm_id'): RawBuilder<unknown> => sql`
    SELECT ${sql.ref(column)} AS id FROM ${sql.table(ID_TABLES[kind])}
     WHERE ${sql.ref(column)} > ${after} AND ${sql.ref(column)} <= ${upTo}`;
  const copied = kind === 'addresses' ? sql`UNION ${idsIn('master_crm_id')}` : sql``;
  const { rows } = await sql<{ id: number }>`
    SELECT DISTINCT id FROM (${idsIn('crm_id')} ${copied}) ORDER BY id`.execute(reader);
  return rows.map(({ id }) => id);
}

/** @param crmIds no longer in the CRM */
export async function removeVanished(
  writer: Writer,
  kind: IdKind,
  crmIds: readonly number[],
): Promise<readonly number[]> {
  if (kind === 'donors') return removeDonors(writer, crmIds);
  const { rows } = await sql<{ donor_id: number }>`
    DELETE FROM ${sql.table(ID_TABLES[kind])} WHERE crm_id IN ${inList(crmIds)} RETURNING donor_id`.execute(
    writer.transaction,
  );
  const cutLoose = kind === 'addresses' ? await cutCopiesLoose(writer, crmIds) : [];
  const donorIds = [...new Set([...rows.map(({ donor_id }) => donor_id), ...cutLoose])];
  if (kind === 'gifts' || kind === 'mandates') {
    await refreshGiving(writer, donorIds);
    await settleIfKnown(writer, donorIds);
  } else await forgetFingerprints(writer, donorIds);
  return [];
}

/**
 * A donor about whom nothing was recorded here disappears; any other stays as one who was removed, with what was
 * recorded.
 *
 * @returns the ids of those who stay and were not known as removed before
 */
export async function removeDonors(writer: Writer, crmIds: readonly number[]): Promise<readonly number[]> {
  if (crmIds.length === 0) return [];
  const { transaction } = writer;
  const donors = await transaction
    .selectFrom('donor')
    .select(['id', 'is_removed'])
    .where('crm_id', 'in', inList(crmIds))
    .execute();
  const ids = donors.map(({ id }) => id);
  const known = await withLocalWork(transaction, ids);
  const stay = donors.filter(({ id }) => known.has(id));
  await sql`UPDATE donor SET merged_into = NULL WHERE merged_into IN ${inList(ids)}`.execute(transaction);
  await sql`
    DELETE FROM donor WHERE id IN ${inList(ids.filter((id) => !known.has(id)))}`.execute(transaction);
  await sql`
    UPDATE donor SET is_removed = 1, fingerprint = NULL, slice = CASE slice WHEN 'refetch' THEN 'inside' ELSE slice END
     WHERE id IN ${inList(stay.map(({ id }) => id))}`.execute(transaction);
  return stay.filter(({ is_removed }) => is_removed === 0).map(({ id }) => id);
}

/** The CRM keeps a copy when the address that it copies goes, as an address of its own, and moves no stamp. @returns whose they are */
async function cutCopiesLoose({ transaction }: Writer, masters: readonly number[]): Promise<readonly number[]> {
  const { rows } = await sql<{ donor_id: number }>`
    UPDATE donor_address SET master_crm_id = NULL
     WHERE master_crm_id IN ${inList(masters)} RETURNING donor_id`.execute(transaction);
  return rows.map(({ donor_id }) => donor_id);
}

async function forgetFingerprints({ transaction }: Writer, donorIds: readonly number[]): Promise<void> {
  await sql`UPDATE donor SET fingerprint = NULL WHERE id IN ${inList(donorIds)}`.execute(transaction);
}
