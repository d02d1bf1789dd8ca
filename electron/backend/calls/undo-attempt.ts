/** Takes an outcome back: the attempt stays, visibly undone, and the donor is where she was before. */
import { noteAudit } from '../../../db/queries/audit.ts';
import { findAttempt, findOpenCallItem } from '../../../db/queries/calls.ts';
import { untieFromAttempt } from '../../../db/queries/wishes.ts';
import type { AskContext } from '../context.ts';
import { notFound, Refusal } from '../refusal.ts';
import { undoObjections, undoOperation } from './record.ts';

/** @throws Refusal `not-found`, `not-allowed` for somebody else's, `out-of-date` when it is undone already. */
export async function undoAttempt(context: AskContext, attemptId: string): Promise<void> {
  const { store, person, now } = context;
  const attempt = await findAttempt(store.reader, attemptId);
  if (attempt === null) throw notFound();
  if (attempt.person_id !== person.id && !person.roles.includes('coordinator')) {
    throw new Refusal('not-allowed', {
      nl: 'Dit gesprek is van een collega. Vraag het de coördinator.',
      en: 'This call is a colleague’s. Ask the coordinator.',
    });
  }
  if (attempt.undone_at !== null) {
    throw new Refusal('out-of-date', { nl: 'Dit is al teruggedraaid.', en: 'This was undone already.' });
  }
  const donorId = attempt.donor_id;
  const callItemId = attempt.call_item_id;
  await store.write(async (writer) => {
    const { transaction } = writer;
    await transaction.updateTable('attempt').set({ undone_at: now() }).where('id', '=', attemptId).execute();
    await transaction.updateTable('callback').set({ closed_by: null }).where('closed_by', '=', attemptId).execute();
    await undoObjections(context, writer, { donorId, callItemId }, attemptId);
    await transaction
      .updateTable('follow_up')
      .set({ closed_at: now() })
      .where('attempt_id', '=', attemptId)
      .where('kind', '=', 'task')
      .execute();
    // Questions, complaints and ideas were said all the same; they go along with the next outcome of this call.
    await transaction.updateTable('follow_up').set({ attempt_id: null }).where('attempt_id', '=', attemptId).execute();
    await untieFromAttempt(writer, attemptId);
    await undoOperation(context, writer, attemptId);
    const another = await findOpenCallItem(transaction, donorId);
    if (callItemId !== null && another === null) {
      await transaction.updateTable('call_item').set({ state: 'open' }).where('id', '=', callItemId).execute();
    }
    await noteAudit(writer, { at: now(), personId: person.id, action: 'undo', subject: attemptId, donorId });
  });
}
