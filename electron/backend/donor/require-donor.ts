/** A donor who is asked about must be one of this workstation. */
import type { Reader } from '../../../db/store.ts';
import { notFound } from '../refusal.ts';

/** @throws Refusal `not-found`. Inside a write give its transaction. */
export async function requireDonor(reader: Reader, donorId: number): Promise<void> {
  const row = await reader.selectFrom('donor').select('id').where('id', '=', donorId).executeTakeFirst();
  if (row === undefined) throw notFound();
}
