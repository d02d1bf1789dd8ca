/** Finds the donors whom a programme could concern on a day, by indexes only. Whether it does is for the domain to say. */
import { addDays, type CalendarDay } from '../../domain/calendar/day.ts';
import type { ProgrammeSettings } from '../../domain/programmes/settings.ts';
import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '../store.ts';

/**
 * A superset: everybody whom a calling programme matches on `day` is in it. The two conditions of the major call are
 * widened to what is indexed: what a donor ever gave is at least what she gave in a year. A donor whose details are not
 * held here cannot be called yet, and is none.
 */
export async function findCandidates(
  reader: Reader,
  day: CalendarDay,
  settings: ProgrammeSettings,
): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM donor
     WHERE id IN (${candidatesBetween(day, day, settings)}) AND slice <> 'outside'`.execute(reader);
  return rows.map(({ id }) => id);
}

/** The same for every day from `from` to `to`, both included, and whether or not their details are held. */
export function candidatesBetween(
  from: CalendarDay,
  to: CalendarDay,
  { majorCall, serviceCall, thankYouCall }: ProgrammeSettings,
): RawBuilder<{ donor_id: number }> {
  const since = (days: number): CalendarDay => addDays(from, -days);
  const until = (days: number): CalendarDay => addDays(to, -days);
  return sql<{ donor_id: number }>`
    SELECT donor_id FROM giving
     WHERE day_zero BETWEEN ${since(thankYouCall.lastDay)} AND ${until(thankYouCall.firstDay)}
     UNION
    SELECT donor_id FROM gift
     WHERE status IN ('failed', 'reversed') AND day BETWEEN ${since(serviceCall.lastDay)} AND ${until(serviceCall.firstDay)}
     UNION
    SELECT donor_id FROM gift
     WHERE status = 'received' AND amount >= ${majorCall.giftLimit} AND day BETWEEN ${since(majorCall.windowDays)} AND ${to}
     UNION
    SELECT donor_id FROM giving
     WHERE received_total >= ${majorCall.yearLimit} AND newest_received_day >= ${since(majorCall.windowDays)}
     UNION
    SELECT donor_id FROM callback
     WHERE closed_by IS NULL AND promised_day <= ${to}`;
}

/** The earliest day of a gift or of the start of a mandate that can put a donor on a list on `from` or later. */
export function earliestOccasion(
  from: CalendarDay,
  { majorCall, serviceCall, thankYouCall }: ProgrammeSettings,
): CalendarDay {
  return addDays(from, -Math.max(majorCall.windowDays, serviceCall.lastDay, thankYouCall.lastDay));
}

/** The donors who have this number, in any of their phones. */
export async function findByNumber(reader: Reader, number: string): Promise<readonly number[]> {
  const rows = await reader
    .selectFrom('donor_phone')
    .select('donor_id')
    .distinct()
    .where('number', '=', number)
    .execute();
  return rows.map(({ donor_id }) => donor_id);
}

/** The donor with this number in the charity's own administration; of several, the one who is not in the bin. */
export async function findByExternalId(reader: Reader, externalId: string): Promise<number | null> {
  const row = await reader
    .selectFrom('donor')
    .select('id')
    .where('external_id', '=', externalId)
    .orderBy('is_removed')
    .orderBy('id')
    .executeTakeFirst();
  return row?.id ?? null;
}
