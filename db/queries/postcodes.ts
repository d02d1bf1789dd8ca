/** The register of postcodes that a coordinator may have loaded. */
import { sql } from 'kysely';
import type { RegisteredStreet } from '../../domain/postcodes/house-number.ts';
import type { Reader, Writer } from '../store.ts';
import { eachOf } from './many.ts';

export interface RegisterRow {
  /** "8031XD". */
  readonly postcode: string;
  readonly street: string;
  readonly town: string;
  readonly lowest: number;
  readonly highest: number;
}

/** @param postcode "8031XD" */
export async function findStreets(
  reader: Reader,
  postcode: string,
  houseNumber: number,
): Promise<readonly RegisteredStreet[]> {
  const rows = await reader
    .selectFrom('postcode_street')
    .select(['street', 'town', 'lowest', 'highest'])
    .where('postcode', '=', postcode)
    .execute();
  return rows.map(({ street, town, lowest, highest }) => ({
    street,
    town,
    hasNumber: lowest <= houseNumber && houseNumber <= highest,
  }));
}

export async function forgetRegister({ transaction }: Writer): Promise<void> {
  await transaction.deleteFrom('postcode_street').execute();
}

/** A page of rows; what was there of the same street grows to hold the new numbers. */
export async function addToRegister({ transaction }: Writer, rows: readonly RegisterRow[]): Promise<void> {
  await sql`
    INSERT INTO postcode_street (postcode, street, town, lowest, highest)
    SELECT value ->> 'postcode', value ->> 'street', value ->> 'town', value ->> 'lowest', value ->> 'highest'
      FROM ${eachOf(rows)} WHERE true
        ON CONFLICT (postcode, street, town) DO UPDATE SET
           lowest = min(lowest, excluded.lowest), highest = max(highest, excluded.highest)`.execute(transaction);
}

export async function countPostcodes(reader: Reader): Promise<number> {
  const { count } = await reader
    .selectFrom('postcode_street')
    .select((select) => select.fn.count<number>('postcode').distinct().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
