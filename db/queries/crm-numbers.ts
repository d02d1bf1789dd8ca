/** The ids of a CRM that are no numbers, by the numbers that stand for them here (docs/decisions/0047). */
import { sql } from 'kysely';
import type { CrmNumberKind } from '../schema.ts';
import type { Reader, Writer } from '../store.ts';
import { eachOf, inList } from './many.ts';

export interface NumberedId {
  readonly number: number;
  readonly id: string;
}

/** What is known already stays as it is: the first id of a number keeps it. */
export async function keepNumbers(
  { transaction }: Writer,
  kind: CrmNumberKind,
  numbered: readonly NumberedId[],
): Promise<void> {
  await sql`
    INSERT INTO crm_number (kind, number, id)
    SELECT ${kind}, value ->> 'number', value ->> 'id' FROM ${eachOf(numbered)} WHERE true
        ON CONFLICT DO NOTHING`.execute(transaction);
}

/** By number; one that nobody knows is left out. */
export async function readCrmIds(
  reader: Reader,
  kind: CrmNumberKind,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const rows = await reader
    .selectFrom('crm_number')
    .select(['number', 'id'])
    .where('kind', '=', kind)
    .where('number', 'in', inList(numbers))
    .execute();
  return new Map(rows.map(({ number, id }) => [number, id]));
}
