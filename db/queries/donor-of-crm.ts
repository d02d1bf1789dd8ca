/** Who somebody of the CRM is here. */
import type { Reader } from '../store.ts';

/** Null for nobody, and for one whom the CRM has taken away. */
export async function findByCrmId(reader: Reader, crmId: number): Promise<number | null> {
  const query = reader.selectFrom('donor').select('id').where('crm_id', '=', crmId).where('is_removed', '=', 0);
  return (await query.executeTakeFirst())?.id ?? null;
}
