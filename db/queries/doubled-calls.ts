/** Calls that the CRM has more often than it should, as far as the mirror knows. */
import { sql } from 'kysely';
import type { Reader } from '../store.ts';

export interface DoubledCall {
  readonly operationId: string;
  /** How many may stay: none of a call that was taken back here. */
  readonly keeps: 0 | 1;
}

/** Moments that say of themselves that they were taken back or replaced carry no operation and are not counted. */
export async function findDoubledCalls(reader: Reader): Promise<readonly DoubledCall[]> {
  const { rows } = await sql<{ operation_id: string; keeps: 0 | 1 }>`
    SELECT operation_id,
           NOT EXISTS (SELECT 1 FROM operation AS undo
                        WHERE undo.kind = 'undo' AND undo.state = 'applied'
                          AND undo.body ->> 'operationId' = moment.operation_id) AS keeps
      FROM moment
     WHERE operation_id IS NOT NULL
     GROUP BY operation_id
    HAVING count(DISTINCT crm_id) > keeps`.execute(reader);
  return rows.map(({ operation_id: operationId, keeps }) => ({ operationId, keeps }));
}
