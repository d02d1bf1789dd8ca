/**
 * The slice: the donors whose details this workstation holds (docs/decisions/0016). Who belongs to it is decided by
 * facts that are kept of every donor: days and amounts of gifts and mandates, and what was recorded here.
 */
import { sql, type RawBuilder } from 'kysely';
import { addDays, type CalendarDay } from '../../domain/calendar/day.ts';
import type { ProgrammeSettings } from '../../domain/programmes/settings.ts';
import type { Reader } from '../store.ts';
import { candidatesBetween } from './candidates.ts';

export interface SliceWindow {
  readonly today: CalendarDay;
  /** Days ahead for which the lists are complete; null: everybody is held. */
  readonly days: number | null;
  readonly programmes: ProgrammeSettings;
}

/** Yesterday belongs to it: an evening goes past midnight, and the clocks of two machines differ. */
const DAYS_BACK = 1;

/** The first and the last day for which a list is complete; null when there is no limit. */
export function sliceDays({
  today,
  days,
}: SliceWindow): { readonly from: CalendarDay; readonly to: CalendarDay } | null {
  return days === null ? null : { from: addDays(today, -DAYS_BACK), to: addDays(today, days) };
}

/** Donors who belong to the slice and whose details are missing or to be read again, as ids of the CRM. */
export async function findEntering(reader: Reader, window: SliceWindow, most: number): Promise<readonly number[]> {
  const { rows } = await sql<{ crm_id: number }>`
    SELECT crm_id FROM donor
     WHERE crm_id IS NOT NULL
       AND slice <> 'inside' AND ${belongs(window)}
     ORDER BY crm_id LIMIT ${most}`.execute(reader);
  return rows.map(({ crm_id }) => crm_id);
}

/** Donors whose details are held without a reason any more. */
export async function findLeaving(reader: Reader, window: SliceWindow, most: number): Promise<readonly number[]> {
  if (window.days === null) return [];
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM donor
     WHERE crm_id IS NOT NULL AND slice <> 'outside' AND NOT ${belongs(window)}
     LIMIT ${most}`.execute(reader);
  return rows.map(({ id }) => id);
}

export interface SliceCount {
  readonly inside: number;
  /** Donors of whom nothing is held but facts without personal details; those in the bin are not counted. */
  readonly outside: number;
}

export async function countSlice(reader: Reader): Promise<SliceCount> {
  const rows = await reader
    .selectFrom('donor')
    .select((select) => ['slice', select.fn.countAll<number>().as('count')])
    .where('is_removed', '=', 0)
    .groupBy('slice')
    .execute();
  const outside = rows.find(({ slice }) => slice === 'outside')?.count ?? 0;
  return { outside, inside: rows.reduce((sum, { count }) => sum + count, 0) - outside };
}

export async function isOutsideSlice(reader: Reader, donorId: number): Promise<boolean> {
  const row = await reader.selectFrom('donor').select('slice').where('id', '=', donorId).executeTakeFirst();
  return row?.slice === 'outside';
}

function belongs(window: SliceWindow): RawBuilder<boolean> {
  const days = sliceDays(window);
  if (days === null) return sql<boolean>`true`;
  return sql<boolean>`donor.id IN (
    SELECT donor_id FROM (${candidatesBetween(days.from, days.to, window.programmes)})
     UNION ALL SELECT donor_id FROM call_item WHERE state = 'open'
     UNION ALL SELECT donor_id FROM operation WHERE state IN ('waiting', 'conflict', 'rejected')
     UNION ALL SELECT donor_id FROM callback WHERE closed_by IS NULL
     UNION ALL SELECT donor_id FROM follow_up WHERE closed_at IS NULL
     UNION ALL SELECT donor_id FROM attempt WHERE day >= ${addDays(window.today, -(window.days ?? 0))}
     UNION ALL SELECT each.value ->> 'donorId' FROM source_link, json_each(source_link.reasons, '$.candidates') AS each
                WHERE source_link.state = 'doubtful'
     UNION ALL SELECT donor_id FROM sync_notice WHERE dismissed_at IS NULL AND donor_id IS NOT NULL)`;
}
