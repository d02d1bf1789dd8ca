/** Migration 0350 on rows of the version before: platforms, imports and their notes stay what they are. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { readImports } from '../../../db/imports/runs.ts';
import { openStore } from '../../../db/open/open-store.ts';
import { ensureDonors } from '../../../db/mirror/save-stubs.ts';
import { setCurrentPerson } from '../../../db/queries/people.ts';
import { addFilePlace, readFilePlaces } from '../../../db/sources/file-places.ts';
import { readPlatforms } from '../../../db/sources/sites.ts';
import { knowJan, openBefore } from '../../support/before-migration.ts';

const NOW = '2026-11-21T12:00:00.000Z';
const COUNT = { new: 1, changed: 0, unchanged: 0, refused: 0 };
const COUNTS = JSON.stringify({ donors: COUNT, mandates: COUNT, gifts: COUNT });

it('migration 0350 keeps platforms, whom they know, and imports with their notes', async () => {
  const { folder, before } = await openBefore(350, NOW);
  await before.write(async (writer) => {
    const { transaction } = writer;
    const { id: personId } = await setCurrentPerson(writer, { crmId: null, name: 'Ineke', roles: ['coordinator'] });
    await ensureDonors(writer, [7]);
    await knowJan({ transaction }, NOW);
    await sql`
      INSERT INTO import_run (id, at, person_id, file, kind, state, newest_donor, counts, stayed)
      VALUES (3, ${NOW}, ${personId}, 'giften.csv', 'gifts', 'done', 0, ${COUNTS}, 0)`.execute(transaction);
    await sql`
      INSERT INTO import_change (import_id, donor_id, table_name, row_id, what)
      SELECT 3, id, 'donor', id, 'new' FROM donor`.execute(transaction);
  });
  await before.close();
  const store = await openStore({ folder, now: NOW });
  expect(await readPlatforms(store.reader)).toMatchObject([{ id: 'kentaa:6', kind: 'kentaa', name: 'Voorbeeld' }]);
  expect(await store.reader.selectFrom('source_donor').select(['last_name', 'file']).execute()).toEqual([
    { last_name: 'Loper', file: null },
  ]);
  expect(await readImports(store.reader)).toMatchObject([{ id: 3, kind: 'gifts', siteId: null, hasJournal: true }]);
  await store.write((writer) =>
    addFilePlace(writer, { id: 'file:3fa9c1d2e4b5', name: 'Gala', at: NOW, day: '2026-11-21' }),
  );
  expect(await readFilePlaces(store.reader)).toMatchObject([{ id: 'file:3fa9c1d2e4b5', name: 'Gala' }]);
  expect(await readPlatforms(store.reader)).toHaveLength(1);
  await store.close();
});
