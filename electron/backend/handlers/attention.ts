/** What needs a person: shown with its reason, and ended by a decision. */
import { dissolveConflict } from '../../../db/queries/conflicts.ts';
import { changeOperation } from '../../../db/queries/operations.ts';
import { endOperation, writeAudit } from '../attention/end.ts';
import { requireWayOut } from '../attention/find.ts';
import { listItems } from '../attention/list-items.ts';
import { mendRejected } from '../attention/mend.ts';
import { settleConflictOf } from '../attention/settle.ts';
import type { Handler } from '../dispatcher.ts';

export const getOperations: Handler<'sync.operations'> = async (context) => ({
  operations: [...(await listItems(context))],
});

export const retry: Handler<'sync.retry'> = async (context, { operationId }) => {
  const { store, sync } = context;
  await store.write(async (writer) => {
    await requireWayOut(context, writer.transaction, operationId, 'retry');
    await changeOperation(writer, operationId, { state: 'waiting', nextTryAt: null });
  });
  sync.changed();
  return {};
};

export const withdraw: Handler<'sync.withdraw'> = async (context, { operationId }) => {
  await context.store.write(async (writer) => {
    const operation = await requireWayOut(context, writer.transaction, operationId, 'withdraw');
    await endOperation(context, writer, operation);
    await dissolveConflict(writer, operationId, context.now());
    await writeAudit(context, writer, 'withdraw', operationId, { donorId: operation.donorId });
  });
  return {};
};

export const settle: Handler<'sync.settle'> = async (context, decision) => {
  await settleConflictOf(context, decision);
  context.sync.changed();
  return {};
};

export const mend: Handler<'sync.mend'> = async (context, input) => {
  await mendRejected(context, input);
  context.sync.changed();
  return {};
};
