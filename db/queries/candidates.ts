/** Finds the donors whom a programme could concern on a day, by indexes only. Whether it does is for the domain to say. */
import { sql, type RawBuilder } from 'kysely';
import { addDays, daysBetween, type CalendarDay } from '../../domain/calendar/day.ts';
import { PROGRAMME_IDS, type ProgrammeId } from '../../domain/programmes/programme-id.ts';
import { isSwitchedOn } from '../../domain/call-list/evaluate.ts';
import type { Cents } from '../../domain/money.ts';
import { shareHeldOut } from '../../domain/hold-out.ts';
import { SECTION_OF, type ProgrammeSettings } from '../../domain/programmes/settings.ts';
import { LARGE_TOTAL } from '../large-total.ts';
import type { Reader } from '../store.ts';
import { NAMES_ACTION } from './giving.ts';

/** Days of a list, both included. */
interface Days {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

type Candidates = (days: Days, settings: ProgrammeSettings) => RawBuilder<{ donor_id: number }>;

/*
 * The parts are put together by UNION ALL: whoever asks whether a donor is among them need not know how often. With
 * UNION SQLite merges the parts in the order of the donors, and reads all gifts of all times for that order.
 */

const back = (day: CalendarDay, days: number): CalendarDay => addDays(day, -days);

/** For each programme a superset of the donors whom it matches on one of the days. */
const CANDIDATES: Readonly<Record<ProgrammeId, Candidates>> = {
  callback: ({ to }) => sql`SELECT donor_id FROM callback WHERE closed_by IS NULL AND promised_day <= ${to}`,
  // What a donor ever gave is at least what she gave in a year: the second condition is widened to what is indexed.
  'major-call': ({ from, to }, { majorCall: { giftLimit, yearLimit, windowDays } }) => sql`
    SELECT donor_id FROM gift
     WHERE status = 'received' AND amount >= ${giftLimit} AND day BETWEEN ${back(from, windowDays)} AND ${to}
     UNION ALL
    SELECT donor_id FROM giving
     WHERE ${givenAtLeast(yearLimit)} AND newest_received_day >= ${back(from, windowDays)}`,
  'service-call': ({ from, to }, { serviceCall: { firstDay, lastDay } }) => sql`
    SELECT donor_id FROM gift
     WHERE status IN ('failed', 'reversed') AND day BETWEEN ${back(from, lastDay)} AND ${back(to, firstDay)}`,
  'thank-you-call': ({ from, to }, { thankYouCall: { firstDay, lastDay } }) => sql`
    SELECT donor_id FROM giving WHERE day_zero BETWEEN ${back(from, lastDay)} AND ${back(to, firstDay)}`,
  'ambassador-call': ({ from, to }, { ambassadorCall: { windowDays } }) => sql`
    SELECT donor_id FROM moment
     WHERE day BETWEEN ${back(from, windowDays)} AND ${to} AND status_name = 'Completed' AND type_name <> 'Phone Call'
     UNION ALL
    SELECT donor_id FROM gift WHERE day BETWEEN ${back(from, windowDays)} AND ${to} AND ${NAMES_ACTION}
     UNION ALL
    SELECT source_link.donor_id FROM source_page JOIN source_link ON source_link.source_donor_id = source_page.owner_id
     WHERE source_page.owner_id IS NOT NULL AND source_page.started_day BETWEEN ${back(from, windowDays)} AND ${to}
       AND source_link.donor_id IS NOT NULL`,
  'anniversary-call': (days, { anniversaryCall: { windowDays } }) => sql`
    SELECT donor_id FROM giving
     WHERE first_received_day IS NOT NULL AND substr(first_received_day, 6) IN ${monthDays(days, windowDays, windowDays)}
     UNION ALL
    SELECT donor_id FROM giving
     WHERE oldest_mandate_day IS NOT NULL AND substr(oldest_mandate_day, 6) IN ${monthDays(days, windowDays, windowDays)}
     UNION ALL
    SELECT donor_id FROM mandate WHERE status = 'cancelled' AND cancelled_day > ${days.from}`,
  'ask-feedback': ({ from, to }, { askFeedback: { firstDay, lastDay } }) => sql`
    SELECT donor_id FROM attempt WHERE day BETWEEN ${back(from, lastDay)} AND ${back(to, firstDay)}
     UNION ALL
    SELECT donor_id FROM moment
     WHERE type_name = 'Phone Call' AND status_name = 'Completed'
       AND day BETWEEN ${back(from, lastDay)} AND ${back(to, firstDay)}`,
  birthday: (days, { birthday: { lastDay } }) => sql`
    SELECT id AS donor_id FROM donor WHERE birthday IN ${monthDays(days, lastDay, 0)}`,
};

/** The index is used only where its own condition stands in the query. */
function givenAtLeast(limit: Cents): RawBuilder<boolean> {
  if (limit < LARGE_TOTAL) return sql`received_total >= ${limit}`;
  return sql`received_total >= ${sql.lit(LARGE_TOTAL)} AND received_total >= ${limit}`;
}

/** `MM-DD` of the days and those around them. 29 February is kept on the 28th in a year without one, and comes with it. */
function monthDays({ from, to }: Days, daysBack: number, daysAhead: number): RawBuilder<string> {
  const count = daysBack + daysBetween(from, to) + daysAhead + 1;
  const days = new Set(Array.from({ length: count }, (_, index) => addDays(from, index - daysBack).slice(5)));
  if (days.has('02-28')) days.add('02-29');
  return sql<string>`(SELECT value FROM json_each(${JSON.stringify([...days])}))`;
}

/**
 * A superset: everybody whom a calling programme that is switched on matches on `day` is in it. A donor whose details
 * are not held here cannot be called yet, and is none.
 */
export async function findCandidates(
  reader: Reader,
  day: CalendarDay,
  settings: ProgrammeSettings,
): Promise<readonly number[]> {
  return findCandidatesBetween(reader, day, day, settings);
}

/** Donors whom one programme could concern; some of them more than once, and some whose details are not held here. */
export type SomeCandidates = () => Promise<readonly number[]>;

/** The same, a programme at a time, for whoever has others waiting; who is outside has no facts, and is judged by nobody. */
export function candidatesByProgramme(reader: Reader, day: CalendarDay, settings: ProgrammeSettings): SomeCandidates[] {
  return partsBetween(day, day, settings).map((part) => async () => {
    const { rows } = await part.execute(reader);
    return rows.map(({ donor_id }) => donor_id);
  });
}

/** The same for every day from `from` to `to`, both included, of those whose details are held. */
export async function findCandidatesBetween(
  reader: Reader,
  from: CalendarDay,
  to: CalendarDay,
  settings: ProgrammeSettings,
): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM donor
     WHERE id IN (${candidatesBetween(from, to, settings)}) AND slice <> 'outside'`.execute(reader);
  return rows.map(({ id }) => id);
}

/** How many a change of the settings could bring whose details are not held here: nobody can judge them yet. */
export async function countCandidatesOutside(
  reader: Reader,
  day: CalendarDay,
  { before, after }: { readonly before: ProgrammeSettings; readonly after: ProgrammeSettings },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM donor
     WHERE id IN (${candidatesBetween(day, day, after)}) AND id NOT IN (${candidatesBetween(day, day, before)})
       AND slice = 'outside' AND is_removed = 0`.execute(reader);
  return rows[0]?.count ?? 0;
}

