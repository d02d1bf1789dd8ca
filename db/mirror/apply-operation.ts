/**
 * When the CRM has taken an operation, it says the same as we do: the mirror may show it before the next pull. The
 * fingerprint of the donor is cleared, so that the next pull writes her row whatever it was.
 */
import type { Correction } from '../../domain/correction.ts';
import type { ContactFlag } from '../../domain/operation.ts';
import { validNumberIn } from '../../domain/phone-number.ts';
import { findOperation, type Operation } from '../queries/operations.ts';
import type { Writer } from '../store.ts';

/** @param reference what the CRM calls the result; for a correction that made a row, its id there */
export async function applyToMirror(writer: Writer, operation: Operation, reference: string | null): Promise<void> {
  const { donorId, body } = operation;
  switch (body.kind) {
    case 'call':
    case 'moment':
      return;
    case 'objection':
      return setDoesNotWantCalls(writer, donorId, 1);
    case 'correction':
      return applyCorrection(writer, donorId, body.correction, reference);
    case 'flag':
      return setFlag(writer, donorId, body.flag, body.value);
    case 'undo': {
      const undone = await findOperation(writer.transaction, body.operationId);
      if (undone?.body.kind === 'objection' && reference === OBJECTION_CLEARED) {
        return setDoesNotWantCalls(writer, donorId, 0);
      }
      if (undone?.state === 'applied') await takeBack(writer, undone);
    }
  }
}

async function takeBack(writer: Writer, { donorId, body, reference }: Operation): Promise<void> {
  if (body.kind === 'flag') return setFlag(writer, donorId, body.flag, body.wasBefore);
  if (body.kind !== 'correction') return;
  const reversed = reverse(body.correction);
  if (reversed !== null) await applyCorrection(writer, donorId, reversed, null);
  else await removeRow(writer, donorId, body.correction.field, Number(reference));
}

/** The reference of an objection that set the flag; taking back one that found it set must leave it. */
export const OBJECTION_WAS_SET = 'set';
/** The reference of an undo that took the flag away; any other left it, for the sake of another objection. */
export const OBJECTION_CLEARED = 'cleared';

/** The correction that brings the old value back; null for one that made a row, which goes away again. */
export function reverse(correction: Correction): Correction | null {
  switch (correction.field) {
    case 'name':
      return { ...correction, base: correction.value, value: correction.base };
    case 'phone':
    case 'email':
      return correction.base === null ? null : { ...correction, base: correction.value, value: correction.base };
    case 'address':
      return correction.base === null ? null : { ...correction, base: correction.value, value: correction.base };
  }
}

const FLAG_COLUMNS = { is_deceased: 'is_deceased', do_not_email: 'does_not_want_email' } as const;

async function setFlag({ transaction }: Writer, donorId: number, flag: ContactFlag, value: boolean): Promise<void> {
  await transaction
    .updateTable('donor')
    .set({ [FLAG_COLUMNS[flag]]: value ? 1 : 0, fingerprint: null })
    .where('id', '=', donorId)
    .execute();
}

async function setDoesNotWantCalls({ transaction }: Writer, donorId: number, flag: 0 | 1): Promise<void> {
  await transaction
    .updateTable('donor')
    .set({ does_not_want_calls: flag, fingerprint: null })
    .where('id', '=', donorId)
    .execute();
}

const TABLES = { phone: 'donor_phone', email: 'donor_email', address: 'donor_address' } as const;

async function removeRow(
  { transaction }: Writer,
  donorId: number,
  field: Correction['field'],
  crmId: number,
): Promise<void> {
  await forgetFingerprint(transaction, donorId);
  if (field !== 'name') await transaction.deleteFrom(TABLES[field]).where('crm_id', '=', crmId).execute();
}

async function applyCorrection(
  { transaction }: Writer,
  donorId: number,
  correction: Correction,
  reference: string | null,
): Promise<void> {
  await forgetFingerprint(transaction, donorId);
  if (correction.field === 'name') {
    const { firstName, prefix, surname } = correction.value;
    const columns = { first_name: firstName, prefix, surname };
    await transaction.updateTable('donor').set(columns).where('id', '=', donorId).execute();
    return;
  }
  const table = TABLES[correction.field];
  const columns = columnsOf(correction);
  if (correction.crmId !== null) {
    await transaction.updateTable(table).set(columns).where('crm_id', '=', correction.crmId).execute();
    return;
  }
  await transaction
    .insertInto(table)
    .values({ ...columns, ...NEW_ROW[correction.field], donor_id: donorId, crm_id: Number(reference), is_primary: 0 })
    .onConflict((conflict) => conflict.column('crm_id').doUpdateSet(columns))
    .execute();
}

async function forgetFingerprint(transaction: Writer['transaction'], donorId: number): Promise<void> {
  await transaction.updateTable('donor').set({ fingerprint: null }).where('id', '=', donorId).execute();
}

/** What only the next pull can tell about a new row. */
const NEW_ROW = {
  phone: { kind: null, location: null },
  email: { is_on_hold: 0, location: null },
  address: { location: null, master_crm_id: null },
} as const;

function columnsOf(correction: Exclude<Correction, { field: 'name' }>): Record<string, string | null> {
  switch (correction.field) {
    case 'phone':
      return { raw: correction.value, number: validNumberIn(correction.value) };
    case 'email':
      return { email: correction.value };
    case 'address':
      return { ...correction.value };
  }
}
