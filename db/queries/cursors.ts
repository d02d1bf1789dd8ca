/** Where the pull of each entity stands. */
import type { Instant } from '../../domain/calendar/day.ts';
import type { Reader, Writer } from '../store.ts';

/** The position as the connector left it; null when the entity was never pulled. */
export async function readCursor(reader: Reader, entity: string): Promise<unknown> {
  const row = await reader.selectFrom('sync_cursor').select('position').where('entity', '=', entity).executeTakeFirst();
  return row === undefined ? null : JSON.parse(row.position);
}

export async function writeCursor(
  { transaction }: Writer,
  entity: string,
  position: unknown,
  now: Instant,
): Promise<void> {
  const row = { position: JSON.stringify(position), updated_at: now };
  await transaction
    .insertInto('sync_cursor')
    .values({ entity, ...row })
    .onConflict((conflict) => conflict.column('entity').doUpdateSet(row))
    .execute();
}
