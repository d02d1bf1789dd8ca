/** Who leaves the slice leaves the search index too, word for word: a row that was deleted there stays until it is joined. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { createFinder } from '../../support/find-texts.ts';
import { connectedWorkstation, practiceCrm } from '../../support/workstation.ts';

it('no name of somebody who left stands in the search index', async () => {
  const workstation = await connectedWorkstation(await practiceCrm());
  const { backend } = workstation;
  const { reader } = backend.store;
  const { id } = await reader
    .selectFrom('donor')
    .select('id')
    .where('slice', '=', 'outside')
    .orderBy('id')
    .executeTakeFirstOrThrow();
  // Held without a reason any more, under a name that shares its beginning with nobody: it stands in the index whole.
  await backend.store.write(({ transaction }) =>
    transaction.updateTable('donor').set({ slice: 'inside', surname: 'Quastenbosch' }).where('id', '=', id).execute(),
  );
  const find = createFinder(['uastenbosch']);
  const inIndex = async (): Promise<readonly string[]> => {
    const { rows } = await sql<{ block: Buffer }>`SELECT block FROM donor_search_data`.execute(reader);
    return find(Buffer.concat(rows.map(({ block }) => block)));
  };
  expect(await inIndex()).toEqual(['uastenbosch']);
  expect((await workstation.sync())?.failure).toBeNull();
  const donor = await reader.selectFrom('donor').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  expect(donor).toMatchObject({ slice: 'outside', surname: '' });
  expect(await inIndex()).toEqual([]);
});
