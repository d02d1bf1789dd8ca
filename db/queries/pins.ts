/** PINs of people, and how often somebody missed. */
import type { Instant } from '../../domain/calendar/day.ts';
import type { Misses } from '../../domain/people/pin.ts';
import { secretSchema, type KeptSecret } from '../secret.ts';
import type { Reader, Writer } from '../store.ts';

export interface Pin extends Misses {
  readonly personId: number;
  readonly secret: KeptSecret;
}

/** Null for somebody without one, who simply goes in. */
export async function findPin(reader: Reader, personId: number): Promise<Pin | null> {
  const row = await reader.selectFrom('person_pin').selectAll().where('person_id', '=', personId).executeTakeFirst();
  if (row === undefined) return null;
  const secret = secretSchema.parse(JSON.parse(row.secret));
  return { personId, secret, misses: row.misses, missedAt: row.missed_at };
}

/** Of everybody who has one: never the hash. */
export async function readMisses(reader: Reader): Promise<ReadonlyMap<number, Misses>> {
  const rows = await reader.selectFrom('person_pin').select(['person_id', 'misses', 'missed_at']).execute();
  return new Map(rows.map(({ person_id, misses, missed_at: missedAt }) => [person_id, { misses, missedAt }]));
}

export async function writePin({ transaction }: Writer, personId: number, secret: KeptSecret, at: Instant) {
  const row = { person_id: personId, secret: JSON.stringify(secret), misses: 0, missed_at: null, set_at: at };
  const { person_id: _key, ...change } = row;
  await transaction
    .insertInto('person_pin')
    .values(row)
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(change))
    .execute();
}

export async function writeMisses({ transaction }: Writer, personId: number, { misses, missedAt }: Misses) {
  await transaction
    .updateTable('person_pin')
    .set({ misses, missed_at: missedAt })
    .where('person_id', '=', personId)
    .execute();
}

export async function removePin({ transaction }: Writer, personId: number): Promise<void> {
  await transaction.deleteFrom('person_pin').where('person_id', '=', personId).execute();
}
