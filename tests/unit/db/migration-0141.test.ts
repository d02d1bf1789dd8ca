/** Migration 0141 on rows of the version before: a donor keeps what was recorded, and proposals decide together with their day. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openStore } from '../../../db/open/open-store.ts';
import { localTables } from '../../../db/mirror/local-work.ts';
import { openBefore } from '../../support/before-migration.ts';

const NOW = '2026-11-21T12:00:00.000Z';

it('migration 0141 adds what verifying needs, as work that follows a merged donor', async () => {
  const { folder, before } = await openBefore(141, NOW);
  await before.write(async ({ transaction }) => {
    await sql`
      INSERT INTO donor (id, crm_id, kind, first_name, prefix, surname, display_name, language, does_not_want_calls,
        does_not_want_email, does_not_want_post, is_deceased, is_removed)
      VALUES (1, 10, 'individual', 'Anna', '', 'Bos', '', 'nl', 0, 0, 0, 0, 0)`.execute(transaction);
    await sql`INSERT INTO person (id, name, roles, is_active) VALUES (1, 'x', '[]', 1)`.execute(transaction);
    await sql`
      INSERT INTO journey_step (donor_id, programme, what, day, at, person_id)
      VALUES (1, 'verify', 'verified', '2026-11-01', ${NOW}, 1)`.execute(transaction);
  });
  await before.close();
  const store = await openStore({ folder, now: NOW });
  expect(await store.reader.selectFrom('journey_step').select('what').execute()).toEqual([{ what: 'verified' }]);
  const tables = (await localTables(store.reader)).map(({ tableName }) => tableName);
  expect(tables).toEqual(expect.arrayContaining(['verified_detail', 'proposal']));
  const half = store.write(async ({ transaction }) =>
    sql`
      INSERT INTO proposal (donor_id, person_id, kind, value, reason, at, decision)
      VALUES (1, 1, 'deceased', '', 'x', ${NOW}, 'yes')`.execute(transaction),
  );
  await expect(half).rejects.toThrow(/CHECK/);
  await store.close();
});
