/** Answers, hands over and closes follow-ups; an answer is a moment in the CRM, recorded in the same transaction. */
import type { Selectable } from 'kysely';
import type { ParsedInputOf } from '../../../contract/index.ts';
import type { FollowUpKind } from '../../../domain/operation.ts';
import type { FollowUpTable } from '../../../db/call-tables.ts';
import { recordOperation } from '../../../db/queries/operations.ts';
import { findPersonNamed } from '../../../db/queries/people.ts';
import type { Writer } from '../../../db/store.ts';
import { writeAudit } from '../attention/end.ts';
import { undoOperation } from '../calls/record.ts';
import type { AskContext } from '../context.ts';
import { notFound, Refusal } from '../refusal.ts';
import { isMine } from './list.ts';

type Row = Selectable<FollowUpTable>;

const SUBJECTS: Readonly<Record<FollowUpKind, string>> = {
  question: 'Antwoord op een vraag',
  complaint: 'Antwoord op een klacht',
  idea: 'Antwoord op een idee',
  task: 'Taak gedaan',
};

/** @throws Refusal `out-of-date` when it was answered or closed meanwhile */
export async function answer(
  context: AskContext,
  { followUpId, text, channel }: ParsedInputOf<'followups.answer'>,
): Promise<void> {
  const { store, person, now, newId } = context;
  await store.write(async (writer) => {
    const row = await requireOpen(context, writer, followUpId);
    const id = newId();
    const { kind, text: asked, donor_id: donorId } = row;
    const body = {
      kind: 'moment',
      at: now(),
      what: 'answer',
      channel,
      subject: SUBJECTS[kind],
      text,
      answers: { kind, text: asked },
    } as const;
    await recordOperation(writer, { id, donorId, personId: person.id, body, recordedAt: now() });
    await writer.transaction
      .updateTable('follow_up')
      .set({ answer: text, answered_at: now(), answered_by: person.id, closed_at: now(), operation_id: id })
      .where('id', '=', followUpId)
      .execute();
  });
}

export async function handOver(
  context: AskContext,
  { followUpId, name }: ParsedInputOf<'followups.handOver'>,
): Promise<void> {
  await context.store.write(async (writer) => {
    const row = await requireOpen(context, writer, followUpId);
    const known = await findPersonNamed(writer.transaction, name);
    await writer.transaction
      .updateTable('follow_up')
      .set({ assignee_name: name, assignee_id: known?.id ?? null })
      .where('id', '=', followUpId)
      .execute();
    await writeAudit(context, writer, 'hand-over', String(followUpId), {
      donorId: row.donor_id,
      words: JSON.stringify({ from: row.assignee_name, to: name }),
    });
  });
}

/** @throws Refusal `refused` for a complaint: it is answered, never just put away */
export async function close(context: AskContext, { followUpId }: ParsedInputOf<'followups.close'>): Promise<void> {
  const { store, person, now } = context;
  await store.write(async (writer) => {
    const { kind } = await requireOpen(context, writer, followUpId);
    if (kind === 'complaint') throw new Refusal('refused', COMPLAINT_NEEDS_ANSWER);
    await writer.transaction
      .updateTable('follow_up')
      .set({ closed_at: now(), answered_by: person.id })
      .where('id', '=', followUpId)
      .execute();
  });
}

const COMPLAINT_NEEDS_ANSWER = {
  nl: 'Een klacht krijgt altijd een antwoord. Schrijf op wat je de donateur hebt laten weten.',
  en: 'A complaint always gets an answer. Write down what you told the donor.',
};

export async function reopen(context: AskContext, { followUpId }: ParsedInputOf<'followups.reopen'>): Promise<void> {
  await context.store.write(async (writer) => {
    const row = await find(context, writer, followUpId);
    if (row.closed_at === null || row.answered_by === null) throw new Refusal('out-of-date', CHANGED);
    await writer.transaction
      .updateTable('follow_up')
      .set({ answer: null, answered_at: null, answered_by: null, closed_at: null, operation_id: null })
      .where('id', '=', followUpId)
      .execute();
    if (row.operation_id !== null) await undoOperation(context, writer, row.operation_id);
    await writeAudit(context, writer, 'reopen', String(followUpId), {
      donorId: row.donor_id,
      words: row.answer,
    });
  });
}

/** The missing e-mail was sent: ticked off here, and a moment in the CRM, so that nobody sends it again. */
export async function thanked(
  context: AskContext,
  { donorId, text }: ParsedInputOf<'followups.thanked'>,
): Promise<void> {
  const { store, person, now, today, newId } = context;
  await store.write(async (writer) => {
    const { transaction } = writer;
    const donor = await transaction.selectFrom('donor').select('id').where('id', '=', donorId).executeTakeFirst();
    if (donor === undefined) throw notFound();
    const done = await transaction
      .selectFrom('journey_step')
      .select('id')
      .where('donor_id', '=', donorId)
      .where('programme', '=', 'missing-thanks')
      .where('day', '=', today)
      .where('undone_at', 'is', null)
      .executeTakeFirst();
    if (done !== undefined) throw new Refusal('out-of-date', CHANGED);
    await transaction
      .insertInto('journey_step')
      .values({
        donor_id: donorId,
        programme: 'missing-thanks',
        what: 'thanked',
        day: today,
        at: now(),
        person_id: person.id,
        undone_at: null,
      })
      .execute();
    const body = {
      kind: 'moment',
      at: now(),
      what: 'thanks-email',
      channel: 'email',
      subject: 'Bedankt voor uw gift',
      text,
    } as const;
    await recordOperation(writer, { id: newId(), donorId, personId: person.id, body, recordedAt: now() });
  });
}

async function requireOpen(context: AskContext, writer: Writer, id: number): Promise<Row> {
  const row = await find(context, writer, id);
  if (row.closed_at !== null) throw new Refusal('out-of-date', CHANGED);
  return row;
}

/** Somebody else's does not exist for who is no coordinator. */
async function find(context: AskContext, { transaction }: Writer, id: number): Promise<Row> {
  const row = await transaction.selectFrom('follow_up').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw notFound();
  if (!context.person.roles.includes('coordinator') && !isMine(context, row)) throw notFound();
  return row;
}

const CHANGED = {
  nl: 'Iemand anders was je voor. Kijk opnieuw.',
  en: 'Somebody else was first. Look again.',
};
