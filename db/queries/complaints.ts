/** Complaints that are over. */
import { addDays, dayOfInstant, type CalendarDay } from '../../domain/calendar/day.ts';
import type { Reader } from '../store.ts';

/** Who complained longer ago is not reminded of it. */
const REMEMBERED_DAYS = 365;

/** The day of the newest complaint of the last year that has its answer, here or in the CRM; null for none. */
export async function findAnsweredComplaint(
  reader: Reader,
  donorId: number,
  today: CalendarDay,
): Promise<CalendarDay | null> {
  const since = addDays(today, -REMEMBERED_DAYS);
  const here = await reader
    .selectFrom('follow_up')
    .select('at')
    .where('donor_id', '=', donorId)
    .where('kind', '=', 'complaint')
    .where('answered_at', 'is not', null)
    .where('at', '>=', since)
    .execute();
  const inCrm = await reader
    .selectFrom('moment')
    .select(['day', 'type_name', 'subject'])
    .where('donor_id', '=', donorId)
    .where('status_name', '=', 'Completed')
    .where('day', '>=', since)
    .execute();
  const days = [
    ...here.map(({ at }) => dayOfInstant(at)),
    ...inCrm
      .filter(({ type_name, subject }) => /klacht|complaint/i.test(type_name) || /^(?:klacht|complaint)/i.test(subject))
      .map(({ day }) => day),
  ];
  return days.toSorted().at(-1) ?? null;
}
