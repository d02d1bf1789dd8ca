/** Migration 0070 on rows of the version before: whoever was there already is found. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { saveDonors } from '../../../db/mirror/save-donors.ts';
import { MIGRATIONS } from '../../../db/migrations/index.ts';
import { openStore } from '../../../db/open/open-store.ts';
import { searchDonors } from '../../../db/queries/search.ts';
import { readQuestion } from '../../../domain/search/search-question.ts';
import { inventMirrorDonor } from '../../support/mirror-records.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const NOW = '2026-11-21T12:00:00.000Z';
const BEFORE = MIGRATIONS.filter(({ number }) => number < 70);

describe('migration 0070', () => {
  it('makes the search index for the donors who are there', async () => {
    const folder = temporaryFolder();
    const before = await openStore({ folder, now: NOW, migrations: BEFORE });
    await before.write((writer) =>
      saveDonors(writer, [
        inventMirrorDonor({ crmId: 1, firstName: 'Zoë', surname: 'Knaap', displayName: 'Zoë van der Knaap' }),
        inventMirrorDonor({ crmId: 2, surname: 'Vries', displayName: 'Hanneke Vries' }),
      ]),
    );
    const rows = await before.reader.selectFrom('donor').select(['id', 'crm_id']).execute();
    await before.close();
    const store = await openStore({ folder, now: NOW });
    const found = await searchDonors(store.reader, readQuestion('zoe kn'), 5);
    expect(found).toEqual(rows.filter(({ crm_id }) => crm_id === 1).map(({ id }) => id));
    await store.close();
  });

  it('opens an empty profile of the version before', async () => {
    const folder = temporaryFolder();
    await (await openStore({ folder, now: NOW, migrations: BEFORE })).close();
    const store = await openStore({ folder, now: NOW });
    expect(await searchDonors(store.reader, readQuestion('knaap'), 5)).toEqual([]);
    await store.close();
  });

  it('lets the list read the gifts of a donor from an index alone', async () => {
    const store = await openStore({ folder: temporaryFolder(), now: NOW });
    const { rows } = await sql<{ detail: string }>`
      EXPLAIN QUERY PLAN SELECT crm_id, day, amount, status, mandate_ref, project FROM gift WHERE donor_id = 1`.execute(
      store.reader,
    );
    expect(rows.map(({ detail }) => detail)).toEqual(['SEARCH gift USING COVERING INDEX gift_of_donor (donor_id=?)']);
    await store.close();
  });
});
