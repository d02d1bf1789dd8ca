/** Conflicts: fields that changed here and in the CRM, open until a person decides, and kept for good afterwards. */
import type { Selectable } from 'kysely';
import type { Instant } from '../../domain/calendar/day.ts';
import { isSameValue, type CorrectedValue } from '../../domain/corrected-value.ts';
import { correctionSchema, type Correction, type DetailField } from '../../domain/correction.ts';
import type { ConflictChoice } from '../../domain/settle.ts';
import type { ConflictTable } from '../schema.ts';
import type { Reader, Writer } from '../store.ts';

export interface Conflict {
  readonly id: number;
  readonly operationId: string;
  readonly field: DetailField;
  readonly theirs: CorrectedValue | null;
  readonly theirsAt: Instant | null;
  readonly foundAt: Instant;
}

export interface FoundConflict {
  readonly operationId: string;
  readonly correction: Correction;
  /** Null: the row was removed in the CRM. */
  readonly theirs: CorrectedValue | null;
  readonly theirsAt: Instant | null;
  readonly at: Instant;
}

/**
 * Notes a conflict. One that is open already stays the same as long as the CRM's value does; when that moved on, the
 * open one is closed and another begins, so that nobody decides about a value that they did not see.
 */
export async function noteConflict(writer: Writer, found: FoundConflict): Promise<void> {
  const { operationId, correction, theirs, theirsAt, at } = found;
  const { field } = correction;
  const open = await findOpenConflict(writer.transaction, operationId);
  if (open !== null && isSame(open.theirs, theirs, field)) return;
  await dissolveConflict(writer, operationId, at);
  await writer.transaction
    .insertInto('conflict')
    .values({
      operation_id: operationId,
      field,
      base: correction.base === null ? null : JSON.stringify(correction.base),
      mine: JSON.stringify(correction.value),
      theirs: theirs === null ? null : JSON.stringify(theirs),
      theirs_at: theirsAt,
      found_at: at,
      choice: null,
      chosen: null,
      settled_by: null,
      settled_at: null,
      successor_id: null,
    })
    .execute();
}

/** Closes the open conflict of an operation, if it has one, without anybody's decision. */
export async function dissolveConflict({ transaction }: Writer, operationId: string, at: Instant): Promise<void> {
  await transaction
    .updateTable('conflict')
    .set({ choice: 'dissolved', settled_at: at })
    .where('operation_id', '=', operationId)
    .where('settled_at', 'is', null)
    .execute();
}

export interface Decision {
  readonly choice: ConflictChoice;
  readonly chosen: CorrectedValue | null;
  readonly personId: number;
  readonly at: Instant;
  readonly successorId: string | null;
}

export async function settleConflict({ transaction }: Writer, id: number, decision: Decision): Promise<void> {
  const { choice, chosen, personId, at, successorId } = decision;
  await transaction
    .updateTable('conflict')
    .set({
      choice,
      chosen: chosen === null ? null : JSON.stringify(chosen),
      settled_by: personId,
      settled_at: at,
      successor_id: successorId,
    })
    .where('id', '=', id)
    .execute();
}

export async function findOpenConflict(reader: Reader, operationId: string): Promise<Conflict | null> {
  const row = await reader
    .selectFrom('conflict')
    .selectAll()
    .where('operation_id', '=', operationId)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : toConflict(row);
}

function toConflict(row: Selectable<ConflictTable>): Conflict {
  return {
    id: row.id,
    operationId: row.operation_id,
    field: row.field,
    theirs: row.theirs === null ? null : parseValue(row.field, row.theirs),
    theirsAt: row.theirs_at,
    foundAt: row.found_at,
  };
}

function parseValue(field: DetailField, text: string): CorrectedValue {
  const value: unknown = JSON.parse(text);
  return correctionSchema.parse({ field, rowId: null, crmId: null, base: value, value }).value;
}

function isSame(a: CorrectedValue | null, b: CorrectedValue | null, field: DetailField): boolean {
  return a === null || b === null ? a === b : isSameValue(a, b, field);
}
