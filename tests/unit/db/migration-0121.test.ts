/** Migration 0121 adds tables only: what was there stays, and a merge takes along what was recorded in them. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { localTables } from '../../../db/mirror/local-work.ts';
import { openStore } from '../../../db/open/open-store.ts';
import { openBefore } from '../../support/before-migration.ts';

const NOW = '2026-11-21T12:00:00.000Z';

it('migration 0121 makes the tables of wishes, which belong to the donor', async () => {
  const { folder, before } = await openBefore(121, NOW);
  await before.write(({ transaction }) =>
    sql`INSERT INTO donor (id, crm_id, kind, first_name, prefix, surname, display_name, language, does_not_want_calls,
          does_not_want_email, does_not_want_post, is_deceased, is_removed)
        VALUES (1, 10, 'individual', 'Anneke', '', 'Smit', 'Anneke Smit', 'nl', 0, 0, 0, 0, 0)`.execute(transaction),
  );
  await before.close();
  const store = await openStore({ folder, now: NOW });
  expect(await store.reader.selectFrom('donor').select('surname').execute()).toEqual([{ surname: 'Smit' }]);
  expect((await localTables(store.reader)).map(({ tableName }) => tableName)).toEqual(
    expect.arrayContaining(['donor_address_form', 'contact_wish', 'email_opt_in', 'benefit_offer']),
  );
  const refused = store.write(({ transaction }) =>
    sql`INSERT INTO donor_address_form (donor_id, form, person_id, at) VALUES (1, 'jij', 1, ${NOW})`.execute(
      transaction,
    ),
  );
  await expect(refused).rejects.toThrow('CHECK');
  await store.close();
});
