/** When the CRM merged two contacts, what was recorded here about the one that lost goes to the one that won. */
import { sql } from 'kysely';
import type { Reader, Writer } from '../store.ts';
import { inList } from '../queries/many.ts';
import { settleIfKnown } from '../sources/settle.ts';
import { moveLocalWork } from './local-work.ts';
import { refreshGiving } from './refresh-giving.ts';
import { ensureDonors, WINNER_ASKS } from './save-stubs.ts';

export interface AskedDonor {
  readonly id: number;
  readonly crmId: number;
}

/** Donors who went into the bin lately, and of whom it is not known yet whether they were merged. */
export async function readUnexplained(reader: Reader, most: number): Promise<readonly AskedDonor[]> {
  const { rows } = await sql<AskedDonor>`
    SELECT id, crm_id AS "crmId" FROM donor
     WHERE winner_asks > 0 AND is_removed = 1 AND crm_id IS NOT NULL ORDER BY id LIMIT ${most}`.execute(reader);
  return rows;
}

/**
 * Dankbel does not call who is in the bin: a call of ours that is about her went to a contact that had just lost a merge,
 * which this workstation may never have seen happen.
 */
export async function askAboutCalled(
  { transaction }: Writer,
  moments: readonly { readonly operationId: string | null; readonly donorCrmIds: readonly number[] }[],
): Promise<void> {
  const called = moments.flatMap(({ operationId, donorCrmIds }) => (operationId === null ? [] : donorCrmIds));
  if (called.length === 0) return;
  await sql`
    UPDATE donor SET winner_asks = ${WINNER_ASKS}
     WHERE crm_id IN ${inList(called)} AND is_removed = 1 AND merged_into IS NULL AND winner_asks = 0`.execute(
    transaction,
  );
}

/** Nobody knows of a winner: asked again in the next rounds, and then no more. */
export async function countAsk({ transaction }: Writer, donorId: number): Promise<void> {
  await sql`UPDATE donor SET winner_asks = winner_asks - 1 WHERE id = ${donorId}`.execute(transaction);
}

/**
 * The CRM moved gifts and mandates too; their rows follow at once, so that no list waits for the next pull. Activities
 * have no stamp that tells (civicrm-api4.md §6): the winner is read again as a whole.
 *
 * @returns the winner, and how much of what was recorded here went over
 */
export async function mergeDonors(
  writer: Writer,
  loserId: number,
  winnerCrmId: number,
): Promise<{ readonly winnerId: number; readonly moved: number }> {
  const { transaction } = writer;
  await ensureDonors(writer, [winnerCrmId]);
  const { id: winnerId } = await transaction
    .selectFrom('donor')
    .select('id')
    .where('crm_id', '=', winnerCrmId)
    .executeTakeFirstOrThrow();
  const moved = await moveLocalWork(writer, loserId, winnerId);
  for (const table of ['gift', 'mandate'] as const) {
    await sql`
      UPDATE ${sql.table(table)} SET donor_id = ${winnerId}, fingerprint = NULL WHERE donor_id = ${loserId}`.execute(
      transaction,
    );
  }
  await refreshGiving(writer, [loserId, winnerId]);
  await settleIfKnown(writer, [winnerId]);
  await sql`UPDATE donor SET winner_asks = 0, merged_into = ${winnerId} WHERE id = ${loserId}`.execute(transaction);
  await sql`UPDATE donor SET slice = 'refetch' WHERE id = ${winnerId} AND slice = 'inside'`.execute(transaction);
  return { winnerId, moved };
}

/** What was recorded about a donor after she was merged, or could not go with the rest. @returns the winners who got something */
export async function moveLeftBehind(writer: Writer): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number; winner: number }>`
    SELECT id, merged_into AS winner FROM donor WHERE merged_into IS NOT NULL AND merged_into <> id`.execute(
    writer.transaction,
  );
  const winners: number[] = [];
  for (const { id, winner } of rows) {
    if ((await moveLocalWork(writer, id, winner)) > 0) winners.push(winner);
  }
  return winners;
}
