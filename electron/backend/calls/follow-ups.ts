/** Questions, complaints and ideas of a call: to whom they go, and by when they are answered. */
import { writeDay } from '../../../domain/calendar/write-day.ts';
import { dueDayOf, SAID_KINDS, type SaidKind, type Topic } from '../../../domain/follow-ups/topic.ts';
import { sentence, type Sentence } from '../../../domain/language.ts';
import type { CallView } from '../../../contract/procedures/call.ts';
import type { ParsedInputOf } from '../../../contract/index.ts';
import { readFollowUpsOf, type CallItem, type FollowUp } from '../../../db/queries/calls.ts';
import { findPersonNamed } from '../../../db/queries/people.ts';
import type { Reader } from '../../../db/store.ts';
import type { AskContext } from '../context.ts';
import { readTalk } from '../talk/read-talk.ts';

export async function readTopics(reader: Reader): Promise<readonly Topic[]> {
  return (await readTalk(reader)).topics;
}

/** Keeps what was said, with who can answer by the settings of now. A topic that was just removed is none. */
export async function addFollowUp(
  context: AskContext,
  item: CallItem,
  { followUp, text, topic: topicId }: Pick<ParsedInputOf<'call.addFollowUp'>, 'followUp' | 'text' | 'topic'>,
  project: string | null,
): Promise<void> {
  const { store, person, now, today } = context;
  const topic = (await readTopics(store.reader)).find(({ id }) => id === topicId) ?? null;
  const assignee = topic?.person ?? '';
  const known = assignee === '' ? null : await findPersonNamed(store.reader, assignee);
  await store.write(async ({ transaction }) => {
    await transaction
      .insertInto('follow_up')
      .values({
        donor_id: item.donor_id,
        call_item_id: item.id,
        attempt_id: null,
        person_id: person.id,
        kind: followUp,
        text,
        at: now(),
        closed_at: null,
        topic: topic?.id ?? null,
        assignee_id: known?.id ?? null,
        assignee_name: assignee,
        due_day: dueDayOf(followUp, topic, today),
        project: followUp === 'idea' ? project : null,
      })
      .execute();
  });
}

/** Taken back: it was not said after all. What was answered stays. */
export async function removeFollowUp({ store, now }: AskContext, item: CallItem, id: number): Promise<void> {
  await store.write(async ({ transaction }) => {
    await transaction
      .updateTable('follow_up')
      .set({ closed_at: now() })
      .where('id', '=', id)
      .where('call_item_id', '=', item.id)
      .where('answered_at', 'is', null)
      .execute();
  });
}

export async function viewFollowUps({ store, today }: AskContext, item: CallItem): Promise<CallView['followUps']> {
  const topics = await readTopics(store.reader);
  return (await readFollowUpsOf(store.reader, item.id)).map((row) => ({
    id: row.id,
    kind: row.kind,
    text: row.text,
    goesTo: row.due_day === null ? null : goesTo(row, nameOf(topics, row), today),
  }));
}

/** What a caller can choose from, and tell the donor: who answers, and by when. Without a topic first. */
export async function viewTopics({ store, today }: AskContext): Promise<CallView['topics']> {
  const none = { id: null, name: { nl: 'Geen onderwerp', en: 'No topic' }, person: '', days: null };
  const topics = (await readTopics(store.reader)).filter(({ name }) => name.nl !== '');
  return [none, ...topics].map((topic) => {
    const promise = (kind: SaidKind): Sentence => writePromise(topic.person, dueDayOf(kind, topic, today), today);
    const [question, complaint, idea] = SAID_KINDS.map(promise) as [Sentence, Sentence, Sentence];
    return { id: topic.id, name: topic.name, promise: { question, complaint, idea } };
  });
}

/** As the call carries them to the CRM. */
export async function followUpsToSend(reader: Reader, rows: readonly FollowUp[]) {
  const topics = await readTopics(reader);
  return rows.map((row) => {
    const topic = nameOf(topics, row);
    return {
      kind: row.kind,
      text: row.text,
      ...(topic === null ? {} : { topic: topic.nl }),
      ...(row.assignee_name === '' ? {} : { assignee: row.assignee_name }),
      ...(row.due_day === null ? {} : { dueDay: row.due_day }),
    };
  });
}

function nameOf(topics: readonly Topic[], { topic }: FollowUp): Sentence | null {
  return topics.find(({ id }) => id === topic)?.name ?? null;
}

function goesTo(row: FollowUp, topic: Sentence | null, today: AskContext['today']): Sentence {
  const promise = writePromise(row.assignee_name, row.due_day ?? today, today);
  return sentence((language) => (topic === null ? promise[language] : `${topic[language]}. ${promise[language]}`));
}

function writePromise(person: string, due: AskContext['today'], today: AskContext['today']): Sentence {
  return sentence((language) => {
    const day = writeDay(due, language, { today, style: 'weekday' });
    if (language === 'nl') {
      return person === '' ? `Antwoord uiterlijk ${day}.` : `${person} antwoordt, uiterlijk ${day}.`;
    }
    return person === '' ? `An answer by ${day}.` : `${person} answers, by ${day}.`;
  });
}
