/** Contributions and recurring contributions, a page at a time. Test and template rows do not come: CiviCRM hides them by itself. */
import type { MirrorGift, MirrorMandate } from '../../../db/mirror/records.ts';
import type { MandateFrequency } from '../../../domain/mandate.ts';
import { centsOfEuros } from '../../../domain/money.ts';
import type { CursorPosition, PullPage } from '../../connector.ts';
import type { CiviCrmSite } from './http.ts';
import { nextPage, type PagedEntity } from './paging.ts';
import { columnsOf, contributionRow, readRows, recurringRow } from './rows.ts';
import { dayOf, giftStatus, mandateStatus } from './values.ts';
import type { z } from 'zod';

export const RECURRING: PagedEntity = {
  entity: 'ContributionRecur',
  select: columnsOf(recurringRow),
  where: [],
  hasModifiedDate: true,
};

/** Contributions have a stamp since CiviCRM 6.9 (civicrm-api4.md §4). */
export function contributions(hasModifiedDate: boolean): PagedEntity {
  return { entity: 'Contribution', select: columnsOf(contributionRow), where: [], hasModifiedDate };
}

export async function pullMandates(site: CiviCrmSite, at: CursorPosition): Promise<PullPage> {
  const { rows, ...page } = await nextPage(site, RECURRING, at);
  const { records, leftOut } = readMandates(rows);
  return { ...page, pulled: { entity: 'mandates', records }, rows: rows.length, leftOut };
}

export async function pullGifts(site: CiviCrmSite, at: CursorPosition, hasModifiedDate: boolean): Promise<PullPage> {
  const { rows, ...page } = await nextPage(site, contributions(hasModifiedDate), at);
  const { records, leftOut } = readGifts(rows);
  return { ...page, pulled: { entity: 'gifts', records }, rows: rows.length, leftOut };
}

export function readMandates(rows: readonly unknown[]): Read<MirrorMandate> {
  const { read, leftOut } = readRows(recurringRow, rows);
  const records = read.map(toMandate).filter((mandate) => mandate !== null);
  return { records, leftOut: leftOut + read.length - records.length };
}

export function readGifts(rows: readonly unknown[]): Read<MirrorGift> {
  const { read, leftOut } = readRows(contributionRow, rows);
  const records = read.map(toGift).filter((gift) => gift !== null);
  return { records, leftOut: leftOut + read.length - records.length };
}

interface Read<Row> {
  readonly records: readonly Row[];
  readonly leftOut: number;
}

const UNITS = new Set<string>(['day', 'week', 'month', 'year'] satisfies MandateFrequency['unit'][]);

function isUnit(unit: string): unit is MandateFrequency['unit'] {
  return UNITS.has(unit);
}

function toMandate(row: z.output<typeof recurringRow>): MirrorMandate | null {
  const startDay = dayOf(row.start_date);
  const amount = centsOfEuros(row.amount);
  if (startDay === null || amount === null || !isUnit(row.frequency_unit)) return null;
  const cancelDate = row.cancel_date ?? null;
  return {
    crmId: row.id,
    donorCrmId: row.contact_id,
    startDay,
    amount,
    frequency: { unit: row.frequency_unit, interval: row.frequency_interval },
    status: mandateStatus(row['contribution_status_id:name'] ?? null),
    cancelledDay: cancelDate === null ? null : dayOf(cancelDate),
  };
}

function toGift(row: z.output<typeof contributionRow>): MirrorGift | null {
  const day = dayOf(row.receive_date);
  const amount = centsOfEuros(row.total_amount);
  const status = giftStatus(row['contribution_status_id:name'] ?? null);
  if (day === null || amount === null || status === null) return null;
  return {
    crmId: row.id,
    donorCrmId: row.contact_id,
    day,
    amount,
    status,
    mandateCrmId: row.contribution_recur_id ?? null,
    project: row['campaign_id:label'] ?? null,
    source: row.source ?? null,
  };
}
