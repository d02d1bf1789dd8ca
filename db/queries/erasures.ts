/** Who was erased: when, by whom, on which ground, and how far it is. */
import { erasureReportSchema, type ErasureReport } from '../../domain/privacy/erasure.ts';
import type { Instant } from '../../domain/calendar/day.ts';
import type { ErasureTable } from '../erasure-tables.ts';
import type { Reader, Writer } from '../store.ts';

export interface Erasure extends Pick<ErasureTable, 'id' | 'at' | 'ground' | 'state'> {
  readonly by: string;
  readonly finishedAt: Instant | null;
  readonly liftedAt: Instant | null;
  readonly report: ErasureReport;
}

/** The newest first. */
export async function readErasures(reader: Reader): Promise<readonly Erasure[]> {
  const rows = await reader
    .selectFrom('erasure')
    .innerJoin('person', 'person.id', 'erasure.person_id')
    .selectAll('erasure')
    .select('person.name')
    .orderBy('erasure.at', 'desc')
    .orderBy('erasure.id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    by: row.name,
    ground: row.ground,
    state: row.state,
    finishedAt: row.finished_at,
    liftedAt: row.lifted_at,
    report: erasureReportSchema.parse(JSON.parse(row.report)),
  }));
}

export async function isAnyScrubbing(reader: Reader): Promise<boolean> {
  const row = await reader.selectFrom('erasure').select('id').where('state', '=', 'scrubbing').executeTakeFirst();
  return row !== undefined;
}

/** The donor may come back: the hashes go, that there was an erasure stays. @returns false when there is nothing to lift */
export async function liftErasure(
  { transaction }: Writer,
  { id, at, personId }: { readonly id: string; readonly at: Instant; readonly personId: number },
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('erasure')
    .set({ lifted_at: at, lifted_by: personId })
    .where('id', '=', id)
    .where('state', '=', 'finished')
    .where('lifted_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await transaction.deleteFrom('tombstone').where('erasure_id', '=', id).execute();
  return true;
}
