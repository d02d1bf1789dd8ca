/** Migration 0230 on rows of the version before: donors stay, and what a place knows is about nobody until it is linked. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { takeChangedDonors } from '../../../db/changed-donors.ts';
import { openStore } from '../../../db/open/open-store.ts';
import { ensureDonors } from '../../../db/mirror/save-stubs.ts';
import { openBefore } from '../../support/before-migration.ts';

const NOW = '2026-11-21T12:00:00.000Z';

it('migration 0230 keeps the donors, and a link alone says whom a source is about', async () => {
  const { folder, before } = await openBefore(230, NOW);
  await before.write((writer) => ensureDonors(writer, [7, 8]));
  await before.close();
  const store = await openStore({ folder, now: NOW });
  const donors = await store.reader.selectFrom('donor').select('id').orderBy('crm_id').execute();
  expect(donors).toHaveLength(2);
  const [first] = donors;
  await takeChangedDonors(store.reader);
  await store.write(async ({ transaction }) => {
    await sql`
      INSERT INTO source_site (id, kind, name, address, is_enabled, adds_newcomers, started_from, added_at)
      VALUES ('kentaa:6', 'kentaa', 'Voorbeeld', 'https://api.example/v1', 1, 0, '2026-11-01', ${NOW})`.execute(
      transaction,
    );
    await sql`
      INSERT INTO source_donor (id, site_id, source_key, first_name, infix, last_name, organisation, language,
                                is_callable, first_seen_at, changed_at)
      VALUES (1, 'kentaa:6', 'donation:1', 'Jan', '', 'Loper', '', 'nl', 1, ${NOW}, ${NOW}),
             (2, 'kentaa:6', 'donation:2', 'Els', '', 'Loper', '', 'nl', 1, ${NOW}, ${NOW})`.execute(transaction);
    await sql`
      INSERT INTO source_link (source_donor_id, donor_id, state, reasons, decided_at)
      VALUES (1, NULL, 'doubtful', '[]', ${NOW})`.execute(transaction);
  });
  expect(await takeChangedDonors(store.reader)).toEqual({ everybody: false, donorIds: [] });
  await store.write(({ transaction }) =>
    sql`
      INSERT INTO source_link (source_donor_id, donor_id, state, reasons, decided_at)
      VALUES (2, ${first?.id}, 'certain', '[]', ${NOW})`.execute(transaction),
  );
  expect(await takeChangedDonors(store.reader)).toEqual({ everybody: false, donorIds: [first?.id] });
  const wrong = store.write(({ transaction }) =>
    sql`UPDATE source_link SET donor_id = ${first?.id} WHERE source_donor_id = 1`.execute(transaction),
  );
  await expect(wrong).rejects.toThrow('CHECK constraint failed');
  await store.write(({ transaction }) => sql`DELETE FROM source_site`.execute(transaction));
  expect(await store.reader.selectFrom('source_link').selectAll().execute()).toEqual([]);
  await store.close();
});
