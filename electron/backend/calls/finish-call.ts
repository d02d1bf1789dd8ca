/** Save and next: the outcome of an attempt, with everything that follows from it, in one transaction. */
import { dayOfInstant, instantAt, type CalendarDay, type Instant } from '../../../domain/calendar/day.ts';
import { DETAIL_FIELDS, type CheckMethod, type DetailField } from '../../../domain/correction.ts';
import { firstNumberOf } from '../../../domain/donor-facts.ts';
import type { Sentence } from '../../../domain/language.ts';
import { OUTCOMES, type Outcome, type OutcomeId } from '../../../domain/outcome.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import { readOffersOf } from '../../../db/queries/benefits.ts';
import { readConfirmedDetails, readFollowUpsOf, type CallItem } from '../../../db/queries/calls.ts';
import { turnClaim } from '../../../db/queries/claims.ts';
import { readFacts } from '../../../db/queries/facts.ts';
import { recordOperation } from '../../../db/queries/operations.ts';
import { tieToAttempt } from '../../../db/queries/wishes.ts';
import type { Writer } from '../../../db/store.ts';
import type { AskContext } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { followUpAccepted } from './benefits.ts';
import { followUpsToSend } from './follow-ups.ts';
import { requireOpenCall } from './open-call.ts';
import { recordObjection } from './record.ts';
import { wishesToSend } from './wishes.ts';

type Finish = ParsedInputOf<'call.finish'>;

/** @throws Refusal when an answer is missing or the promise cannot be kept; nothing is written then. */
export async function finishCall(context: AskContext, input: Finish): Promise<OutputOf<'call.finish'>> {
  const item = await requireOpenCall(context, input.callItemId);
  const outcome = OUTCOMES[input.outcome];
  if (outcome.asksForObjection && item.objection_answer === null) throw missingObjectionAnswer();
  const promise = outcome.id === 'callback' ? requirePromise(context, input.callback) : null;
  const attemptId = context.newId();
  const number = input.number ?? item.number;
  return context.store.write(async (writer) => {
    await insertAttempt(context, writer, { item, outcome, attemptId, number });
    if (outcome.closesCallback && item.callback_id !== null) await closeCallback(writer, item.callback_id, attemptId);
    if (promise !== null) await insertCallback(context, writer, { item, attemptId, promise });
    if (outcome.marksNumberWrong && number !== null) await markWrong(writer, { item, attemptId, number });
    if (outcome.id === 'objection') await objectAsOutcome(context, writer, item, attemptId);
    const task = TASKS[outcome.id];
    if (task !== undefined) await addTask(context, writer, item, attemptId, task);
    await sendCall(context, writer, { item, outcome, attemptId, number, promisedAt: promise?.at ?? null });
    await followUpAccepted(context, writer, item, attemptId);
    const nextNumber = outcome.marksNumberWrong ? await nextNumberOf(writer, item.donor_id) : null;
    await leaveCallItem(writer, item, nextNumber);
    return { attemptId, isOver: nextNumber === null };
  });
}

interface Finished {
  readonly item: CallItem;
  readonly outcome: Outcome;
  readonly attemptId: string;
  readonly number: string | null;
}

async function insertAttempt(context: AskContext, { transaction }: Writer, finished: Finished): Promise<void> {
  const { item, outcome, attemptId, number } = finished;
  const at = item.started_at ?? context.now();
  await transaction
    .insertInto('attempt')
    .values({
      id: attemptId,
      donor_id: item.donor_id,
      call_item_id: item.id,
      person_id: context.person.id,
      lane: item.lane,
      programme: item.programme,
      promised_in: item.promised_in,
      outcome: outcome.id,
      day: dayOfInstant(at),
      at,
      duration_seconds: durationOf(item, context.now()),
      number,
      notes: item.notes,
      objection_answer: outcome.id === 'objection' ? 'used' : item.objection_answer,
      emotion: item.emotion,
      thumb: item.thumb,
      nps: item.nps,
      callback_id: item.callback_id,
      undone_at: null,
      programme_version: item.programme_version,
      legal_basis: item.legal_basis,
    })
    .execute();
  await transaction
    .updateTable('follow_up')
    .set({ attempt_id: attemptId })
    .where('call_item_id', '=', item.id)
    .where('attempt_id', 'is', null)
    .execute();
  await tieToAttempt({ transaction }, item.id, attemptId);
}

function durationOf({ started_at: startedAt }: CallItem, now: Instant): number {
  return startedAt === null ? 0 : Math.max(0, Math.round((Date.parse(now) - Date.parse(startedAt)) / 1_000));
}

async function sendCall(
  context: AskContext,
  writer: Writer,
  { item, outcome, attemptId, number, promisedAt }: Finished & { readonly promisedAt: Instant | null },
): Promise<void> {
  const followUps = await readFollowUpsOf(writer.transaction, item.id);
  const offers = await readOffersOf(writer.transaction, item.id);
  const confirmed = await readConfirmedDetails(writer.transaction, item.id);
  const claimId = await turnClaim(writer, item.donor_id, attemptId);
  await recordOperation(writer, {
    id: attemptId,
    donorId: item.donor_id,
    personId: context.person.id,
    recordedAt: context.now(),
    body: {
      kind: 'call',
      programme: item.programme,
      promisedIn: item.promised_in,
      outcome: outcome.id,
      reason: (JSON.parse(item.reason) as Sentence).nl,
      at: item.started_at ?? context.now(),
      durationSeconds: durationOf(item, context.now()),
      number,
      notes: item.notes,
      objectionAnswer: outcome.id === 'objection' ? 'used' : item.objection_answer,
      emotion: item.emotion,
      promisedAt,
      ...confirmedToSend(confirmed),
      followUps: await followUpsToSend(writer.transaction, followUps),
      ...(offers.length === 0 ? {} : { benefits: offers.map(({ name, answer }) => ({ name, answer })) }),
      ...(await wishesToSend(writer.transaction, item, context.person.name)),
      ...(item.thumb === null ? {} : { thumb: item.thumb }),
      ...(item.nps === null ? {} : { nps: item.nps }),
      ...(claimId === null ? {} : { claimId }),
    },
  });
}

