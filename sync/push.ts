/** Brings what was recorded here to the CRM: one operation at a time, each answer kept before the next is sent. */
import type { Instant } from '../domain/calendar/day.ts';
import type { CrashHook } from '../db/crash-point.ts';
import { applyToMirror } from '../db/mirror/apply-operation.ts';
import { carriedCorrection } from '../db/queries/carried-correction.ts';
import { dissolveConflict, noteConflict } from '../db/queries/conflicts.ts';
import { readDonors } from '../db/queries/donor-details.ts';
import {
  changeOperation,
  findFinished,
  findOperation,
  isAnyWaiting,
  newestSequence,
  readOperations,
  type Operation,
} from '../db/queries/operations.ts';
import type { Reader, Store, Writer } from '../db/store.ts';
import type { Connector, OperationAnswer, OutgoingOperation, UndoneOperation } from './connector.ts';
import { CrmFailure } from './crm-failure.ts';
import { beginSending, endSending } from './push-under-way.ts';
import { backOffSeconds, nextToSend, type WaitingOperation } from './push-order.ts';

export interface PushContext {
  readonly store: Store;
  readonly connector: Connector;
  readonly now: () => Instant;
  readonly random: () => number;
  readonly shouldStop: () => boolean;
  /** A person asked: operations that wait for their next try are tried now. */
  readonly isUrgent: boolean;
  readonly at?: CrashHook | undefined;
  /** For the proof only, which breaks its rules one at a time. */
  readonly planner?: typeof nextToSend | undefined;
}

export interface PushCounts {
  readonly pushed: number;
  readonly conflicts: number;
  readonly rejected: number;
}

/** An operation that the CRM answers with an error of its own so often is shown to a person instead of tried for ever. */
const MOST_TRIES_OF_AN_ERROR = 8;

/** @throws CrmFailure `unreachable` or `refused`: the rest waits. What was answered before is kept. */
export async function pushAll(context: PushContext): Promise<PushCounts> {
  const { planner = nextToSend } = context;
  const counts = { pushed: 0, conflicts: 0, rejected: 0 };
  if (await isAnyWaiting(context.store.reader)) {
    await beginSending(context.store, context.now());
    context.at?.('sending-begun');
    try {
      await sendAll(context, planner, counts);
    } finally {
      await endSending(context.store);
    }
  }
  context.at?.('push-finished');
  if (await forgetFinished(context.store)) context.at?.('copy-shortened');
  return counts;
}

async function sendAll(
  context: PushContext,
  planner: typeof nextToSend,
  counts: { -readonly [Key in keyof PushCounts]: PushCounts[Key] },
): Promise<void> {
  const triedInVain = new Set<string>();
  let outbox = await readOutbox(context.store);
  while (!context.shouldStop()) {
    // An objection that was recorded a moment ago overtakes everything that is still to go.
    if ((await newestSequence(context.store.reader)) > outbox.newest) outbox = await readOutbox(context.store);
    const next = planner(outbox.waiting, context.isUrgent ? null : context.now(), triedInVain);
    if (next === null) break;
    const answer = await sendOne(context, next.operation);
    if (answer === null) triedInVain.add(next.id);
    else outbox = { ...outbox, waiting: outbox.waiting.filter(({ id }) => id !== next.id) };
    if (answer === 'ended') continue;
    if (answer?.kind === 'applied') counts.pushed += 1;
    if (answer?.kind === 'conflict') counts.conflicts += 1;
    if (answer?.kind === 'rejected') counts.rejected += 1;
  }
}

interface Outbox {
  readonly waiting: readonly (WaitingOperation & { readonly operation: Operation })[];
  /** The newest operation that was known when this was read. */
  readonly newest: number;
}

async function readOutbox({ reader }: Store): Promise<Outbox> {
  const newest = await newestSequence(reader);
  const operations = await readOperations(reader, ['waiting']);
  const waiting = operations.map(async (operation) => {
    const { body } = operation;
    const undone = body.kind === 'undo' ? await findOperation(reader, body.operationId) : null;
    return { ...operation, undoneKind: undone?.kind ?? null, operation };
  });
  return { newest, waiting: await Promise.all(waiting) };
}

/** @returns null when it waits for another try; `ended` when a person ended it since the outbox was read */
async function sendOne(context: PushContext, operation: Operation): Promise<OperationAnswer | 'ended' | null> {
  const { store, connector, now, random } = context;
  if (!(await markAsTried(store, operation))) return 'ended';
  context.at?.('marked-as-tried');
  try {
    const outgoing = await prepare(store, operation);
    const answer = 'kind' in outgoing ? outgoing : await connector.send(outgoing);
    context.at?.('answer-received');
    await keepAnswer(context, operation, answer);
    context.at?.('answer-kept');
    return answer;
  } catch (error) {
    if (!(error instanceof CrmFailure)) throw error;
    const tries = operation.tries + 1;
    const isFinal = error.kind === 'forbidden' || (error.kind === 'busy' && tries >= MOST_TRIES_OF_AN_ERROR);
    if (isFinal) {
      const answer: OperationAnswer = { kind: 'rejected', why: error.sentence, crmWords: error.crmWords };
      await keepAnswer(context, operation, answer);
      return answer;
    }
    const nextTryAt = new Date(Date.parse(now()) + backOffSeconds(tries, random) * 1_000).toISOString();
    const waiting = { state: 'waiting', nextTryAt, why: error.sentence, crmWords: error.crmWords } as const;
    await store.writeSoon(async (writer) => {
      if (await isWaiting(writer, operation.id)) await changeOperation(writer, operation.id, waiting);
    });
    if (error.kind !== 'busy') throw error;
    return null;
  }
}

