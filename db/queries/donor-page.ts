/** What the page of one donor reads beside her facts: moments, calls with their notes, corrections, who shares a number. */
import { sql } from 'kysely';
import type { CalendarDay } from '../../domain/calendar/day.ts';
import type { RecordedEmotion } from '../../domain/journey/journey.ts';
import type { Reader } from '../store.ts';

/** Everything from the CRM that was not made here, the newest first. */
export async function readMomentsOf(reader: Reader, donorId: number) {
  return reader
    .selectFrom('moment')
    .leftJoin('person', 'person.crm_id', 'moment.caller_crm_id')
    .leftJoin('colleague', 'colleague.crm_id', 'moment.caller_crm_id')
    .select(['moment.id', 'moment.day', 'moment.at', 'moment.type_name', 'moment.status_name', 'moment.subject'])
    .select(['moment.outcome', 'moment.programme', 'person.name as person', 'colleague.name as colleague'])
    .where('moment.donor_id', '=', donorId)
    .where((where) =>
      where.not(
        where.exists(
          where.selectFrom('attempt').select('attempt.id').whereRef('attempt.id', '=', 'moment.operation_id'),
        ),
      ),
    )
    .orderBy('moment.at', 'desc')
    .execute();
}
export type MomentOfDonor = Awaited<ReturnType<typeof readMomentsOf>>[number];

export async function readAttemptsWith(reader: Reader, donorId: number) {
  return reader
    .selectFrom('attempt')
    .innerJoin('person', 'person.id', 'attempt.person_id')
    .select(['attempt.id', 'attempt.day', 'attempt.at', 'attempt.programme', 'attempt.outcome', 'attempt.notes'])
    .select(['attempt.emotion', 'attempt.undone_at', 'person.name'])
    .where('attempt.donor_id', '=', donorId)
    .orderBy('attempt.at', 'desc')
    .execute();
}
export type AttemptWith = Awaited<ReturnType<typeof readAttemptsWith>>[number];

export async function readFollowUpsWith(reader: Reader, donorId: number) {
  return reader
    .selectFrom('follow_up')
    .innerJoin('person', 'person.id', 'follow_up.person_id')
    .select(['follow_up.id', 'follow_up.kind', 'follow_up.text', 'follow_up.at', 'follow_up.closed_at', 'person.name'])
    .select(['follow_up.answer', 'follow_up.answered_by'])
    .where('follow_up.donor_id', '=', donorId)
    .orderBy('follow_up.at', 'desc')
    .execute();
}

/** Newest first, what was taken back included. */
export async function readCorrectionsWith(reader: Reader, donorId: number) {
  return reader
    .selectFrom('correction')
    .innerJoin('person', 'person.id', 'correction.person_id')
    .innerJoin('operation', 'operation.id', 'correction.id')
    .select(['correction.id', 'correction.body', 'correction.at', 'correction.checked_by', 'correction.undone_at'])
    .select(['operation.state', 'person.name'])
    .where('correction.donor_id', '=', donorId)
    .orderBy('correction.at', 'desc')
    .orderBy('correction.id', 'desc')
    .execute();
}

/** How the donor sounded, each time that somebody recorded it; a callback counts for the programme that it was promised in. */
export async function readEmotions(reader: Reader, donorId: number): Promise<readonly RecordedEmotion[]> {
  const { rows } = await sql<RecordedEmotion>`
    SELECT day, coalesce(promised_in, programme) AS programme, emotion FROM attempt
     WHERE donor_id = ${donorId} AND emotion IS NOT NULL AND undone_at IS NULL ORDER BY at`.execute(reader);
  return rows;
}

export interface SharedNumber {
  readonly donor_id: number;
  readonly number: string;
}

/** Donors who are there and have a number in common with this one. */
export async function readSharedNumbers(reader: Reader, donorId: number): Promise<readonly SharedNumber[]> {
  const { rows } = await sql<SharedNumber>`
    SELECT other.donor_id, min(other.number) AS number FROM donor_phone AS own
      JOIN donor_phone AS other ON other.number = own.number AND other.donor_id <> own.donor_id
      JOIN donor ON donor.id = other.donor_id AND donor.is_removed = 0
     WHERE own.donor_id = ${donorId} AND own.number IS NOT NULL
     GROUP BY other.donor_id ORDER BY other.donor_id LIMIT 20`.execute(reader);
  return rows;
}

export interface BusinessQuestion {
  readonly donorIds: readonly number[];
  readonly personId: number;
  readonly today: CalendarDay;
}

/** With which of these somebody has business today: a call that is open or was made, a promise, or a reason that was given. */
export async function withBusinessToday(
  reader: Reader,
  { donorIds, personId, today }: BusinessQuestion,
): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ id: number }>`
    SELECT value AS id FROM json_each(${JSON.stringify(donorIds)})
     WHERE EXISTS (SELECT 1 FROM call_item WHERE donor_id = value AND person_id = ${personId} AND state = 'open')
        OR EXISTS (SELECT 1 FROM attempt WHERE donor_id = value AND person_id = ${personId} AND day = ${today})
        OR EXISTS (SELECT 1 FROM callback WHERE donor_id = value AND person_id = ${personId} AND closed_by IS NULL)
        OR EXISTS (SELECT 1 FROM audit WHERE about_donor_id = value AND person_id = ${personId} AND action = 'look'
                      AND json_extract(detail, '$.day') = ${today})`.execute(reader);
  return new Set(rows.map(({ id }) => id));
}
