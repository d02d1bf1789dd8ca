/** Gifts and mandates of donors, as the domain sees them. */
import type { Gift } from '../../domain/gift.ts';
import type { Mandate } from '../../domain/mandate.ts';
import type { DonorAction } from '../../domain/donor-facts.ts';
import { actionIn } from '../../domain/loyalty/action-words.ts';
import type { Reader } from '../store.ts';
import { groupByDonor, inList } from './many.ts';

interface GiftsAndActions {
  readonly gifts: ReadonlyMap<number, readonly Gift[]>;
  /** What gifts say by their source: that they came through an action. Those that came to nothing say it too. */
  readonly actions: ReadonlyMap<number, readonly DonorAction[]>;
}

/**
 * The id that breaks ties is the CRM's, so that every workstation orders alike. Amounts of zero or less never count
 * as a gift, and are left out (call-list-rules.md, Gifts).
 */
export async function readGifts(
  reader: Reader,
  donorIds: readonly number[],
): Promise<ReadonlyMap<number, readonly Gift[]>> {
  return (await readGiftsAndActions(reader, donorIds)).gifts;
}

export async function readGiftsAndActions(reader: Reader, donorIds: readonly number[]): Promise<GiftsAndActions> {
  const rows = await reader
    .selectFrom('gift')
    .select(['id', 'crm_id', 'donor_id', 'day', 'amount', 'status', 'mandate_ref', 'project', 'source'])
    .where('donor_id', 'in', inList(donorIds))
    .execute();
  const gifts = groupByDonor(
    rows.filter(({ amount }) => amount > 0),
    (row): Gift => ({
      id: row.crm_id ?? row.id,
      day: row.day,
      amount: row.amount,
      status: row.status,
      mandateId: row.mandate_ref,
      project: row.project,
    }),
  );
  const withAction = rows.flatMap(({ id, crm_id, donor_id, day, source }) => {
    const kind = source === null ? null : actionIn(source);
    return kind === null ? [] : [{ donor_id, day, kind, record: { kind: 'gift' as const, id: crm_id ?? id } }];
  });
  return { gifts, actions: groupByDonor(withAction, ({ day, kind, record }): DonorAction => ({ day, kind, record })) };
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
