/** Settings: small values by name, as JSON. */
import type { z } from 'zod';
import type { Reader, Writer } from '../store.ts';

export interface Setting<Value> {
  readonly key: string;
  readonly schema: z.ZodType<Value>;
}

/** The value of a setting; null when it was never set. @throws when what is kept does not fit its schema: a bug. */
export async function readSetting<Value>(reader: Reader, { key, schema }: Setting<Value>): Promise<Value | null> {
  const row = await reader.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
  return row === undefined ? null : schema.parse(JSON.parse(row.value));
}

export async function writeSetting<Value>(
  { transaction }: Writer,
  { key }: Setting<Value>,
  value: Value,
): Promise<void> {
  const row = { key, value: JSON.stringify(value) };
  await transaction
    .insertInto('setting')
    .values(row)
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: row.value }))
    .execute();
}
