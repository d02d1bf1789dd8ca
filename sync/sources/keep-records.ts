/** Keeps what a place says: the records, whom they are about, and what then counts, in one write. */
import { sql } from 'kysely';
import type { SourceRecord } from '../../db/sources/records.ts';
import { saveRecords, type SaveContext } from '../../db/sources/save-records.ts';
import { settleSources } from '../../db/sources/settle.ts';
import type { Reader, Writer } from '../../db/store.ts';
import { matchSourceDonors } from './matching.ts';

/** @returns how many were new or changed */
export async function keepRecords(
  writer: Writer,
  context: SaveContext,
  records: readonly SourceRecord[],
): Promise<number> {
  const saved = await saveRecords(writer, context, records);
  if (saved.records === 0) return 0;
  const matched = await matchSourceDonors(writer, saved.sourceDonorIds, context.now);
  const linked = await readLinked(writer.transaction, saved.sourceDonorIds);
  await settleSources(writer, [...new Set([...saved.donorIds, ...matched, ...linked])]);
  return saved.records;
}

async function readLinked(reader: Reader, sourceDonorIds: readonly number[]): Promise<readonly number[]> {
  const { rows } = await sql<{ donorId: number }>`
    SELECT donor_id AS donorId FROM source_link
     WHERE donor_id IS NOT NULL
       AND source_donor_id IN (SELECT value FROM json_each(${JSON.stringify(sourceDonorIds)}))`.execute(reader);
  return rows.map(({ donorId }) => donorId);
}
