/** Migration 0100 on rows of the version before: whoever could be found still can. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { saveDonors } from '../../../db/mirror/save-donors.ts';
import { openStore } from '../../../db/open/open-store.ts';
import { searchDonors } from '../../../db/queries/search.ts';
import { readQuestion } from '../../../domain/search/search-question.ts';
import { openBefore } from '../../support/before-migration.ts';
import { inventMirrorDonor } from '../../support/mirror-records.ts';

const NOW = '2026-11-21T12:00:00.000Z';

it('migration 0100 makes the index anew for the donors who are there', async () => {
  const { folder, before } = await openBefore(100, NOW);
  await before.write((writer) =>
    saveDonors(writer, [
      inventMirrorDonor({ crmId: 1, firstName: 'Zoë', surname: 'Willemsen', displayName: 'Zoë Willemsen' }),
      inventMirrorDonor({ crmId: 2, surname: 'Vries', displayName: 'Hanneke Vries' }),
    ]),
  );
  const find = async ({ reader }: typeof before): Promise<readonly number[]> =>
    searchDonors(reader, readQuestion('zoe willem'), 5);
  const found = await find(before);
  expect(found).toHaveLength(1);
  await before.close();
  const store = await openStore({ folder, now: NOW });
  expect(await find(store)).toEqual(found);
  const { rows } = await sql<{ sql: string }>`SELECT sql FROM sqlite_schema WHERE name = 'donor_search'`.execute(
    store.reader,
  );
  expect(rows[0]?.sql).toContain("prefix = '1 2 3 4 5 6'");
  await store.close();
});
