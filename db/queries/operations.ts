/** The outbox: operations that wait, and what became of them. */
import { sql, type Selectable } from 'kysely';
import type { Instant } from '../../domain/calendar/day.ts';
import type { Sentence } from '../../domain/language.ts';
import {
  operationBodySchema,
  type OperationBody,
  type OperationKind,
  type OperationState,
} from '../../domain/operation.ts';
import type { CopiedOperation } from '../outbox-copy.ts';
import type { OperationTable } from '../schema.ts';
import type { Reader, Writer } from '../store.ts';
import { inList, inTexts } from './many.ts';

export interface Operation {
  readonly id: string;
  readonly sequence: number;
  readonly donorId: number;
  readonly personId: number;
  readonly kind: OperationKind;
  readonly body: OperationBody;
  readonly recordedAt: Instant;
  readonly state: OperationState;
  readonly tries: number;
  readonly nextTryAt: Instant | null;
  readonly answeredAt: Instant | null;
  readonly why: Sentence | null;
  readonly crmWords: string | null;
  readonly reference: string | null;
}

export interface NewOperation {
  readonly id: string;
  readonly donorId: number;
  readonly personId: number;
  readonly body: OperationBody;
  readonly recordedAt: Instant;
}

/** Adds an operation to the outbox, in the transaction of the command that it carries. */
export async function recordOperation(writer: Writer, operation: NewOperation): Promise<void> {
  const { id, donorId, personId, body, recordedAt } = operation;
  const text = JSON.stringify(operationBodySchema.parse(body));
  await writer.transaction
    .insertInto('operation')
    .values({
      id,
      donor_id: donorId,
      person_id: personId,
      kind: body.kind,
      body: text,
      recorded_at: recordedAt,
      state: 'waiting',
      tries: 0,
      next_try_at: null,
      answered_at: null,
      why: null,
      crm_words: null,
      reference: null,
    })
    .execute();
  const donor = await writer.transaction
    .selectFrom('donor')
    .select(['crm_id', 'external_id'])
    .where('id', '=', donorId)
    .executeTakeFirstOrThrow();
  writer.copyOperation({
    id,
    donor: { crmId: donor.crm_id, externalId: donor.external_id },
    kind: body.kind,
    body: text,
    recordedAt,
  });
}

/** Operations in these states, oldest first. */
export async function readOperations(reader: Reader, states: readonly OperationState[]): Promise<readonly Operation[]> {
  const rows = await reader
    .selectFrom('operation')
    .selectAll()
    .where('state', 'in', states)
    .orderBy('sequence')
    .execute();
  return rows.map(toOperation);
}

/** What the outbox copy must hold: everything that is not finished, oldest first. */
export async function readUnfinishedForCopy(reader: Reader): Promise<readonly CopiedOperation[]> {
  const rows = await reader
    .selectFrom('operation')
    .innerJoin('donor', 'donor.id', 'operation.donor_id')
    .select(['operation.id', 'operation.kind', 'body', 'recorded_at', 'crm_id', 'external_id'])
    // As the partial index has it, word for word.
    .where(sql<boolean>`operation.state IN ('waiting', 'conflict', 'rejected')`)
    .orderBy('operation.sequence')
    .execute();
  return rows.map(({ id, kind, body, recorded_at: recordedAt, crm_id: crmId, external_id: externalId }) => {
    return { id, kind, body, recordedAt, donor: { crmId, externalId } };
  });
}

/** Which of these need nothing more: the CRM has them, or a person ended them. */
export async function findFinished(reader: Reader, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('operation')
    .select('id')
    .where('id', 'in', inTexts(ids))
    .where('state', 'in', ['applied', 'withdrawn'])
    .execute();
  return rows.map(({ id }) => id);
}

/** Corrections of these donors of the CRM that are not in it yet and were not taken back, oldest first. */
export async function readOpenCorrectionsOf(
  reader: Reader,
  donorCrmIds: readonly number[],
): Promise<readonly Operation[]> {
  const rows = await reader
    .selectFrom('operation')
    .innerJoin('correction', 'correction.id', 'operation.id')
    .innerJoin('donor', 'donor.id', 'operation.donor_id')
    .selectAll('operation')
    .where('operation.state', 'in', ['waiting', 'conflict', 'rejected'])
    .where('correction.undone_at', 'is', null)
    .where('donor.crm_id', 'in', inList(donorCrmIds))
    .orderBy('operation.sequence')
    .execute();
  return rows.map(toOperation);
}

export async function findOperation(reader: Reader, id: string): Promise<Operation | null> {
  const row = await reader.selectFrom('operation').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toOperation(row);
}

/** The sequence of the operation that was recorded last; 0 when there is none. */
export async function newestSequence(reader: Reader): Promise<number> {
  const row = await reader
    .selectFrom('operation')
    .select((select) => select.fn.max('sequence').as('newest'))
    .executeTakeFirst();
  return row?.newest ?? 0;
}

export interface OperationChange {
  readonly state: OperationState;
  readonly nextTryAt?: Instant | null;
  readonly answeredAt?: Instant | null;
  readonly why?: Sentence | null;
  readonly crmWords?: string | null;
  readonly reference?: string | null;
  readonly tries?: number;
}

/** Notes what became of an operation. What is not named stays as it was. */
export async function changeOperation({ transaction }: Writer, id: string, change: OperationChange): Promise<void> {
  const { state, nextTryAt, answeredAt, why, crmWords, reference, tries } = change;
  await transaction
    .updateTable('operation')
    .set({
      state,
      ...(nextTryAt === undefined ? {} : { next_try_at: nextTryAt }),
      ...(answeredAt === undefined ? {} : { answered_at: answeredAt }),
      ...(why === undefined ? {} : { why: why === null ? null : JSON.stringify(why) }),
      ...(crmWords === undefined ? {} : { crm_words: crmWords }),
      ...(reference === undefined ? {} : { reference }),
      ...(tries === undefined ? {} : { tries }),
    })
    .where('id', '=', id)
    .execute();
}

/** Of none of what waits is it known any more whether it was sent: the CRM is asked before it is sent again. */
export async function markAllAsTried({ transaction }: Writer): Promise<void> {
  await transaction
    .updateTable('operation')
    .set({ tries: 1 })
    .where('state', '=', 'waiting')
    .where('tries', '=', 0)
    .execute();
}

/** Asked at every round of the sync, so it looks at one entry of the index of unfinished operations. */
export async function isAnyWaiting(reader: Reader): Promise<boolean> {
  const row = await reader
    .selectFrom('operation')
    .select('sequence')
    .where('state', '=', sql.lit('waiting'))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function countOperations(reader: Reader): Promise<Readonly<Record<OperationState, number>>> {
  const rows = await reader
    .selectFrom('operation')
    .select((select) => ['state', select.fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute();
  const counts = { waiting: 0, applied: 0, conflict: 0, rejected: 0, withdrawn: 0 };
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}

function toOperation(row: Selectable<OperationTable>): Operation {
  return {
    id: row.id,
    sequence: row.sequence,
    donorId: row.donor_id,
    personId: row.person_id,
    kind: row.kind,
    body: operationBodySchema.parse(JSON.parse(row.body)),
    recordedAt: row.recorded_at,
    state: row.state,
    tries: row.tries,
    nextTryAt: row.next_try_at,
    answeredAt: row.answered_at,
    why: row.why === null ? null : (JSON.parse(row.why) as Sentence),
    crmWords: row.crm_words,
    reference: row.reference,
  };
}
