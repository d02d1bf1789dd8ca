/** The summary of what the gifts and mandates of donors come to. */
import { sql } from 'kysely';
import { summariseGiving } from '../../domain/giving.ts';
import { readGifts, readMandates } from '../queries/giving.ts';
import { eachOf } from '../queries/many.ts';
import type { Writer } from '../store.ts';

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
                        largest_received, has_running_mandate, first_received_day, oldest_mandate_day)
    SELECT value ->> 'donorId', value ->> 'dayZero', value ->> 'firstAmount', value ->> 'newestReceivedDay',
           value ->> 'receivedCount', value ->> 'receivedTotal', value ->> 'largestReceived', value ->> 'hasRunningMandate',
           value ->> 'firstReceivedDay', value ->> 'oldestMandateDay'
      FROM ${eachOf(summaries)} WHERE true
        ON CONFLICT (donor_id) DO UPDATE SET
           day_zero = excluded.day_zero, first_amount = excluded.first_amount,
           newest_received_day = excluded.newest_received_day, received_count = excluded.received_count,
           received_total = excluded.received_total, largest_received = excluded.largest_received,
           has_running_mandate = excluded.has_running_mandate,
           first_received_day = excluded.first_received_day, oldest_mandate_day = excluded.oldest_mandate_day`.execute(
    transaction,
  );
}
