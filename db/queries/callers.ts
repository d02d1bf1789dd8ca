/** Who calls, here and elsewhere, as far as the CRM tells. */
import { sql } from 'kysely';
import type { CalendarDay } from '../../domain/calendar/day.ts';
import type { Reader, Writer } from '../store.ts';
import { inList } from './many.ts';

/** CRM contacts of everybody who made a call with Dankbel since a day, or holds a claim. */
export async function readCallers(reader: Reader, since: CalendarDay): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ crm_id: number }>`
    SELECT caller_crm_id AS crm_id FROM moment
     WHERE operation_id IS NOT NULL AND type_name = 'Phone Call' AND day >= ${since} AND caller_crm_id IS NOT NULL
     UNION
    SELECT holder_crm_id FROM claim WHERE state = 'theirs' AND holder_crm_id IS NOT NULL`.execute(reader);
  return new Set(rows.map(({ crm_id }) => crm_id));
}

/** Who had the last conversation with each of these donors, as the CRM tells: by the donor's contact. */
export async function readEarlierCallers(
  reader: Reader,
  donorIds: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ donor: number; caller: number }>`
    SELECT donor.crm_id AS donor, moment.caller_crm_id AS caller
      FROM moment JOIN donor ON donor.id = moment.donor_id
     WHERE moment.donor_id IN ${inList(donorIds)} AND donor.crm_id IS NOT NULL
       AND moment.type_name = 'Phone Call' AND moment.status_name = 'Completed' AND moment.caller_crm_id IS NOT NULL
     ORDER BY moment.at, moment.crm_id`.execute(reader);
  // The later of two takes the place of the earlier.
  return new Map(rows.map(({ donor, caller }) => [donor, caller]));
}

/** Callers whose names the CRM has not been asked for yet. */
export async function readNamelessCallers(reader: Reader, since: CalendarDay): Promise<readonly number[]> {
  const callers = await readCallers(reader, since);
  const named = await reader.selectFrom('colleague').select('crm_id').execute();
  const known = new Set(named.map(({ crm_id }) => crm_id));
  return [...callers].filter((crmId) => !known.has(crmId)).sort((a, b) => a - b);
}

export async function saveColleagues({ transaction }: Writer, names: ReadonlyMap<number, string>): Promise<void> {
  for (const [crmId, name] of names) {
    await transaction
      .insertInto('colleague')
      .values({ crm_id: crmId, name })
      .onConflict((conflict) => conflict.column('crm_id').doUpdateSet({ name }))
      .execute();
  }
}

export async function readColleagues(reader: Reader): Promise<ReadonlyMap<number, string>> {
  const rows = await reader.selectFrom('colleague').selectAll().execute();
  return new Map(rows.map(({ crm_id, name }) => [crm_id, name]));
}
