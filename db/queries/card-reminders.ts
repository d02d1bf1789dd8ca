/** A card that somebody means to write by hand: a task among the other things that are to be done for a donor. */
import type { CalendarDay, Instant } from '../../domain/calendar/day.ts';
import type { Reader, Writer } from '../store.ts';
import type { Person } from './people.ts';

const TOPIC = 'card';

export async function hasCardReminder(reader: Reader, donorId: number): Promise<boolean> {
  const row = await reader
    .selectFrom('follow_up')
    .select('id')
    .where('donor_id', '=', donorId)
    .where('kind', '=', 'task')
    .where('topic', '=', TOPIC)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

export interface NewReminder {
  readonly donorId: number;
  readonly person: Person;
  readonly text: string;
  readonly at: Instant;
  readonly dueDay: CalendarDay;
}

/** One at a time: pressing the key again changes nothing. */
export async function addCardReminder(
  { transaction }: Writer,
  { donorId, person, text, at, dueDay }: NewReminder,
): Promise<void> {
  if (await hasCardReminder(transaction, donorId)) return;
  await transaction
    .insertInto('follow_up')
    .values({
      donor_id: donorId,
      call_item_id: null,
      attempt_id: null,
      person_id: person.id,
      kind: 'task',
      text,
      at,
      closed_at: null,
      topic: TOPIC,
      assignee_id: person.id,
      assignee_name: person.name,
      due_day: dueDay,
      project: null,
      answer: null,
      answered_at: null,
      answered_by: null,
    })
    .execute();
}
