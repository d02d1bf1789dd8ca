/** Whom a contact was merged into: the bin says so as long as it is not emptied (salesforce.md §4). */
import { z } from 'zod';
import type { SalesforceOrg } from './http.ts';
import { numberOf } from './numbers.ts';
import { query } from './query.ts';
import { idSchema } from './rows.ts';
import { soql } from './soql.ts';

const mergedRow = z.object({ Id: idSchema, IsDeleted: z.boolean(), MasterRecordId: idSchema.nullable() });
const LONGEST_CHAIN = 20;

/** The id of the living winner; null when there is none, or nobody knows. @throws CrmFailure */
export async function findWinningId(org: SalesforceOrg, id: string): Promise<string | null> {
  let current = id;
  for (let step = 0; step < LONGEST_CHAIN; step += 1) {
    const rows = await query(org, soql`SELECT Id, IsDeleted, MasterRecordId FROM Contact WHERE Id = ${current}`, {
      purpose: 'push',
      all: true,
    });
    const row = mergedRow.safeParse(rows[0]).data;
    if (row === undefined) return null;
    if (!row.IsDeleted) return row.Id === id ? null : row.Id;
    if (row.MasterRecordId === null) return null;
    current = row.MasterRecordId;
  }
  return null;
}

/** @throws CrmFailure */
export async function findWinner(org: SalesforceOrg, crmId: number): Promise<number | null> {
  const id = (await org.numbers.idsOf('contact', [crmId])).get(crmId);
  if (id === undefined) return null;
  const winner = await findWinningId(org, id);
  if (winner === null) return null;
  await org.numbers.keep('contact', [winner]);
  return numberOf(winner);
}
