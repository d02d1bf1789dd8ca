/** Migration 0280 on rows of the version before: donors stay, and from then on an import can note how they were. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { withJournal } from '../../../db/imports/journal.ts';
import { beginImport, readImports } from '../../../db/imports/runs.ts';
import { openStore } from '../../../db/open/open-store.ts';
import { ensureDonors } from '../../../db/mirror/save-stubs.ts';
import { setCurrentPerson } from '../../../db/queries/people.ts';
import { openBefore } from '../../support/before-migration.ts';

const NOW = '2026-11-21T12:00:00.000Z';
const ZERO = { new: 0, changed: 0, unchanged: 0, refused: 0 };
const COUNTS = { donors: ZERO, mandates: ZERO, gifts: ZERO };

it('migration 0280 keeps the donors, and an import notes how they were, and that only', async () => {
  const { folder, before } = await openBefore(280, NOW);
  await before.write((writer) => ensureDonors(writer, [7, 8]));
  await before.close();
  const store = await openStore({ folder, now: NOW });
  await store.write(async (writer) => {
    const { id: personId } = await setCurrentPerson(writer, { crmId: null, name: 'Ineke', roles: ['coordinator'] });
    const id = await beginImport(writer, {
      at: NOW,
      personId,
      file: 'a.csv',
      kind: 'donors',
      siteId: null,
      counts: COUNTS,
    });
    await withJournal(writer, id, async () => {
      await sql`UPDATE donor SET surname = 'Smit' WHERE crm_id = 7`.execute(writer.transaction);
      await ensureDonors(writer, [9]);
    });
    await sql`UPDATE donor SET surname = 'Bos' WHERE crm_id = 8`.execute(writer.transaction);
  });
  const changes = await store.reader.selectFrom('import_change').selectAll().orderBy('id').execute();
  expect(
    changes.map(({ table_name: table, what, before: was }) => [table, what, was === null ? null : JSON.parse(was)]),
  ).toEqual([
    ['donor', 'changed', expect.objectContaining({ crm_id: 7, surname: '' })],
    ['donor', 'new', null],
  ]);
  expect(await readImports(store.reader)).toMatchObject([{ file: 'a.csv', state: 'taking', hasJournal: true }]);
  await store.close();
});
