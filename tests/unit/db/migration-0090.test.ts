/** Migration 0090 on rows of the version before: nothing is lost, and the giving summary gets its two days. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../../db/open/open-store.ts';
import { openBefore } from '../../support/before-migration.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const NOW = '2026-11-21T12:00:00.000Z';

const ROWS = [
  `INSERT INTO donor (id, crm_id, kind, first_name, prefix, surname, display_name, language, does_not_want_calls,
     does_not_want_email, does_not_want_post, is_deceased, is_removed)
   VALUES (1, 10, 'individual', 'Anneke', '', 'Smit', 'Anneke Smit', 'nl', 0, 0, 0, 0, 0)`,
  `INSERT INTO gift (donor_id, day, amount, status) VALUES (1, '2019-03-02', 2500, 'announced'), (1, '2020-05-17', 2500, 'received'), (1, '2018-01-01', 0, 'received')`,
  `INSERT INTO mandate (donor_id, start_day, amount, frequency_unit, frequency_interval, status)
   VALUES (1, '2017-02-01', 500, 'month', 1, 'ended'), (1, '2021-04-01', 1000, 'month', 1, 'running')`,
  `INSERT INTO giving (donor_id, day_zero, received_count, received_total, largest_received, has_running_mandate)
   VALUES (1, '2017-02-01', 1, 2500, 2500, 1)`,
  `INSERT INTO person (id, name, roles, is_active) VALUES (1, 'Els', '[]', 1)`,
  `INSERT INTO call_item (id, donor_id, person_id, lane, programme, list_day, amount, reason, state, opened_at, notes)
   VALUES (1, 1, 1, 'caller', 'thank-you-call', '2026-11-21', 1, '{}', 'open', '${NOW}', 'halverwege')`,
];

describe('migration 0090', () => {
  it('keeps what was there, and fills the days of the first gift and of the oldest mandate that runs', async () => {
    const { folder, before } = await openBefore(90, NOW);
    for (const row of ROWS) await before.write(({ transaction }) => sql.raw(row).execute(transaction));
    await before.close();
    const store = await openStore({ folder, now: NOW });
    const giving = await store.reader.selectFrom('giving').selectAll().execute();
    expect(giving).toMatchObject([
      { day_zero: '2017-02-01', first_received_day: '2020-05-17', oldest_mandate_day: '2021-04-01' },
    ]);
    const items = await store.reader.selectFrom('call_item').selectAll().execute();
    expect(items).toMatchObject([{ notes: 'halverwege', programme_version: null, legal_basis: null }]);
    await store.close();
  });

  it('refuses a birthday with a year', async () => {
    const store = await openStore({ folder: temporaryFolder(), now: NOW });
    const insert = ROWS[0]!.replace('is_removed)', 'is_removed, birthday)').replace('0, 0)', "0, 0, '1960-02-29')");
    await expect(store.write(({ transaction }) => sql.raw(insert).execute(transaction))).rejects.toThrow('CHECK');
    await store.close();
  });
});
