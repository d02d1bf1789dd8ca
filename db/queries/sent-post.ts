/** What was sent by post from here. */
import type { CalendarDay, Instant } from '../../domain/calendar/day.ts';
import type { PostKind } from '../../domain/tasks/post.ts';
import type { Reader, Writer } from '../store.ts';
import { inTexts } from './many.ts';

export interface SentPost {
  readonly operationId: string;
  readonly donorId: number;
  readonly kind: PostKind;
  readonly at: Instant;
  readonly personName: string;
  readonly isUndone: boolean;
}

/** Of a day, the newest first; with what was taken back. */
export async function readSentPost(reader: Reader, day: CalendarDay): Promise<readonly SentPost[]> {
  const rows = await reader
    .selectFrom('journey_step')
    .innerJoin('person', 'person.id', 'journey_step.person_id')
    .select([
      'journey_step.operation_id',
      'journey_step.donor_id',
      'journey_step.what',
      'journey_step.at',
      'journey_step.undone_at',
      'person.name',
    ])
    .where('journey_step.programme', '=', 'post')
    .where('journey_step.day', '=', day)
    .where('journey_step.operation_id', 'is not', null)
    .orderBy('journey_step.id', 'desc')
    .execute();
  return rows.map(({ operation_id, donor_id, what, at, undone_at, name }) => ({
    operationId: operation_id ?? '',
    donorId: donor_id,
    kind: what === 'card' ? 'card' : 'letter',
    at,
    personName: name,
    isUndone: undone_at !== null,
  }));
}

export interface NewPost {
  readonly operationId: string;
  readonly donorId: number;
  readonly personId: number;
  readonly kind: PostKind;
  readonly day: CalendarDay;
  readonly at: Instant;
}

export async function addSentPost(
  { transaction }: Writer,
  { operationId, donorId, personId, kind, day, at }: NewPost,
): Promise<void> {
  await transaction
    .insertInto('journey_step')
    .values({
      donor_id: donorId,
      programme: 'post',
      what: kind,
      day,
      at,
      person_id: personId,
      undone_at: null,
      operation_id: operationId,
    })
    .execute();
}

/** @returns those of these that stood until now */
export async function undoSentPost(
  { transaction }: Pick<Writer, 'transaction'>,
  operationIds: readonly string[],
  at: Instant,
): Promise<readonly string[]> {
  const rows = await transaction
    .updateTable('journey_step')
    .set({ undone_at: at })
    .where('operation_id', 'in', inTexts(operationIds))
    .where('undone_at', 'is', null)
    .returning('operation_id')
    .execute();
  return rows.map(({ operation_id }) => operation_id ?? '');
}
