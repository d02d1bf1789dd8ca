/** Settings: small values by name, as JSON. */
import { CompiledQuery } from 'kysely';
import type { z } from 'zod';
import type { Reader, Writer } from '../store.ts';

export interface Setting<Value> {
  readonly key: string;
  readonly schema: z.ZodType<Value>;
}

const VALUE = 'SELECT value FROM setting WHERE key = ?';

/** The value of a setting; null when it was never set. @throws when what is kept does not fit its schema: a bug. */
export async function readSetting<Value>(reader: Reader, { key, schema }: Setting<Value>): Promise<Value | null> {
  // Asked more often than anything else: its text is not made anew each time.
  const asked: CompiledQuery<{ value: string }> = CompiledQuery.raw(VALUE, [key]);
  const [row] = (await reader.executeQuery(asked)).rows;
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
