/** What became of those whom a file of a place named: recognised, in doubt, new, or not compared yet. */
import { sql } from 'kysely';
import type { Reader } from '../store.ts';

export interface Recognised {
  readonly certain: number;
  readonly doubtful: number;
  readonly newcomers: number;
  /** Still to be compared with the donors. */
  readonly waiting: number;
}

/** Of whom the import brought something; null for one that is of no place. */
export async function countRecognised(reader: Reader, importId: number): Promise<Recognised | null> {
  const { rows } = await sql<Recognised & { readonly isOfPlace: number }>`
    SELECT (SELECT site_id IS NOT NULL FROM import_run WHERE id = ${importId}) AS "isOfPlace",
           count(*) FILTER (WHERE NOT isWaiting AND state IN ('certain', 'linked')) AS certain,
           count(*) FILTER (WHERE NOT isWaiting AND state IN ('doubtful', 'unlinked')) AS doubtful,
           count(*) FILTER (WHERE NOT isWaiting AND state = 'new') AS newcomers,
           count(*) FILTER (WHERE isWaiting) AS waiting
      FROM (SELECT state, EXISTS (SELECT 1 FROM source_to_judge AS waits
                                   WHERE waits.source_donor_id = touched.id) AS isWaiting
              FROM (SELECT DISTINCT source_donor_id AS id FROM source_change WHERE import_id = ${importId}) AS touched
              LEFT JOIN source_link ON source_link.source_donor_id = touched.id)`.execute(reader);
  const [row] = rows;
  if (row === undefined || row.isOfPlace !== 1) return null;
  const { certain, doubtful, newcomers, waiting } = row;
  return { certain, doubtful, newcomers, waiting };
}
