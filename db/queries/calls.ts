/** Calls that are going on, attempts that were made, and the details that were checked. */
import type { Selectable } from 'kysely';
import type { CalendarDay, Instant } from '../../domain/calendar/day.ts';
import { correctionSchema, type CheckMethod, type DetailField } from '../../domain/correction.ts';
import type { CallingLane } from '../../domain/programmes/programme-id.ts';
import type { AttemptTable, CallItemTable, CorrectionTable, FollowUpTable } from '../call-tables.ts';
import type { Reader } from '../store.ts';
import { inList } from './many.ts';

export type CallItem = Selectable<CallItemTable>;
export type Attempt = Selectable<AttemptTable>;
export type CorrectionRow = Selectable<CorrectionTable>;
export type FollowUp = Selectable<FollowUpTable>;

export async function findCallItem(reader: Reader, id: number): Promise<CallItem | null> {
  return (await reader.selectFrom('call_item').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** The call with a donor that was begun and not finished. */
export async function findOpenCallItem(reader: Reader, donorId: number): Promise<CallItem | null> {
  const query = reader.selectFrom('call_item').selectAll().where('donor_id', '=', donorId).where('state', '=', 'open');
  return (await query.executeTakeFirst()) ?? null;
}

export async function readOpenCallItems(reader: Reader, personId: number): Promise<readonly CallItem[]> {
  return reader
    .selectFrom('call_item')
    .selectAll()
    .where('person_id', '=', personId)
    .where('state', '=', 'open')
    .orderBy('opened_at', 'desc')
    .execute();
}

export async function findAttempt(reader: Reader, id: string): Promise<Attempt | null> {
  return (await reader.selectFrom('attempt').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Whether a person ever recorded an attempt here. */
export async function hasCalled(reader: Reader, personId: number): Promise<boolean> {
  const query = reader.selectFrom('attempt').select('id').where('person_id', '=', personId).limit(1);
  return (await query.executeTakeFirst()) !== undefined;
}

/** Attempts of a day by a person, newest first, those that were taken back included. */
export async function readAttemptsOf(reader: Reader, personId: number, day: CalendarDay): Promise<readonly Attempt[]> {
  return reader
    .selectFrom('attempt')
    .selectAll()
    .where('person_id', '=', personId)
    .where('day', '=', day)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** The newest attempt with each donor that was not taken back, and who made it. */
export async function readLastAttempts(
  reader: Reader,
  donorIds: readonly number[],
): Promise<
  ReadonlyMap<number, { readonly day: CalendarDay; readonly outcome: Attempt['outcome']; readonly personName: string }>
> {
  const rows = await reader
    .selectFrom('attempt')
    .innerJoin('person', 'person.id', 'attempt.person_id')
    .select(['attempt.donor_id', 'attempt.day', 'attempt.outcome', 'person.name'])
    .where('attempt.donor_id', 'in', inList(donorIds))
    .where('attempt.undone_at', 'is', null)
    .orderBy('attempt.at')
    .execute();
  return new Map(rows.map(({ donor_id, day, outcome, name }) => [donor_id, { day, outcome, personName: name }]));
}

/** Corrections of a call that were not taken back, oldest first. */
export async function readCorrectionsOf(reader: Reader, callItemId: number): Promise<readonly CorrectionRow[]> {
  return reader
    .selectFrom('correction')
    .selectAll()
    .where('call_item_id', '=', callItemId)
    .where('undone_at', 'is', null)
    .orderBy('id')
    .execute();
}

/** The fields that were corrected in a call, whether or not that was taken back. */
export async function readCorrectedFields(reader: Reader, callItemId: number): Promise<ReadonlySet<DetailField>> {
  const rows = await reader.selectFrom('correction').select('body').where('call_item_id', '=', callItemId).execute();
  return new Set(rows.map(({ body }) => correctionSchema.parse(JSON.parse(body)).field));
}

export async function readFollowUpsOf(reader: Reader, callItemId: number): Promise<readonly FollowUp[]> {
  return reader
    .selectFrom('follow_up')
    .selectAll()
    .where('call_item_id', '=', callItemId)
    .where('closed_at', 'is', null)
    .orderBy('id')
    .execute();
}

/** The details that were confirmed in a call, and how each was checked; null for what was confirmed before that was asked. */
export async function readConfirmedDetails(
  reader: Reader,
  callItemId: number,
): Promise<ReadonlyMap<string, CheckMethod | null>> {
  const rows = await reader
    .selectFrom('detail_check')
    .select(['detail', 'method'])
    .where('call_item_id', '=', callItemId)
    .execute();
  return new Map(rows.map(({ detail, method }) => [detail, method]));
}

/** Donors whom somebody put at the end of today's list. */
export async function readPostponed(reader: Reader, day: CalendarDay): Promise<ReadonlySet<number>> {
  const rows = await reader.selectFrom('postponement').select('donor_id').where('day', '=', day).execute();
  return new Set(rows.map(({ donor_id }) => donor_id));
}

/** How many donors of each lane were called on a day. */
export async function countCalledToday(
  reader: Reader,
  day: CalendarDay,
): Promise<Readonly<Record<CallingLane, number>>> {
  const rows = await reader
    .selectFrom('attempt')
    .select((select) => ['lane', select.fn.count<number>('donor_id').distinct().as('donors')])
    .where('day', '=', day)
    .where('undone_at', 'is', null)
    .groupBy('lane')
    .execute();
  const of = (lane: CallingLane): number => rows.find((row) => row.lane === lane)?.donors ?? 0;
  return { director: of('director'), caller: of('caller') };
}

/** Whether a call that is not finished was opened, dialled or written in since then. */
export async function hasOpenCallSince(reader: Reader, since: Instant): Promise<boolean> {
  const row = await reader
    .selectFrom('call_item')
    .select('id')
    .where('state', '=', 'open')
    .where((item) =>
      item.or([item('opened_at', '>=', since), item('started_at', '>=', since), item('notes_saved_at', '>=', since)]),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
