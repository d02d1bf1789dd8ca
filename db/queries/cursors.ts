/** Where the pull of each entity stands. */
import type { Instant } from '../../domain/calendar/day.ts';
import type { Reader, Writer } from '../store.ts';

export interface Cursor {
  /** As the connector left it. */
  readonly position: unknown;
  /** Rows read since this pull began. */
  readonly done: number;
  /** What the CRM said there would be. */
  readonly total: number | null;
}

/** Null when the entity was never pulled. */
export async function readCursor(reader: Reader, entity: string): Promise<Cursor | null> {
  const row = await reader
    .selectFrom('sync_cursor')
    .select(['position', 'done', 'total'])
    .where('entity', '=', entity)
    .executeTakeFirst();
  return row === undefined ? null : { ...row, position: JSON.parse(row.position) as unknown };
}

/** What is not named stays as it was. */
export async function writeCursor(
  { transaction }: Writer,
  entity: string,
  { position, done, total }: { readonly position: unknown; readonly done?: number; readonly total?: number | null },
  now: Instant,
): Promise<void> {
  const row = {
    position: JSON.stringify(position),
    updated_at: now,
    ...(done === undefined ? {} : { done }),
    ...(total === undefined ? {} : { total }),
  };
  await transaction
    .insertInto('sync_cursor')
    .values({ entity, total: null, ...row })
    .onConflict((conflict) => conflict.column('entity').doUpdateSet(row))
    .execute();
}

/** Rows read and rows expected of each entity. */
export async function readCursors(
  reader: Reader,
): Promise<readonly { readonly entity: string; readonly done: number; readonly total: number | null }[]> {
  return reader.selectFrom('sync_cursor').select(['entity', 'done', 'total']).execute();
}
