/**
 * Keeps the summaries of donors up to date who gave again, without reading all that they ever gave: on a first pull,
 * where gifts come by age, that is nearly every gift.
 */
import { sql } from 'kysely';
import { extendSummary } from '../../domain/giving.ts';
import type { Gift } from '../../domain/gift.ts';
import type { Writer } from '../store.ts';

export type AddedGift = Pick<Gift, 'day' | 'amount' | 'status'>;

/**
 * @param added gifts that were just inserted, by donor
 * @returns the donors whose summary it did not make, because it takes all their gifts to tell
 */
export async function extendGiving(
  { transaction }: Writer,
  added: ReadonlyMap<number, readonly AddedGift[]>,
): Promise<readonly number[]> {
  if (added.size === 0) return [];
  const { rows } = await sql<KnownSummary>`
    SELECT donor_id AS donorId, newest_received_day AS newestReceivedDay, received_count AS receivedCount,
           received_total AS receivedTotal, largest_received AS largestReceived,
           EXISTS (SELECT 1 FROM mandate WHERE mandate.donor_id = giving.donor_id AND status = 'cancelled')
             AS hasCancelledMandate
      FROM giving WHERE donor_id IN (SELECT value FROM json_each(${JSON.stringify([...added.keys()])}))`.execute(
    transaction,
  );
  const extended = rows.flatMap((known) => {
    const summary = extendSummary(known, added.get(known.donorId) ?? [], known.hasCancelledMandate === 1);
    return summary === null ? [] : [summary];
  });
  await sql`
    UPDATE giving SET
           newest_received_day = value ->> 'newestReceivedDay', received_count = value ->> 'receivedCount',
           received_total = value ->> 'receivedTotal', largest_received = value ->> 'largestReceived'
      FROM json_each(${JSON.stringify(extended)})
     WHERE giving.donor_id = value ->> 'donorId'`.execute(transaction);
  const done = new Set(extended.map(({ donorId }) => donorId));
  return [...added.keys()].filter((donorId) => !done.has(donorId));
}

interface KnownSummary {
  readonly donorId: number;
  readonly newestReceivedDay: Gift['day'] | null;
  readonly receivedCount: number;
  readonly receivedTotal: number;
  readonly largestReceived: number;
  readonly hasCancelledMandate: 0 | 1;
}
