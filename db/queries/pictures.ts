/** Pictures of the charity, by the hash of their bytes: the same picture is kept once. */
import type { Selectable } from 'kysely';
import type { PictureTable } from '../charity-tables.ts';
import type { Reader, Writer } from '../store.ts';
import { inTexts } from './many.ts';

export type Picture = Selectable<PictureTable>;

export async function findPicture(reader: Reader, id: string): Promise<Picture | null> {
  return (await reader.selectFrom('picture').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Which of these pictures are here. */
export async function readPictureIds(reader: Reader, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await reader.selectFrom('picture').select('id').where('id', 'in', inTexts(ids)).execute();
  return new Set(rows.map(({ id }) => id));
}

export async function addPicture({ transaction }: Writer, picture: Picture): Promise<void> {
  await transaction
    .insertInto('picture')
    .values(picture)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}
