/**
 * An objection in a file of a place is one: it holds from the moment at which she is recognised, and goes to the CRM before
 * anything else (rules-nl.md L7). That she wants no e-mail, or died, a coordinator looks at first, as for a verifier. When
 * the row goes, or is about somebody else, what was not sent is taken back; what the CRM has stays.
 */
import { findOperation } from '../../../db/queries/operations.ts';
import { readNotTold, readUnfounded, type RefusedInFile, type Told } from '../../../db/sources/refused-in-files.ts';
import type { Writer } from '../../../db/store.ts';
import type { Instant } from '../../../domain/calendar/day.ts';
import { recordObjection, undoOperation } from '../calls/record.ts';

export interface TellContext {
  readonly now: () => Instant;
  readonly newId: () => string;
}

/**
 * Doing it again changes nothing.
 *
 * @param of people of places who were just recognised; null for all, also those who are gone
 * @returns whether there is something to send
 */
export async function tellCrm(context: TellContext, writer: Writer, of: readonly number[] | null): Promise<boolean> {
  if (of === null) {
    for (const told of await readUnfounded(writer.transaction)) await takeBack(context, writer, told);
  }
  let isToSend = false;
  const done = new Set<string>();
  for (const refused of await readNotTold(writer.transaction, of)) {
    const what = `${refused.kind} ${refused.donorId}`;
    if (done.has(what)) continue;
    done.add(what);
    isToSend ||= refused.kind === 'contact_phone';
    await tell(context, writer, refused);
  }
  return isToSend;
}

async function tell(context: TellContext, writer: Writer, refused: RefusedInFile): Promise<void> {
  const { donorId, sourceDonorId, personId, siteName, kind } = refused;
  const id =
    kind === 'contact_phone'
      ? await recordObjection({ ...context, person: { id: personId } }, writer, { donorId, callItemId: null }, null)
      : await propose(context, writer, { donorId, personId, siteName, kind });
  await writer.transaction
    .insertInto('source_objection')
    .values({ id, source_donor_id: sourceDonorId, donor_id: donorId })
    .execute();
}

type Proposed = Pick<RefusedInFile, 'donorId' | 'personId' | 'siteName' | 'kind'>;

async function propose(
  { now }: TellContext,
  { transaction }: Writer,
  { donorId, personId, siteName, kind }: Proposed,
): Promise<string> {
  const { id } = await transaction
    .insertInto('proposal')
    .values({
      donor_id: donorId,
      person_id: personId,
      kind: kind === 'deceased' ? 'deceased' : 'no-email',
      value: '',
      reason: siteName,
      at: now(),
      decision: null,
      decided_at: null,
      decided_by: null,
      operation_id: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return `${PROPOSAL}${id}`;
}

/** Before the number of a proposal, which is no operation. */
const PROPOSAL = 'proposal ';

async function takeBack(context: TellContext, writer: Writer, { id, donorId }: Told): Promise<void> {
  const { transaction } = writer;
  if (id.startsWith(PROPOSAL)) {
    await transaction
      .deleteFrom('proposal')
      .where('id', '=', Number(id.slice(PROPOSAL.length)))
      .where('decision', 'is', null)
      .execute();
  } else {
    const operation = await findOperation(transaction, id);
    // What was sent, or may have been, is the CRM's: only consent takes it away there (L8).
    if (operation?.state !== 'waiting' || operation.tries > 0) return;
    await undoOperation({ ...context, person: { id: operation.personId } }, writer, id);
    await transaction.updateTable('objection').set({ undone_at: context.now() }).where('id', '=', id).execute();
  }
  await transaction.deleteFrom('source_objection').where('id', '=', id).where('donor_id', '=', donorId).execute();
}
