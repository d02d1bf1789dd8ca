/** What the results are counted from. Each query begins at an index on a day, so that it stays quick for a large charity. */
import { sql } from 'kysely';
import type { CalendarDay } from '../../domain/calendar/day.ts';
import type { Emotion, FollowUpKind, ObjectionAnswer } from '../../domain/operation.ts';
import { OUTCOME_IDS, OUTCOMES, type OutcomeId } from '../../domain/outcome.ts';
import type { ProgrammeId } from '../../domain/programmes/programme-id.ts';
import type { Reader } from '../store.ts';
import { inTexts } from './many.ts';

export interface Period {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

export interface Newcomer {
  readonly zero: CalendarDay;
  /** Contacts of a donor whose details are elsewhere are not known here. */
  readonly isKnown: 0 | 1;
  readonly hasMandate: 0 | 1;
  readonly firstAmount: number | null;
  readonly email: CalendarDay | null;
  readonly post: CalendarDay | null;
  readonly call: CalendarDay | null;
}

const CONVERSATIONS = OUTCOME_IDS.filter((id) => OUTCOMES[id].result === 'conversation');

/** Whose journey began in the period, with the first thanks by each channel. */
export async function readNewcomers(reader: Reader, { from, to }: Period): Promise<readonly Newcomer[]> {
  const { rows } = await sql<Newcomer>`
    SELECT giving.day_zero AS zero, donor.slice <> 'outside' AS isKnown, giving.has_running_mandate AS hasMandate,
           giving.first_amount AS firstAmount,
           min(coalesce((SELECT min(day) FROM moment
                          WHERE moment.donor_id = donor.id AND moment.day >= giving.day_zero
                            AND type_name IN ('Email', 'Bulk Email') AND status_name = 'Completed'
                            AND (subject LIKE '%bedank%' OR subject LIKE '%dank u%' OR subject LIKE '%dank je%'
                                 OR subject LIKE '%thank%')), '9999'),
               coalesce((SELECT min(day) FROM journey_step
                          WHERE journey_step.donor_id = donor.id AND programme = 'missing-thanks' AND undone_at IS NULL
                            AND day >= giving.day_zero), '9999')) AS email,
           min(coalesce((SELECT min(day) FROM moment
                          WHERE moment.donor_id = donor.id AND moment.day >= giving.day_zero
                            AND type_name = 'Print PDF Letter' AND status_name = 'Completed'), '9999'),
               coalesce((SELECT min(day) FROM journey_step
                          WHERE journey_step.donor_id = donor.id AND programme = 'post' AND undone_at IS NULL
                            AND what <> 'nothing' AND day >= giving.day_zero), '9999')) AS post,
           min(coalesce((SELECT min(day) FROM moment
                          WHERE moment.donor_id = donor.id AND moment.day >= giving.day_zero
                            AND type_name = 'Phone Call' AND status_name = 'Completed'), '9999'),
               coalesce((SELECT min(day) FROM attempt
                          WHERE attempt.donor_id = donor.id AND day >= giving.day_zero AND undone_at IS NULL
                            AND outcome IN ${inTexts(CONVERSATIONS)}), '9999')) AS call
      FROM giving JOIN donor ON donor.id = giving.donor_id AND donor.is_removed = 0
     WHERE giving.day_zero BETWEEN ${from} AND ${to}`.execute(reader);
  const day = (found: CalendarDay | null): CalendarDay | null =>
    found === null || found.startsWith('9999') ? null : found;
  return rows.map((row) => ({ ...row, email: day(row.email), post: day(row.post), call: day(row.call) }));
}

export interface CallRow {
  readonly donorId: number;
  readonly programme: ProgrammeId;
  readonly day: CalendarDay;
  readonly at: string;
  readonly outcome: OutcomeId;
  readonly caller: number | null;
  readonly seconds: number;
  readonly emotion: Emotion | null;
  readonly nps: number | null;
  readonly objection: ObjectionAnswer | null;
}

/** Calls of every workstation, oldest first; how a donor sounded is known of those that were made here. */
export async function readCalls(reader: Reader, { from, to }: Period): Promise<readonly CallRow[]> {
  const { rows } = await sql<CallRow>`
    SELECT donor_id AS donorId, coalesce(promised_in, programme) AS programme, day, at, outcome, person_id AS caller,
           duration_seconds AS seconds, emotion, nps, objection_answer AS objection
      FROM attempt WHERE day BETWEEN ${from} AND ${to} AND undone_at IS NULL
     UNION ALL
    SELECT donor_id, coalesce(promised_in, programme), day, at, outcome, NULL, 0, NULL, NULL, NULL
      FROM moment
     WHERE day BETWEEN ${from} AND ${to} AND operation_id IS NOT NULL AND outcome IS NOT NULL
       AND programme IS NOT NULL AND status_name <> 'Cancelled'
       AND NOT EXISTS (SELECT 1 FROM attempt WHERE attempt.id = moment.operation_id)
     ORDER BY at`.execute(reader);
  return rows;
}

export async function countCorrections(reader: Reader, since: string, until: string) {
  const { rows } = await sql<{ field: 'name' | 'address' | 'phone' | 'email'; method: string; count: number }>`
    SELECT field, checked_by AS method, count(*) AS count FROM correction
     WHERE at >= ${since} AND at < ${until} AND undone_at IS NULL GROUP BY field, checked_by`.execute(reader);
  return rows;
}

export interface SaidRow {
  readonly kind: FollowUpKind;
  readonly topic: string | null;
  readonly at: string;
  readonly dueDay: CalendarDay | null;
  readonly answeredAt: string | null;
  readonly isOpen: 0 | 1;
}

/** What was taken back in a call was never said. */
export async function readSaid(reader: Reader, since: string, until: string): Promise<readonly SaidRow[]> {
  const { rows } = await sql<SaidRow>`
    SELECT kind, topic, at, due_day AS dueDay, answered_at AS answeredAt, closed_at IS NULL AS isOpen FROM follow_up
     WHERE at >= ${since} AND at < ${until} AND (closed_at IS NULL OR answered_by IS NOT NULL)`.execute(reader);
  return rows;
}

export async function countRights(reader: Reader, since: string, until: string) {
  const { rows } = await sql<{ objections: number; consents: number; asked: number; optIns: number }>`
    SELECT (SELECT count(*) FROM objection WHERE at >= ${since} AND at < ${until} AND undone_at IS NULL) AS objections,
           (SELECT count(*) FROM consent WHERE at >= ${since} AND at < ${until}) AS consents,
           (SELECT count(*) FROM email_opt_in WHERE at >= ${since} AND at < ${until} AND undone_at IS NULL) AS asked,
           (SELECT count(*) FROM email_opt_in
             WHERE at >= ${since} AND at < ${until} AND undone_at IS NULL AND is_given = 1) AS optIns`.execute(reader);
  return rows[0] ?? { objections: 0, consents: 0, asked: 0, optIns: 0 };
}
