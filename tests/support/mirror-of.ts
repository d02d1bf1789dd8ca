/** Everything that the mirror holds, without the numbers that a workstation gives itself. */
import { sql } from 'kysely';
import type { Workstation } from './workstation.ts';

export async function mirrorOf({ backend }: Workstation): Promise<unknown> {
  const ask = async (query: string): Promise<unknown> => (await sql.raw(query).execute(backend.store.reader)).rows;
  return {
    donors: await ask(`SELECT crm_id, external_id, surname, is_removed, slice FROM donor ORDER BY crm_id`),
    phones: await ask(`SELECT crm_id, raw FROM donor_phone ORDER BY crm_id`),
    emails: await ask(`SELECT crm_id, email FROM donor_email ORDER BY crm_id`),
    addresses: await ask(`SELECT crm_id, street FROM donor_address ORDER BY crm_id`),
    gifts: await ask(`SELECT crm_id, day, amount, status FROM gift ORDER BY crm_id`),
    mandates: await ask(`SELECT crm_id, status FROM mandate ORDER BY crm_id`),
    moments: await ask(`SELECT crm_id, type_name, status_name FROM moment ORDER BY crm_id, type_name`),
    giving: await ask(`SELECT crm_id, giving.* FROM giving JOIN donor ON donor.id = donor_id ORDER BY crm_id`).then(
      (rows) => (rows as Record<string, unknown>[]).map((row) => ({ ...row, donor_id: 0 })),
    ),
  };
}