/** Fields by name. Of several numbers that were checked differently, the first says how. */
function confirmedToSend(confirmed: ReadonlyMap<string, CheckMethod | null>): {
  confirmedFields: string[];
  confirmedBy: Partial<Record<DetailField, CheckMethod>>;
} {
  const confirmedBy: Partial<Record<DetailField, CheckMethod>> = {};
  for (const [key, method] of confirmed) {
    const field = DETAIL_FIELDS.find((each) => each === key.split(':')[0]);
    if (field !== undefined && method !== null) confirmedBy[field] ??= method;
  }
  return { confirmedFields: [...new Set([...confirmed.keys()].map((key) => key.split(':')[0] ?? key))], confirmedBy };
}

interface Promised {
  readonly day: CalendarDay;
  readonly time: string | null;
  readonly at: Instant;
  readonly byMe: boolean;
}

/** A promise without a time counts from the start of that day. */
function requirePromise({ now, today }: AskContext, callback: Finish['callback']): Promised {
  if (callback === null) {
    throw new Refusal('refused', {
      nl: 'Kies eerst wanneer je terugbelt.',
      en: 'First choose when you will call back.',
    });
  }
  const at = instantAt(callback.day, callback.time ?? '00:00');
  const isPast = callback.time === null ? callback.day < today : at <= now();
  if (isPast) {
    throw new Refusal('refused', {
      nl: 'Dat moment is al voorbij. Kies een later tijdstip.',
      en: 'That moment has passed. Choose a later time.',
    });
  }
  return { ...callback, at };
}

async function insertCallback(
  context: AskContext,
  { transaction }: Writer,
  { item, attemptId, promise }: { readonly item: CallItem; readonly attemptId: string; readonly promise: Promised },
): Promise<void> {
  await transaction
    .insertInto('callback')
    .values({
      donor_id: item.donor_id,
      attempt_id: attemptId,
      lane: item.lane,
      promised_in: item.promised_in ?? item.programme,
      amount: item.amount,
      promised_day: promise.day,
      promised_at: promise.at,
      promised_time: promise.time,
      person_id: promise.byMe ? context.person.id : null,
      made_at: context.now(),
      closed_by: null,
    })
    .execute();
}

async function closeCallback({ transaction }: Writer, callbackId: number, attemptId: string): Promise<void> {
  await transaction.updateTable('callback').set({ closed_by: attemptId }).where('id', '=', callbackId).execute();
}

async function markWrong(
  { transaction }: Writer,
  { item, attemptId, number }: { readonly item: CallItem; readonly attemptId: string; readonly number: string },
): Promise<void> {
  await transaction
    .insertInto('wrong_number')
    .values({ attempt_id: attemptId, donor_id: item.donor_id, number })
    .execute();
}

/** Pressing the key for it after having answered so is one objection, not two. */
async function objectAsOutcome(context: AskContext, writer: Writer, item: CallItem, attemptId: string): Promise<void> {
  const { transaction } = writer;
  const standing = await transaction
    .selectFrom('objection')
    .select('id')
    .where('call_item_id', '=', item.id)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  if (standing === undefined) {
    await recordObjection(context, writer, { donorId: item.donor_id, callItemId: item.id }, attemptId);
  }
}

/** What a coordinator gets to do after an outcome. Neither says more of a person than has to be said. */
const TASKS: Readonly<Partial<Record<OutcomeId, string>>> = {
  deceased: 'Overleden, gehoord aan de telefoon. Met zorg verwerken in het CRM.',
  'cannot-decide':
    'Kon aan de telefoon niet zelf beslissen. Bepaal met zorg hoe we contact houden; tot het gesprek is teruggedraaid belt niemand.',
};

/** Somebody must do what a phone call cannot: with care, and by the right person. */
async function addTask(
  context: AskContext,
  { transaction }: Writer,
  item: CallItem,
  attemptId: string,
  text: string,
): Promise<void> {
  await transaction
    .insertInto('follow_up')
    .values({
      donor_id: item.donor_id,
      call_item_id: item.id,
      attempt_id: attemptId,
      person_id: context.person.id,
      kind: 'task',
      text,
      at: context.now(),
      closed_at: null,
    })
    .execute();
}

async function nextNumberOf({ transaction }: Writer, donorId: number): Promise<string | null> {
  const [donor] = await readFacts(transaction, [donorId]);
  return donor === undefined ? null : firstNumberOf(donor.phones);
}

/** With another number left the call goes on with it: a new attempt, with the notes of the first already kept. */
async function leaveCallItem({ transaction }: Writer, { id }: CallItem, nextNumber: string | null): Promise<void> {
  const change =
    nextNumber === null
      ? { state: 'done' as const }
      : {
          number: nextNumber,
          started_at: null,
          notes: '',
          notes_saved_at: null,
          emotion: null,
          thumb: null,
          nps: null,
        };
  await transaction.updateTable('call_item').set(change).where('id', '=', id).execute();
}

function missingObjectionAnswer(): Refusal {
  return new Refusal('refused', {
    nl: 'Zeg eerst of je hebt gevraagd of we nog mogen bellen: ja, stopt, of niet gezegd.',
    en: 'First say whether you asked if we may call again: yes, stop, or not said.',
  });
}
