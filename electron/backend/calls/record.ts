/** Records what must reach the CRM, and takes it back: always rows and one operation in one transaction. */
import type { CheckMethod, Correction } from '../../../domain/correction.ts';
import { dissolveConflict } from '../../../db/queries/conflicts.ts';
import { changeOperation, findOperation, recordOperation } from '../../../db/queries/operations.ts';
import type { Writer } from '../../../db/store.ts';
import type { AskContext } from '../context.ts';

/** What recording needs of a context: the person who is behind it, the time, and an id. */
type RecordContext = Pick<AskContext, 'now' | 'newId'> & { readonly person: Pick<AskContext['person'], 'id'> };

export interface RecordFor {
  readonly donorId: number;
  readonly callItemId: number | null;
}

/** An objection takes effect at once: the list leaves the donor out from this transaction on (rules-nl.md L7). @returns its id */
export async function recordObjection(
  context: RecordContext,
  writer: Writer,
  { donorId, callItemId }: RecordFor,
  attemptId: string | null,
): Promise<string> {
  const id = context.newId();
  const at = context.now();
  const { does_not_want_calls: before } = await writer.transaction
    .selectFrom('donor')
    .select('does_not_want_calls')
    .where('id', '=', donorId)
    .executeTakeFirstOrThrow();
  const body = { kind: 'objection', at, wasSetBefore: before === 1 } as const;
  await recordOperation(writer, { id, donorId, personId: context.person.id, body, recordedAt: at });
  await writer.transaction
    .insertInto('objection')
    .values({
      id,
      donor_id: donorId,
      call_item_id: callItemId,
      attempt_id: attemptId,
      person_id: context.person.id,
      at,
      undone_at: null,
    })
    .execute();
  return id;
}

/** Takes back the objections of a call that still stand. @param attemptId only those that were the outcome of this attempt */
export async function undoObjections(
  context: AskContext,
  writer: Writer,
  { donorId, callItemId }: RecordFor,
  attemptId: string | null,
): Promise<void> {
  const standing = await writer.transaction
    .selectFrom('objection')
    .select('id')
    .where('donor_id', '=', donorId)
    .where('call_item_id', 'is', callItemId)
    .where('undone_at', 'is', null)
    .$if(attemptId !== null, (query) => query.where('attempt_id', '=', attemptId))
    .execute();
  for (const { id } of standing) {
    await writer.transaction.updateTable('objection').set({ undone_at: context.now() }).where('id', '=', id).execute();
    await undoOperation(context, writer, id);
  }
}

export async function recordCorrection(
  context: AskContext,
  writer: Writer,
  { donorId, callItemId }: RecordFor,
  detail: { readonly key: string; readonly correction: Correction; readonly checkedBy: CheckMethod },
): Promise<void> {
  const id = context.newId();
  const at = context.now();
  const { correction, checkedBy, key } = detail;
  const body = { kind: 'correction', at, correction, checkedBy } as const;
  await recordOperation(writer, { id, donorId, personId: context.person.id, body, recordedAt: at });
  await writer.transaction
    .insertInto('correction')
    .values({
      id,
      donor_id: donorId,
      call_item_id: callItemId,
      person_id: context.person.id,
      detail: key,
      field: correction.field,
      body: JSON.stringify(correction),
      checked_by: checkedBy,
      at,
      undone_at: null,
    })
    .execute();
}

/**
 * Takes an operation back. One that was never sent is simply not sent; for one that may have arrived, an operation
 * that undoes it follows. One that was refused may have arrived too: the CRM can write and then say that it failed
 * (civicrm-api4.md §7). Both stay in the outbox's history.
 */
export async function undoOperation(
  context: RecordContext,
  writer: Writer,
  operationId: string,
  why: { readonly byConsent?: true } = {},
): Promise<void> {
  const operation = await findOperation(writer.transaction, operationId);
  if (operation === null || operation.state === 'withdrawn') return;
  const at = context.now();
  const { state, tries } = operation;
  // A correction is read before it is written, so that a refused one is known not to be there.
  const neverArrived =
    state === 'conflict' ||
    (state !== 'applied' && tries === 0) ||
    (state === 'rejected' && operation.kind === 'correction');
  if (neverArrived || state === 'rejected') {
    await changeOperation(writer, operationId, { state: 'withdrawn', answeredAt: at, nextTryAt: null });
    await dissolveConflict(writer, operationId, at);
  }
  if (neverArrived) return;
  const body = { kind: 'undo', at, operationId, ...why } as const;
  const { donorId } = operation;
  await recordOperation(writer, { id: context.newId(), donorId, personId: context.person.id, body, recordedAt: at });
}
