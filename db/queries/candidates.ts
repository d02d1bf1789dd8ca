/** Finds the donors whom a programme could concern on a day, by indexes only. Whether it does is for the domain to say. */
import { addDays, type CalendarDay } from '../../domain/calendar/day.ts';
import type { ProgrammeSettings } from '../../domain/programmes/settings.ts';
import { sql } from 'kysely';
import type { Reader } from '../store.ts';

/**
 * A superset: everybody whom a calling programme matches on `day` is in it. The two conditions of the major call are
 * widened to what is indexed: what a donor ever gave is at least what she gave in a year.
 */
export async function findCandidates(
  reader: Reader,
  day: CalendarDay,
  settings: ProgrammeSettings,
): Promise<readonly number[]> {
  const { majorCall, serviceCall, thankYouCall } = settings;
  const back = (days: number): CalendarDay => addDays(day, -days);
  const { rows } = await sql<{ donor_id: number }>`
    SELECT donor_id FROM giving
     WHERE day_zero BETWEEN ${back(thankYouCall.lastDay)} AND ${back(thankYouCall.firstDay)}
     UNION
    SELECT donor_id FROM gift
     WHERE status IN ('failed', 'reversed') AND day BETWEEN ${back(serviceCall.lastDay)} AND ${back(serviceCall.firstDay)}
     UNION
    SELECT donor_id FROM gift
     WHERE status = 'received' AND amount >= ${majorCall.giftLimit} AND day BETWEEN ${back(majorCall.windowDays)} AND ${day}
     UNION
    SELECT donor_id FROM giving
     WHERE received_total >= ${majorCall.yearLimit} AND newest_received_day >= ${back(majorCall.windowDays)}
     UNION
    SELECT donor_id FROM callback
     WHERE closed_by IS NULL AND promised_day <= ${day}`.execute(reader);
  return rows.map(({ donor_id }) => donor_id);
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
