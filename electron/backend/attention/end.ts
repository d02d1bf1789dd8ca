/** Ends operations without sending them: they stay in the history, and the log says who did it. */
import type { AuditAction } from '../../../domain/audit/actions.ts';
import { noteAudit, type AuditEntry } from '../../../db/queries/audit.ts';
import { changeOperation, type Operation } from '../../../db/queries/operations.ts';
import type { Writer } from '../../../db/store.ts';
import type { AskContext } from '../context.ts';

/** A correction that ends steps back: the screens show what the CRM has. */
export async function endOperation({ now }: AskContext, writer: Writer, { id }: Operation): Promise<void> {
  await changeOperation(writer, id, { state: 'withdrawn', answeredAt: now(), nextTryAt: null });
  await writer.transaction
    .updateTable('correction')
    .set({ undone_at: now() })
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .execute();
}

export async function writeAudit(
  { now, person }: AskContext,
  writer: Writer,
  action: AuditAction,
  subject: string,
  more: Pick<AuditEntry, 'detail' | 'donorId' | 'words'> = {},
): Promise<void> {
  await noteAudit(writer, { at: now(), personId: person.id, action, subject, ...more });
}
