/** Migration 0360 on rows of the version before: a gift that a place knows stays paired, and the CRM's day is not known yet. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { ensureDonors } from '../../../db/mirror/save-stubs.ts';
import { openStore } from '../../../db/open/open-store.ts';
import { knowJan, openBefore } from '../../support/before-migration.ts';

const NOW = '2026-11-21T12:00:00.000Z';

it('migration 0360 keeps the gifts of places as they are paired', async () => {
  const { folder, before } = await openBefore(360, NOW);
  await before.write(async (writer) => {
    await ensureDonors(writer, [7]);
    const { transaction } = writer;
    await sql`
      INSERT INTO gift (crm_id, donor_id, day, amount, status) SELECT 3, id, '2026-11-20', 2500, 'received' FROM donor`.execute(
      transaction,
    );
    await knowJan({ transaction }, NOW);
    await sql`
      INSERT INTO source_gift (site_id, source_key, source_donor_id, day, at, amount, currency, status, source_status,
                               is_manual, is_anonymous, is_own_action, is_countable, updated_at, gift_id)
      SELECT 'kentaa:6', 'donation:1', 1, '2026-11-14', ${NOW}, 2500, 'EUR', 'received', 'paid', 0, 0, 0, 1, ${NOW}, id
        FROM gift`.execute(transaction);
  });
  await before.close();
  const store = await openStore({ folder, now: NOW });
  const rows = await store.reader
    .selectFrom('source_gift')
    .innerJoin('gift', 'gift.id', 'source_gift.gift_id')
    .select(['source_gift.source_key', 'source_gift.crm_day', 'gift.day'])
    .execute();
  expect(rows).toEqual([{ source_key: 'donation:1', crm_day: null, day: '2026-11-20' }]);
  await store.close();
});
