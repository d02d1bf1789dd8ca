/** Whose rows a file is to have. Nobody whose details are not here, who left the CRM, or who is somebody else by now. */
import { sql } from 'kysely';
import type { ParsedInputOf } from '../../../../contract/index.ts';
import { inList } from '../../../../db/queries/many.ts';
import { ofLane } from '../../../../domain/call-list/call-list.ts';
import { readCallList } from '../../calls/current-list.ts';
import type { AskContext } from '../../context.ts';

export type Choice = ParsedInputOf<'files.export'>['choice'];

/** Their ids; in the order of the list for a list, else by number. */
export async function chooseDonors(context: AskContext, choice: Choice): Promise<readonly number[]> {
  const { reader } = context.store;
  if (choice.of === 'list') {
    const list = ofLane(await readCallList(context), choice.lane);
    const ids = list.items.map(({ donorId }) => donorId);
    const here = new Set(await whoAreHere(context, ids));
    return ids.filter((id) => here.has(id));
  }
  if (choice.of === 'called') {
    const rows = await reader
      .selectFrom('attempt')
      .select('donor_id')
      .distinct()
      .where('undone_at', 'is', null)
      .where('day', '>=', choice.from)
      .where('day', '<=', choice.to)
      .execute();
    return whoAreHere(
      context,
      rows.map(({ donor_id: id }) => id),
    );
  }
  if (choice.of === 'import') {
    // Of a file of a place, those who were recognised.
    const { rows } = await sql<{ donor_id: number }>`
      SELECT donor_id FROM import_change WHERE import_id = ${choice.id}
       UNION
      SELECT source_link.donor_id FROM source_change
        JOIN source_link ON source_link.source_donor_id = source_change.source_donor_id
       WHERE import_id = ${choice.id} AND source_link.donor_id IS NOT NULL`.execute(reader);
    return whoAreHere(
      context,
      rows.map(({ donor_id: id }) => id),
    );
  }
  return whoAreHere(context, null);
}

async function whoAreHere({ store }: AskContext, donorIds: readonly number[] | null): Promise<readonly number[]> {
  const among = donorIds === null ? sql`true` : sql`id IN ${inList(donorIds)}`;
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM donor
     WHERE is_removed = 0 AND slice <> 'outside' AND merged_into IS NULL AND ${among}
     ORDER BY id`.execute(store.reader);
  return rows.map(({ id }) => id);
}
