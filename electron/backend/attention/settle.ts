/** Decides a conflict: the decision, the end of what was in conflict and what goes out instead are one transaction. */
import type { ParsedInputOf } from '../../../contract/index.ts';
import { refuseCorrection, type Correction } from '../../../domain/correction.ts';
import { detailOf } from '../../../domain/rebase.ts';
import { settle, type Settlement } from '../../../domain/settle.ts';
import { carriedCorrection } from '../../../db/queries/carried-correction.ts';
import { dissolveConflict, findOpenConflict, settleConflict } from '../../../db/queries/conflicts.ts';
import { readOperations, type Operation } from '../../../db/queries/operations.ts';
import type { Writer } from '../../../db/store.ts';
import type { AskContext } from '../context.ts';
import { notFound, Refusal } from '../refusal.ts';
import { endOperation, writeAudit } from './end.ts';
import { requireWayOut, settledAlready } from './find.ts';
import { recordSuccessor } from './successor.ts';

type Decision = ParsedInputOf<'sync.settle'>;

/** @throws Refusal `out-of-date` when it was decided already or the CRM moved on, `refused` for a value that cannot be right */
export async function settleConflictOf(context: AskContext, decision: Decision): Promise<void> {
  const { operationId, conflictId, settlement } = decision;
  await context.store.write(async (writer) => {
    const operation = await requireWayOut(context, writer.transaction, operationId, 'settle');
    const correction = await carriedCorrection(writer.transaction, operation);
    const conflict = await findOpenConflict(writer.transaction, operationId);
    if (correction === null || conflict === null || conflict.id !== conflictId) throw settledAlready();
    const next = settle(correction, conflict.theirs, toSettlement(settlement));
    if (next === null && settlement.keep !== 'theirs') throw notFound();
    const refusal = next === null ? null : refuseCorrection(next);
    if (settlement.keep === 'other' && refusal !== null) throw new Refusal('refused', refusal);
    for (const older of await readOlderConflicts(writer, operation, correction)) {
      await endOperation(context, writer, older);
      await dissolveConflict(writer, older.id, context.now());
    }
    await endOperation(context, writer, operation);
    const successorId =
      next === null
        ? null
        : await recordSuccessor(context, writer, operation, {
            correction: next,
            typed: settlement.keep === 'other' ? { checkedBy: settlement.checkedBy } : null,
          });
    const chosen = next === null ? conflict.theirs : next.value;
    await settleConflict(writer, conflict.id, {
      choice: settlement.keep,
      chosen,
      personId: context.person.id,
      at: context.now(),
      successorId,
    });
    const { base, value: mine } = correction;
    await writeAudit(context, writer, 'settle', operationId, {
      donorId: operation.donorId,
      detail: { choice: settlement.keep, successorId },
      words: JSON.stringify({ base, mine, theirs: conflict.theirs, chosen }),
    });
  });
}

function toSettlement(settlement: Decision['settlement']): Settlement {
  return settlement.keep === 'other' ? { keep: 'other', typed: settlement.correction } : settlement;
}

/** Conflicts about the same detail that this one came after: whoever decides about the newest decides about all. */
async function readOlderConflicts(
  { transaction }: Writer,
  newest: Operation,
  correction: Correction,
): Promise<readonly Operation[]> {
  const conflicts = await readOperations(transaction, ['conflict']);
  const older: Operation[] = [];
  for (const operation of conflicts) {
    if (operation.donorId !== newest.donorId || operation.sequence >= newest.sequence) continue;
    const other = await carriedCorrection(transaction, operation);
    if (other !== null && detailOf(other) === detailOf(correction)) older.push(operation);
  }
  return older;
}