/** The same for every day from `from` to `to`, both included, and whether or not their details are held. */
export function candidatesBetween(
  from: CalendarDay,
  to: CalendarDay,
  settings: ProgrammeSettings,
): RawBuilder<{ donor_id: number }> {
  return sql<{ donor_id: number }>`${sql.join(partsBetween(from, to, settings), sql` UNION ALL `)}`;
}

function partsBetween(
  from: CalendarDay,
  to: CalendarDay,
  settings: ProgrammeSettings,
): readonly RawBuilder<{ donor_id: number }>[] {
  return PROGRAMME_IDS.filter((id) => isSwitchedOn(id, settings)).map((id) => CANDIDATES[id]({ from, to }, settings));
}

/**
 * Whom a programme with a hold-out group could concern on a day, who were called within a year and never drawn for it: a
 * superset of those of whom it is done. By donor, the programmes. Nobody, as long as no programme has such a group.
 */
export async function findCalledUndrawn(
  reader: Reader,
  day: CalendarDay,
  settings: ProgrammeSettings,
): Promise<ReadonlyMap<number, readonly ProgrammeId[]>> {
  const since = back(day, DAYS_OF_A_YEAR);
  const found = new Map<number, ProgrammeId[]>();
  for (const id of PROGRAMME_IDS) {
    const section = settings[SECTION_OF[id]];
    if (!isSwitchedOn(id, settings) || shareHeldOut(settings, id, 'lane' in section ? section.lane : 'caller') === 0) {
      continue;
    }
    const { rows } = await sql<{ donor_id: number }>`
      SELECT DISTINCT donor_id FROM (${CANDIDATES[id]({ from: day, to: day }, settings)}) AS candidate
       WHERE NOT EXISTS (SELECT 1 FROM hold_out WHERE hold_out.donor_id = candidate.donor_id AND programme = ${id})
         AND (EXISTS (SELECT 1 FROM attempt
                       WHERE attempt.donor_id = candidate.donor_id AND attempt.day >= ${since} AND undone_at IS NULL)
              OR EXISTS (SELECT 1 FROM moment
                          WHERE moment.donor_id = candidate.donor_id AND moment.day >= ${since}
                            AND type_name = 'Phone Call' AND status_name = 'Completed'))`.execute(reader);
    for (const { donor_id: donorId } of rows) found.set(donorId, [...(found.get(donorId) ?? []), id]);
  }
  return found;
}

const DAYS_OF_A_YEAR = 365;

/** The earliest day of a gift or of the start of a mandate that can put a donor on a list on `from` or later. */
export function earliestOccasion(
  from: CalendarDay,
  { majorCall, serviceCall, thankYouCall, ambassadorCall }: ProgrammeSettings,
): CalendarDay {
  const ambassadorDays = ambassadorCall.isOn ? ambassadorCall.windowDays : 0;
  return addDays(from, -Math.max(majorCall.windowDays, serviceCall.lastDay, thankYouCall.lastDay, ambassadorDays));
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
