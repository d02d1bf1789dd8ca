/** Gifts and mandates of donors, as the domain sees them. */
import { sql } from 'kysely';
import type { Gift } from '../../domain/gift.ts';
import type { Mandate } from '../../domain/mandate.ts';
import type { DonorAction } from '../../domain/donor-facts.ts';
import { actionIn } from '../../domain/loyalty/action-words.ts';
import type { Reader } from '../store.ts';
import { groupByDonor, inList } from './many.ts';

/**
 * The id that breaks ties is the CRM's, so that every workstation orders alike. Amounts of zero or less never count
 * as a gift, and are left out (call-list-rules.md, Gifts). All that is read of a gift stands in an index (migration 0070).
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

/**
 * A gift whose source may name an action: wide enough for all words of domain/loyalty/action-words.ts, and the very
 * condition of the index of migration 0190, without which SQLite would not use it.
 */
export const NAMES_ACTION = sql<boolean>`
  (source LIKE '%acti%' OR source LIKE '%vriend%' OR source LIKE '%friend%' OR source LIKE '%peer%'
   OR source LIKE '%member%' OR source LIKE '%bracht%' OR source LIKE '%brought%')`;

/** What gifts say by their source: that they came through an action. Those that came to nothing say it too. */
export async function readGiftActions(
  reader: Reader,
  donorIds: readonly number[],
): Promise<ReadonlyMap<number, readonly DonorAction[]>> {
  const rows = await reader
    .selectFrom('gift')
    .select(['id', 'crm_id', 'donor_id', 'day', 'source'])
    .where('donor_id', 'in', inList(donorIds))
    .where(NAMES_ACTION)
    // The name that a coordinator gave a place says nothing of how its gifts came.
    .where(sql<boolean>`(crm_id IS NOT NULL OR external_id IS NULL OR external_id NOT LIKE 'file:%')`)
    .execute();
  const named = rows.flatMap(({ id, crm_id, donor_id, day, source }) => {
    const kind = actionIn(source ?? '');
    return kind === null ? [] : [{ donor_id, day, kind, record: { kind: 'gift' as const, id: crm_id ?? id } }];
  });
  return groupByDonor(named, ({ day, kind, record }): DonorAction => ({ day, kind, record }));
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
