/** Gifts and mandates of donors, as the domain sees them. */
import type { Gift } from '../../domain/gift.ts';
import type { Mandate } from '../../domain/mandate.ts';
import type { Reader } from '../store.ts';
import { groupByDonor, inList } from './many.ts';

/**
 * The id that breaks ties is the CRM's, so that every workstation orders alike. Amounts of zero or less never count
 * as a gift, and are left out (call-list-rules.md, Gifts).
 */
export async function readGifts(
  reader: Reader,
  donorIds: readonly number[],
): Promise<ReadonlyMap<number, readonly Gift[]>> {
  const rows = await reader
    .selectFrom('gift')
    .select(['id', 'crm_id', 'donor_id', 'day', 'amount', 'status', 'mandate_ref', 'project'])
    .where('donor_id', 'in', inList(donorIds))
    .where('amount', '>', 0)
    .execute();
  return groupByDonor(rows, (row) => ({
    id: row.crm_id ?? row.id,
    day: row.day,
    amount: row.amount,
    status: row.status,
    mandateId: row.mandate_ref,
    project: row.project,
  }));
}

export async function readMandates(
  reader: Reader,
  donorIds: readonly number[],
): Promise<ReadonlyMap<number, readonly Mandate[]>> {
  const rows = await reader.selectFrom('mandate').selectAll().where('donor_id', 'in', inList(donorIds)).execute();
  return groupByDonor(rows, (row) => ({
    id: row.crm_id ?? row.id,
    startDay: row.start_day,
    amount: row.amount,
    frequency: { unit: row.frequency_unit, interval: row.frequency_interval },
    status: row.status,
    cancelledDay: row.cancelled_day,
  }));
}
