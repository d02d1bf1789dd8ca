/** Writes gifts and mandates into the mirror, and the summary of what they come to in the same transaction. */
import { sql } from 'kysely';
import { summariseGiving } from '../../domain/giving.ts';
import { readGifts, readMandates } from '../queries/giving.ts';
import type { Writer } from '../store.ts';
import type { MirrorGift, MirrorMandate } from './records.ts';

/** @returns how many were left out because the mirror does not know their donor */
export async function saveMandates(writer: Writer, mandates: readonly MirrorMandate[]): Promise<number> {
  const { rows } = await sql<{ donor_id: number }>`
    INSERT INTO mandate (crm_id, donor_id, start_day, amount, frequency_unit, frequency_interval, status, cancelled_day, crm_modified)
    SELECT value ->> 'crmId', donor.id, value ->> 'startDay', value ->> 'amount', value ->> '$.frequency.unit',
           value ->> '$.frequency.interval', value ->> 'status', value ->> 'cancelledDay', value ->> 'crmModified'
      FROM json_each(${JSON.stringify(mandates)}) JOIN donor ON donor.crm_id = value ->> 'donorCrmId' WHERE true
        ON CONFLICT (crm_id) DO UPDATE SET
           donor_id = excluded.donor_id, start_day = excluded.start_day, amount = excluded.amount,
           frequency_unit = excluded.frequency_unit, frequency_interval = excluded.frequency_interval,
           status = excluded.status, cancelled_day = excluded.cancelled_day, crm_modified = excluded.crm_modified
    RETURNING donor_id`.execute(writer.transaction);
  await refreshGiving(writer, [...new Set(rows.map(({ donor_id }) => donor_id))]);
  return mandates.length - rows.length;
}

/** @returns how many were left out because the mirror does not know their donor */
export async function saveGifts(writer: Writer, gifts: readonly MirrorGift[]): Promise<number> {
  const { rows } = await sql<{ donor_id: number }>`
    INSERT INTO gift (crm_id, donor_id, day, amount, status, mandate_ref, project, source, crm_modified)
    SELECT value ->> 'crmId', donor.id, value ->> 'day', value ->> 'amount', value ->> 'status', value ->> 'mandateCrmId',
           value ->> 'project', value ->> 'source', value ->> 'crmModified'
      FROM json_each(${JSON.stringify(gifts)}) JOIN donor ON donor.crm_id = value ->> 'donorCrmId' WHERE true
        ON CONFLICT (crm_id) DO UPDATE SET
           donor_id = excluded.donor_id, day = excluded.day, amount = excluded.amount, status = excluded.status,
           mandate_ref = excluded.mandate_ref, project = excluded.project, source = excluded.source,
           crm_modified = excluded.crm_modified
    RETURNING donor_id`.execute(writer.transaction);
  await refreshGiving(writer, [...new Set(rows.map(({ donor_id }) => donor_id))]);
  return gifts.length - rows.length;
}

/** Computes the summary of donors again from their gifts and mandates. */
export async function refreshGiving({ transaction }: Writer, donorIds: readonly number[]): Promise<void> {
  if (donorIds.length === 0) return;
  const gifts = await readGifts(transaction, donorIds);
  const mandates = await readMandates(transaction, donorIds);
  const summaries = donorIds.map((donorId) => ({
    donorId,
    ...summariseGiving(gifts.get(donorId) ?? [], mandates.get(donorId) ?? []),
  }));
  await sql`
    INSERT INTO giving (donor_id, day_zero, first_amount, newest_received_day, received_count, received_total,
                        largest_received, has_running_mandate)
    SELECT value ->> 'donorId', value ->> 'dayZero', value ->> 'firstAmount', value ->> 'newestReceivedDay',
           value ->> 'receivedCount', value ->> 'receivedTotal', value ->> 'largestReceived', value ->> 'hasRunningMandate'
      FROM json_each(${JSON.stringify(summaries)}) WHERE true
        ON CONFLICT (donor_id) DO UPDATE SET
           day_zero = excluded.day_zero, first_amount = excluded.first_amount,
           newest_received_day = excluded.newest_received_day, received_count = excluded.received_count,
           received_total = excluded.received_total, largest_received = excluded.largest_received,
           has_running_mandate = excluded.has_running_mandate`.execute(transaction);
}
