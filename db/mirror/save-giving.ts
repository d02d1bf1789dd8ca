/** Writes gifts and mandates into the mirror, and the summary of what they come to in the same transaction. */
import { sql } from 'kysely';
import { eachOf, inList } from '../queries/many.ts';
import { settleIfKnown } from '../sources/settle.ts';
import type { Writer } from '../store.ts';
import { onlyChanged } from './changed.ts';
import { extendGiving } from './extend-giving.ts';
import type { MirrorGift, MirrorMandate } from './records.ts';
import { refreshGiving } from './refresh-giving.ts';
import { ensureDonors } from './save-stubs.ts';

/** @returns how many were new or changed */
export async function saveMandates(writer: Writer, records: readonly MirrorMandate[]): Promise<number> {
  const mandates = await onlyChanged(writer, 'mandate', records);
  if (mandates.length === 0) return 0;
  await ensureDonors(
    writer,
    mandates.map(({ donorCrmId }) => donorCrmId),
  );
  const before = await ownersOf(writer, 'mandate', mandates);
  const { rows } = await sql<{ donor_id: number }>`
    INSERT INTO mandate (crm_id, donor_id, start_day, amount, frequency_unit, frequency_interval, status, cancelled_day, fingerprint)
    SELECT value ->> 'crmId', donor.id, value ->> 'startDay', value ->> 'amount', value ->> '$.frequency.unit',
           value ->> '$.frequency.interval', value ->> 'status', value ->> 'cancelledDay', value ->> 'fingerprint'
      FROM ${eachOf(mandates)} JOIN donor ON donor.crm_id = value ->> 'donorCrmId' WHERE true
        ON CONFLICT (crm_id) DO UPDATE SET
           donor_id = excluded.donor_id, start_day = excluded.start_day, amount = excluded.amount,
           frequency_unit = excluded.frequency_unit, frequency_interval = excluded.frequency_interval,
           status = excluded.status, cancelled_day = excluded.cancelled_day, fingerprint = excluded.fingerprint
    RETURNING donor_id`.execute(writer.transaction);
  const donorIds = [...new Set([...before, ...rows.map(({ donor_id }) => donor_id)])];
  await refreshGiving(writer, donorIds);
  await settleIfKnown(writer, donorIds);
  return rows.length;
}

/**
 * What was noted with a gift can name somebody, and is kept only with the details of its donor.
 *
 * @returns how many were new or changed
 */
export async function saveGifts(writer: Writer, records: readonly MirrorGift[]): Promise<number> {
  const gifts = await onlyChanged(writer, 'gift', records);
  if (gifts.length === 0) return 0;
  await ensureDonors(
    writer,
    gifts.map(({ donorCrmId }) => donorCrmId),
  );
  const before = await ownersOf(
    writer,
    'gift',
    gifts.filter(({ isNew }) => !isNew),
  );
  const { rows } = await sql<{ donor_id: number; crm_id: number }>`
    INSERT INTO gift (crm_id, donor_id, day, amount, status, mandate_ref, project, source, fingerprint)
    SELECT value ->> 'crmId', donor.id, value ->> 'day', value ->> 'amount', value ->> 'status', value ->> 'mandateCrmId',
           value ->> 'project', CASE WHEN donor.slice <> 'outside' THEN value ->> 'source' END, value ->> 'fingerprint'
      FROM ${eachOf(gifts)} JOIN donor ON donor.crm_id = value ->> 'donorCrmId' WHERE true
        ON CONFLICT (crm_id) DO UPDATE SET
           donor_id = excluded.donor_id, day = excluded.day, amount = excluded.amount, status = excluded.status,
           mandate_ref = excluded.mandate_ref, project = excluded.project, source = excluded.source,
           fingerprint = excluded.fingerprint
    RETURNING donor_id, crm_id`.execute(writer.transaction);
  const byId = new Map(gifts.map((gift) => [gift.crmId, gift]));
  const added = new Map<number, MirrorGift[]>();
  const moved = new Set(before);
  for (const { donor_id, crm_id } of rows) {
    const gift = byId.get(crm_id);
    if (gift?.isNew !== true) moved.add(donor_id);
    else if (added.get(donor_id)?.push(gift) === undefined) added.set(donor_id, [gift]);
  }
  const donorIds = [...new Set([...moved, ...added.keys()])];
  for (const donorId of moved) added.delete(donorId);
  await refreshGiving(writer, [...moved, ...(await extendGiving(writer, added))]);
  await settleIfKnown(writer, donorIds);
  return rows.length;
}

/** Whose rows these were until now: a merge in the CRM gives them to another donor, and both summaries change. */
async function ownersOf(
  { transaction }: Writer,
  table: 'gift' | 'mandate',
  records: readonly { readonly crmId: number }[],
): Promise<readonly number[]> {
  if (records.length === 0) return [];
  const ids = records.map(({ crmId }) => crmId);
  const rows = await transaction
    .selectFrom(table)
    .select('donor_id')
    .distinct()
    .where('crm_id', 'in', inList(ids))
    .execute();
  return rows.map(({ donor_id }) => donor_id);
}