/** Noted before it is sent: after a crash in between nobody can know whether it arrived. A power cut: push-under-way.ts. */
async function markAsTried(store: Store, { id, tries }: Operation): Promise<boolean> {
  return store.writeSoon(async (writer) => {
    if (!(await isWaiting(writer, id))) return false;
    await changeOperation(writer, id, { state: 'waiting', tries: tries + 1 });
    return true;
  });
}

/** What a person ended while it was on its way stays ended, unless the CRM turns out to have it. */
async function isWaiting({ transaction }: Writer, id: string): Promise<boolean> {
  return (await findOperation(transaction, id))?.state === 'waiting';
}

/** What the connector needs; an answer at once where nothing need be sent. */
async function prepare(store: Store, operation: Operation): Promise<OutgoingOperation | OperationAnswer> {
  const donor = (await readDonors(store.reader, [operation.donorId])).get(operation.donorId);
  if (donor?.crmId === undefined || donor.crmId === null) {
    return {
      kind: 'rejected',
      why: { nl: 'Deze donateur staat niet in het CRM.', en: 'This donor is not in the CRM.' },
      crmWords: null,
    };
  }
  const { body } = operation;
  const undone = body.kind === 'undo' ? await findUndone(store.reader, body.operationId) : null;
  // What was never sent, and a correction that was not taken, is not in the CRM: there is nothing to take back.
  if (body.kind === 'undo' && undone === null) return { kind: 'applied', reference: null };
  return {
    id: operation.id,
    body,
    recordedAt: operation.recordedAt,
    donorCrmId: donor.crmId,
    wasTried: operation.tries > 0,
    undone,
  };
}

/** Null for what cannot have arrived. */
async function findUndone(reader: Reader, id: string): Promise<UndoneOperation | null> {
  const operation = await findOperation(reader, id);
  if (operation === null) return null;
  const mayHaveArrived = operation.state === 'applied' || (operation.kind !== 'correction' && operation.tries > 0);
  if (!mayHaveArrived) return null;
  const { body, reference, state } = operation;
  return { id, body, reference, wasApplied: state === 'applied' };
}

async function keepAnswer({ store, now }: PushContext, operation: Operation, answer: OperationAnswer): Promise<void> {
  await store.writeSoon(async (writer) => {
    const known = await findOperation(writer.transaction, operation.id);
    // Erased while it was on its way: nothing here is to show it.
    if (known === null || (answer.kind !== 'applied' && known.state !== 'waiting')) return;
    const answered = { state: answer.kind, answeredAt: now(), nextTryAt: null };
    switch (answer.kind) {
      case 'applied':
        await changeOperation(writer, operation.id, {
          ...answered,
          why: null,
          crmWords: null,
          reference: answer.reference,
        });
        await applyToMirror(writer, operation, answer.reference);
        await dissolveConflict(writer, operation.id, now());
        await endWhatWasTakenBack(writer, operation, now());
        break;
      case 'conflict': {
        await changeOperation(writer, operation.id, { ...answered, why: answer.why, crmWords: null });
        const { theirs, theirsAt } = answer;
        const correction = await carriedCorrection(writer.transaction, operation);
        if (correction === null) throw new Error('a conflict about an operation that changes no field');
        await noteConflict(writer, { operationId: operation.id, correction, theirs, theirsAt, at: now() });
        break;
      }
      case 'rejected':
        await dissolveConflict(writer, operation.id, now());
        await changeOperation(writer, operation.id, { ...answered, why: answer.why, crmWords: answer.crmWords });
        break;
    }
  });
}

/** What was refused or came into conflict while its undo was on the way needs nobody any more. */
async function endWhatWasTakenBack(writer: Writer, { body }: Operation, at: Instant): Promise<void> {
  if (body.kind !== 'undo') return;
  const undone = await findOperation(writer.transaction, body.operationId);
  if (undone?.state !== 'conflict' && undone?.state !== 'rejected') return;
  await changeOperation(writer, undone.id, { state: 'withdrawn', answeredAt: at });
  await dissolveConflict(writer, undone.id, at);
}

/**
 * The outbox copy need not hold what has arrived. What is written while the database is asked stays: the copy is read
 * again, and rewritten in the same breath.
 *
 * @returns whether it was written anew
 */
async function forgetFinished(store: Store): Promise<boolean> {
  const ids = store.outboxCopy.read().map(({ id }) => id);
  if (ids.length === 0) return false;
  const finished = new Set(await findFinished(store.reader, ids));
  if (finished.size === 0) return false;
  store.outboxCopy.keepOnly(store.outboxCopy.read().filter(({ id }) => !finished.has(id)));
  return true;
}
