/**
 * Keeps the summaries of donors up to date who gave again, without reading all that they ever gave: on a first pull,
 * where gifts come by age, that is nearly every gift.
 */
import { sql } from 'kysely';
import { extendSummary } from '../../domain/giving.ts';
import type { Gift } from '../../domain/gift.ts';
import { eachOf, inList } from '../queries/many.ts';
import type { Reader, Writer } from '../store.ts';

export type AddedGift = Pick<Gift, 'day' | 'amount' | 'status'> & { readonly mandateCrmId: number | null };

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
           received_total AS receivedTotal, largest_received AS largestReceived
      FROM giving WHERE donor_id IN (SELECT value FROM json_each(${JSON.stringify([...added.keys()])}))`.execute(
    transaction,
  );
  const cancelled = await cancelledAmong(transaction, added);
  const extended = rows.flatMap((known) => {
    const gifts = added.get(known.donorId) ?? [];
    const isDebitOfCancelled = gifts.some(({ mandateCrmId }) => mandateCrmId !== null && cancelled.has(mandateCrmId));
    const summary = extendSummary(known, gifts, isDebitOfCancelled);
    return summary === null ? [] : [summary];
  });
  await sql`
    UPDATE giving SET
           newest_received_day = value ->> 'newestReceivedDay', received_count = value ->> 'receivedCount',
           received_total = value ->> 'receivedTotal', largest_received = value ->> 'largestReceived'
      FROM ${eachOf(extended)}
     WHERE giving.donor_id = value ->> 'donorId'`.execute(transaction);
  const done = new Set(extended.map(({ donorId }) => donorId));
  return [...added.keys()].filter((donorId) => !done.has(donorId));
}

/** The mandates of these gifts that are cancelled. Most gifts are of none, and then nothing is read. */
async function cancelledAmong(
  reader: Reader,
  added: ReadonlyMap<number, readonly AddedGift[]>,
): Promise<ReadonlySet<number | null>> {
  const mandates = new Set<number>();
  for (const gifts of added.values()) {
    for (const { mandateCrmId } of gifts) if (mandateCrmId !== null) mandates.add(mandateCrmId);
  }
  if (mandates.size === 0) return mandates;
  const rows = await reader
    .selectFrom('mandate')
    .select('crm_id')
    .where('crm_id', 'in', inList([...mandates]))
    .where('status', '=', 'cancelled')
    .execute();
  return new Set(rows.map(({ crm_id }) => crm_id));
}

interface KnownSummary {
  readonly donorId: number;
  readonly newestReceivedDay: Gift['day'] | null;
  readonly receivedCount: number;
  readonly receivedTotal: number;
  readonly largestReceived: number;
}
