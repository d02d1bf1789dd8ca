/** What is to be answered or done, for whoever asks. */
import type { WorkItem } from '../../../contract/procedures/follow-ups.ts';
import { addDays, dayOfInstant, instantAt, type CalendarDay } from '../../../domain/calendar/day.ts';
import { writeDay } from '../../../domain/calendar/write-day.ts';
import { clockOf, compareFollowUps } from '../../../domain/follow-ups/clock.ts';
import { sentence, type Sentence } from '../../../domain/language.ts';
import { headingName } from '../../../domain/person-name.ts';
import { validNumberIn, writeNumber } from '../../../domain/phone-number.ts';
import { buildTaskList } from '../../../domain/tasks/task-list.ts';
import { readDonors, type Donor } from '../../../db/queries/donor-details.ts';
import { readFacts } from '../../../db/queries/facts.ts';
import { readFollowUps, type FollowUpRow } from '../../../db/queries/follow-ups.ts';
import { findUnthanked } from '../../../db/queries/tasks.ts';
import { readTopics } from '../calls/follow-ups.ts';
import type { AskContext } from '../context.ts';

/** What was closed so long ago is looked up with the donor. */
const CLOSED_DAYS = 14;

/** More than anybody writes to in a day; who comes after them is shown when they are done. */
const MOST_MISSING = 200;

export async function listWork(context: AskContext): Promise<readonly WorkItem[]> {
  const { store, person, today } = context;
  const isCoordinator = person.roles.includes('coordinator');
  const rows = await readFollowUps(store.reader, instantAt(addDays(today, -CLOSED_DAYS), '00:00'));
  const visible = rows.filter((row) => isCoordinator || isMine(context, row));
  const donors = await readDonors(
    store.reader,
    visible.map(({ donor_id: donorId }) => donorId),
  );
  const topics = await readTopics(store.reader);
  const topicOf = (id: string | null): Sentence | null => topics.find((topic) => topic.id === id)?.name ?? null;
  const written = visible
    .toSorted((a, b) => compareFollowUps(sortable(a), sortable(b)))
    .map((row) => viewRow(context, row, donors.get(row.donor_id), topicOf(row.topic)));
  const missing = isCoordinator ? await listMissingThanks(context) : [];
  const open = written.filter((item) => !item.isClosed);
  return [...open, ...missing, ...written.filter((item) => item.isClosed).toReversed()];
}

export function isMine({ person }: AskContext, row: Pick<FollowUpRow, 'assignee_id' | 'assignee_name'>): boolean {
  return row.assignee_id === person.id || (row.assignee_id === null && row.assignee_name === person.name);
}

function sortable({ id, due_day: due, kind, at }: FollowUpRow) {
  return { id, due, kind, at };
}

function viewRow(context: AskContext, row: FollowUpRow, donor: Donor | undefined, topic: Sentence | null): WorkItem {
  const { today } = context;
  return {
    key: String(row.id),
    followUpId: row.id,
    donorId: row.donor_id,
    kind: row.kind,
    ...viewDonor(donor),
    text: { nl: row.text, en: row.text },
    at: row.at,
    by: row.by,
    topic,
    assignee: row.assignee_name,
    isMine: isMine(context, row),
    due: viewDue(row.due_day, today),
    answer:
      row.answered_at === null || row.answer === null
        ? null
        : { text: row.answer, by: row.answered_by ?? '', atText: onDay(dayOfInstant(row.answered_at), today) },
    isClosed: row.closed_at !== null,
  };
}

/** The rules say whom; the longest waiting first. */
async function listMissingThanks(context: AskContext): Promise<readonly WorkItem[]> {
  const { store, today, programmes } = context;
  if (!programmes.missingThanks.isOn) return [];
  const facts = await readFacts(store.reader, await findUnthanked(store.reader, today, programmes, MOST_MISSING));
  const { items } = buildTaskList('missing-thanks', facts, { today, settings: programmes });
  const donors = await readDonors(
    store.reader,
    items.map(({ donorId }) => donorId),
  );
  return items.map(({ donorId, match }) => ({
    key: `thanks-${donorId}`,
    followUpId: null,
    donorId,
    kind: 'thanks',
    ...viewDonor(donors.get(donorId)),
    text: match.reason,
    at: null,
    by: '',
    topic: null,
    assignee: '',
    isMine: true,
    due: viewDue(match.due, today),
    answer: null,
    isClosed: false,
  }));
}

function viewDonor(donor: Donor | undefined): Pick<WorkItem, 'donorName' | 'email' | 'number'> {
  if (donor === undefined) return { donorName: { nl: 'Donateur', en: 'Donor' }, email: null, number: null };
  const { name, emails, phones } = donor.details;
  const number = phones.map(({ value }) => validNumberIn(value)).find((each) => each !== null) ?? null;
  return {
    donorName: sentence((language) => headingName(name, language)),
    email: (emails.find(({ isPrimary }) => isPrimary) ?? emails[0])?.value ?? null,
    number: number === null ? null : writeNumber(number),
  };
}

function viewDue(due: CalendarDay | null, today: CalendarDay): WorkItem['due'] {
  return { ...clockOf(due, today), dayText: due === null ? null : onDay(due, today) };
}

function onDay(day: CalendarDay, today: CalendarDay): Sentence {
  return sentence((language) => writeDay(day, language, { today, style: 'weekday' }));
}
