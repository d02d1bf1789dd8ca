/** Calls of Dankbel with donors who were called more than once on a day, and which of those a person has read of. */
import { sql } from 'kysely';
import type { CalendarDay, Instant } from '../../domain/calendar/day.ts';
import type { RecordedCall } from '../../domain/claims/double.ts';
import type { DoubleSeenTable } from '../schema.ts';
import type { Reader, Writer } from '../store.ts';

type Row = Omit<RecordedCall, 'isMine' | 'keptPromise'> & { readonly isMine: 0 | 1; readonly keptPromise: 0 | 1 };

export interface CallsQuestion {
  readonly personId: number;
  readonly since: CalendarDay;
  /** `own`: only donors whom the person called on this workstation. */
  readonly whose: 'own' | 'all';
}

/** As the CRM has them: what is not there yet cannot be a double. What was taken back does not count. */
export async function readRepeatedCalls(
  reader: Reader,
  { personId, since, whose }: CallsQuestion,
): Promise<readonly RecordedCall[]> {
  const own = sql`AND moment.donor_id IN (SELECT donor_id FROM attempt WHERE person_id = ${personId} AND day >= ${since})`;
  const { rows } = await sql<Row>`
    SELECT moment.operation_id AS operationId, moment.donor_id AS donorId, moment.day, moment.at, moment.outcome,
           coalesce(moment.promised_in, moment.programme) AS programme,
           moment.promised_in IS NOT NULL AS keptPromise, moment.caller_crm_id AS callerCrmId,
           coalesce(own.person_id = ${personId}, 0) AS isMine
      FROM moment LEFT JOIN attempt AS own ON own.id = moment.operation_id
     WHERE moment.operation_id IS NOT NULL AND moment.outcome IS NOT NULL AND moment.programme IS NOT NULL
       AND moment.day >= ${since} AND moment.status_name <> 'Cancelled' AND own.undone_at IS NULL
       AND (moment.day, moment.donor_id) IN (
             SELECT day, donor_id FROM moment WHERE operation_id IS NOT NULL AND day >= ${since}
              GROUP BY day, donor_id HAVING count(DISTINCT operation_id) > 1)
       ${whose === 'own' ? own : sql``}
     GROUP BY moment.donor_id, moment.operation_id
     ORDER BY moment.at, moment.operation_id`.execute(reader);
  return rows.map((row) => ({ ...row, isMine: row.isMine === 1, keptPromise: row.keptPromise === 1 }));
}

type DoubleId = Pick<DoubleSeenTable, 'donor_id' | 'day' | 'programme'>;

export async function readSeenDoubles(reader: Reader, personId: number): Promise<readonly DoubleId[]> {
  return reader
    .selectFrom('double_seen')
    .select(['donor_id', 'day', 'programme'])
    .where('person_id', '=', personId)
    .execute();
}

export async function markDoubleSeen(
  { transaction }: Writer,
  double: DoubleId & { readonly person_id: number },
  at: Instant,
): Promise<void> {
  await transaction
    .insertInto('double_seen')
    .values({ ...double, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
