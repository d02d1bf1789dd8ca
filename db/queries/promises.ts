/** Promises to call back that are still open. */
import type { CalendarDay, Instant } from '../../domain/calendar/day.ts';
import type { CallingLane, ProgrammeId } from '../../domain/programmes/programme-id.ts';
import type { Reader } from '../store.ts';

export interface OpenPromise {
  readonly callbackId: number;
  readonly donorId: number;
  readonly day: CalendarDay;
  readonly time: string | null;
  readonly at: Instant;
  readonly madeAt: Instant;
  /** What was noted when the promise was made. */
  readonly note: string;
}

/** Promises of a lane for today or earlier that this person or anyone is to keep, the earliest first. */
export async function readPromises(
  reader: Reader,
  lane: CallingLane,
  today: CalendarDay,
  personId: number,
): Promise<readonly OpenPromise[]> {
  return reader
    .selectFrom('callback')
    .innerJoin('attempt', 'attempt.id', 'callback.attempt_id')
    .select([
      'callback.id as callbackId',
      'callback.donor_id as donorId',
      'callback.promised_day as day',
      'callback.promised_time as time',
      'callback.promised_at as at',
      'callback.made_at as madeAt',
      'attempt.notes as note',
    ])
    .where('callback.closed_by', 'is', null)
    .where('attempt.undone_at', 'is', null)
    .where('callback.lane', '=', lane)
    .where('callback.promised_day', '<=', today)
    .where((where) => where.or([where('callback.person_id', 'is', null), where('callback.person_id', '=', personId)]))
    .orderBy('callback.promised_at')
    .execute();
}

/** The programme in which a callback was promised. */
export async function findPromisedIn(reader: Reader, callbackId: number): Promise<ProgrammeId | null> {
  const query = reader.selectFrom('callback').select('promised_in').where('id', '=', callbackId);
  return (await query.executeTakeFirst())?.promised_in ?? null;
}
