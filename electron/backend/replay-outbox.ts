/**
 * Puts back what only the outbox copy still knows: after a snapshot was restored, the operations recorded since then.
 * Whether they had reached the CRM nobody can tell, so each counts as tried: the CRM is asked before it is sent again.
 */
import { correctionSchema } from '../../domain/correction.ts';
import { dayOfInstant, type Instant } from '../../domain/calendar/day.ts';
import { operationBodySchema, type MomentOperation, type OperationBody } from '../../domain/operation.ts';
import { changeOperation, findOperation, readUnfinishedForCopy, recordOperation } from '../../db/queries/operations.ts';
import { undoSentPost } from '../../db/queries/sent-post.ts';
import { readCurrentPerson } from '../../db/queries/people.ts';
import { isErased } from '../../db/erasure/tombstones.ts';
import type { CopiedOperation } from '../../db/outbox-copy.ts';
import type { Store, Writer } from '../../db/store.ts';

/** @returns how many operations were put back */
export async function replayOutbox(store: Store): Promise<number> {
  let replayed = 0;
  for (const copied of store.outboxCopy.read()) {
    if ((await findOperation(store.reader, copied.id)) !== null) continue;
    // What is said about somebody who was erased is not put back.
    if (await isErased(store.reader, copied.donor)) continue;
    await store.write((writer) => replay({ ...writer, copyOperation: () => undefined }, copied));
    replayed += 1;
  }
  return replayed;
}

/**
 * Brings the copy back in step: whoever was cut off between the commit and the copy, or whose copy was damaged, has
 * operations in the database alone.
 *
 * @returns how many the copy lacked
 */
export async function mendOutboxCopy(store: Store): Promise<number> {
  const copied = new Set(store.outboxCopy.read().map(({ id }) => id));
  const missing = (await readUnfinishedForCopy(store.reader)).filter(({ id }) => !copied.has(id));
  store.outboxCopy.append(missing);
  return missing.length;
}

async function replay(writer: Writer, copied: CopiedOperation): Promise<void> {
  const { id, recordedAt } = copied;
  const body = operationBodySchema.parse(JSON.parse(copied.body));
  const personId = (await readCurrentPerson(writer.transaction))?.id ?? (await addUnknownPerson(writer));
  const donorId = await findOrAddDonor(writer, copied.donor);
  await recordOperation(writer, { id, donorId, personId, body, recordedAt });
  await changeOperation(writer, id, { state: 'waiting', tries: 1 });
  await replayFacts(writer, { id, donorId, personId, recordedAt }, body);
}

interface Replayed {
  readonly id: string;
  readonly donorId: number;
  readonly personId: number;
  readonly recordedAt: Instant;
}

/** What the operation meant for the list here. */
async function replayFacts({ transaction }: Writer, replayed: Replayed, body: OperationBody): Promise<void> {
  const own = { id: replayed.id, donor_id: replayed.donorId, call_item_id: null, person_id: replayed.personId };
  switch (body.kind) {
    case 'call':
      await transaction
        .insertInto('attempt')
        .values({
          ...own,
          lane: body.programme === 'major-call' ? 'director' : 'caller',
          programme: body.programme,
          promised_in: body.promisedIn,
          outcome: body.outcome,
          day: dayOfInstant(body.at),
          at: body.at,
          duration_seconds: body.durationSeconds,
          number: body.number,
          notes: body.notes,
          objection_answer: body.objectionAnswer,
          emotion: body.emotion,
          thumb: body.thumb ?? null,
          nps: body.nps ?? null,
          callback_id: null,
          undone_at: null,
        })
        .execute();
      return;
    case 'objection':
      await transaction
        .insertInto('objection')
        .values({ ...own, attempt_id: null, at: body.at, undone_at: null })
        .execute();
      return;
    case 'correction':
      await transaction
        .insertInto('correction')
        .values({
          ...own,
          detail: body.correction.field,
          field: body.correction.field,
          body: JSON.stringify(correctionSchema.parse(body.correction)),
          checked_by: body.checkedBy,
          at: body.at,
          undone_at: null,
        })
        .execute();
      return;
    case 'moment':
      return replayMoment({ transaction }, replayed, body);
    case 'flag':
      if (body.flag !== 'is_deceased' || !body.value) return;
      await transaction
        .insertInto('proposal')
        .values({
          donor_id: replayed.donorId,
          person_id: replayed.personId,
          kind: 'deceased',
          value: '',
          reason: '',
          at: body.at,
          decision: 'yes',
          decided_at: body.at,
          decided_by: replayed.personId,
          operation_id: replayed.id,
        })
        .execute();
      return;
    case 'undo':
      for (const table of ['attempt', 'objection', 'correction'] as const) {
        await transaction.updateTable(table).set({ undone_at: body.at }).where('id', '=', body.operationId).execute();
      }
      await undoSentPost({ transaction }, [body.operationId], body.at);
  }
}

const STEP_OF = { 'thanks-email': 'missing-thanks', card: 'post', letter: 'post' } as const;

/** What was answered is not asked again, and what was sent is not sent again. */
async function replayMoment(
  { transaction }: Pick<Writer, 'transaction'>,
  { id, donorId, personId }: Replayed,
  { what, at, answers }: MomentOperation,
): Promise<void> {
  if (answers !== undefined) {
    await transaction
      .updateTable('follow_up')
      .set({ closed_at: at })
      .where('donor_id', '=', donorId)
      .where('kind', '=', answers.kind)
      .where('text', '=', answers.text)
      .where('closed_at', 'is', null)
      .execute();
  }
  if (what === 'answer' || what === 'note') return;
  await transaction
    .insertInto('journey_step')
    .values({
      donor_id: donorId,
      programme: STEP_OF[what],
      what,
      day: dayOfInstant(at),
      at,
      person_id: personId,
      undone_at: null,
      operation_id: id,
    })
    .execute();
}

/** The next sync fills in who she is. */
async function findOrAddDonor(
  { transaction }: Writer,
  { crmId, externalId }: CopiedOperation['donor'],
): Promise<number> {
  const known = await transaction
    .selectFrom('donor')
    .select('id')
    .where((where) => (crmId === null ? where('external_id', '=', externalId ?? '') : where('crm_id', '=', crmId)))
    .executeTakeFirst();
  if (known !== undefined) return known.id;
  const { id } = await transaction
    .insertInto('donor')
    .values({
      crm_id: crmId,
      external_id: externalId,
      kind: 'individual',
      first_name: '',
      prefix: '',
      surname: '',
      display_name: '',
      gender: null,
      language: 'nl',
      does_not_want_calls: 0,
      does_not_want_email: 0,
      does_not_want_post: 0,
      is_deceased: 0,
      is_removed: 0,
      fingerprint: null,
      slice: 'refetch',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function addUnknownPerson({ transaction }: Writer): Promise<number> {
  const { id } = await transaction
    .insertInto('person')
    .values({ crm_id: null, name: '', roles: '[]', is_active: 0 })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
