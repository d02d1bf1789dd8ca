/** Whom a contact was merged into: the bin says so as long as it is not emptied (salesforce.md §4). */
import { z } from 'zod';
import type { Purpose } from './budget.ts';
import { numberOf } from './numbers.ts';
import type { Talk } from './org-session.ts';
import { query } from './query.ts';
import { idSchema } from './rows.ts';
import { names, soql } from './soql.ts';

const mergedRow = z.object({ IsDeleted: z.boolean(), MasterRecordId: idSchema.nullable() });
const LONGEST_CHAIN = 20;

/** The id of the living winner; null when there is none, or nobody knows. @throws CrmFailure */
export async function findWinningId({ org, schema }: Talk, id: string, purpose: Purpose): Promise<string | null> {
  const { object, contactId } = schema.dialect.person;
  const columns = names(...new Set(['Id', contactId, 'IsDeleted', 'MasterRecordId']));
  let which = soql`${names(contactId)} = ${id}`;
  for (let step = 0; step < LONGEST_CHAIN; step += 1) {
    const rows = await query(org, soql`SELECT ${columns} FROM ${names(object)} WHERE ${which}`, {
      purpose,
      all: true,
    });
    const row = mergedRow.safeParse(rows[0]).data;
    const found = idSchema.safeParse(rows[0]?.[contactId]).data;
    if (row === undefined || found === undefined) return null;
    if (!row.IsDeleted) return found === id ? null : found;
    if (row.MasterRecordId === null) return null;
    which = soql`Id = ${row.MasterRecordId}`;
  }
  return null;
}

/** @throws CrmFailure */
export async function findWinner(talk: Talk, crmId: number): Promise<number | null> {
  const { org } = talk;
  const id = (await org.numbers.idsOf('contact', [crmId])).get(crmId);
  if (id === undefined) return null;
  const winner = await findWinningId(talk, id, 'later');
  if (winner === null) return null;
  await org.numbers.keep('contact', [winner]);
  return numberOf(winner);
}
