/** The correction that an operation would bring to the CRM: its own, or the way back of the one that it takes back. */
import type { Correction } from '../../domain/correction.ts';
import { reverse } from '../mirror/apply-operation.ts';
import type { Reader } from '../store.ts';
import { findOperation, type Operation } from './operations.ts';

/** Null for what changes no field, and for what would take a row away again. */
export async function carriedCorrection(reader: Reader, { body }: Operation): Promise<Correction | null> {
  if (body.kind === 'correction') return body.correction;
  if (body.kind !== 'undo') return null;
  const undone = await findOperation(reader, body.operationId);
  return undone?.body.kind === 'correction' ? reverse(undone.body.correction) : null;
}
