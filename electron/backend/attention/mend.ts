/** Sends a correction that the CRM refused with another value: the refused one ends, the mended one goes out. */
import type { ParsedInputOf } from '../../../contract/index.ts';
import { refuseCorrection } from '../../../domain/correction.ts';
import { withValue } from '../../../domain/settle.ts';
import type { AskContext } from '../context.ts';
import { notFound, Refusal } from '../refusal.ts';
import { endOperation, writeAudit } from './end.ts';
import { requireWayOut } from './find.ts';
import { recordSuccessor } from './successor.ts';

/** @throws Refusal `out-of-date` when it was mended or withdrawn already, `refused` for a value that cannot be right */
export async function mendRejected(
  context: AskContext,
  { operationId, correction, checkedBy }: ParsedInputOf<'sync.mend'>,
): Promise<void> {
  await context.store.write(async (writer) => {
    const operation = await requireWayOut(context, writer.transaction, operationId, 'mend');
    if (operation.body.kind !== 'correction') throw notFound();
    const before = operation.body.correction;
    const mended = withValue(before, correction);
    if (mended === null) throw notFound();
    const refusal = refuseCorrection(mended);
    if (refusal !== null) throw new Refusal('refused', refusal);
    await endOperation(context, writer, operation);
    const successorId = await recordSuccessor(context, writer, operation, {
      correction: mended,
      typed: { checkedBy },
    });
    await writeAudit(context, writer, 'mend', operationId, {
      donorId: operation.donorId,
      detail: { successorId },
      words: JSON.stringify({ before: before.value, after: mended.value }),
    });
  });
}
