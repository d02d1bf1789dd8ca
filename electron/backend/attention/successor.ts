/** Records the correction that goes out instead of one that ended: a new operation, with its row, in one transaction. */
import type { CheckMethod, Correction } from '../../../domain/correction.ts';
import { recordOperation, type Operation } from '../../../db/queries/operations.ts';
import type { Writer } from '../../../db/store.ts';
import type { AskContext } from '../context.ts';

interface Successor {
  readonly correction: Correction;
  /** How a value that was typed now was checked; null for the value that was recorded before: it keeps who heard it, when and how. */
  readonly typed: { readonly checkedBy: CheckMethod } | null;
}

/** @returns the id of the new operation */
export async function recordSuccessor(
  context: AskContext,
  writer: Writer,
  ended: Operation,
  { correction, typed }: Successor,
): Promise<string> {
  const { now, person, newId } = context;
  const id = newId();
  const { donorId } = ended;
  const before = await writer.transaction
    .selectFrom('correction')
    .selectAll()
    .where('id', '=', correctionIdOf(ended))
    .executeTakeFirst();
  const heard = typed === null ? before : undefined;
  const at = heard?.at ?? now();
  const checkedBy = typed?.checkedBy ?? before?.checked_by ?? 'heard';
  const personId = heard?.person_id ?? person.id;
  const body = { kind: 'correction', at, correction, checkedBy } as const;
  await recordOperation(writer, { id, donorId, personId, body, recordedAt: now() });
  await writer.transaction
    .insertInto('correction')
    .values({
      id,
      donor_id: donorId,
      call_item_id: before?.call_item_id ?? null,
      person_id: personId,
      detail: before?.detail ?? correction.field,
      field: correction.field,
      body: JSON.stringify(correction),
      checked_by: checkedBy,
      at,
      undone_at: null,
    })
    .execute();
  return id;
}

function correctionIdOf({ id, body }: Operation): string {
  return body.kind === 'undo' ? body.operationId : id;
}
