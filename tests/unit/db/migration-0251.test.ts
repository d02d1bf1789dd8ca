/** Migration 0251 on rows of the version before: links stay, and a decision about one goes with the donor or the place. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { ensureDonors } from '../../../db/mirror/save-stubs.ts';
import { openStore } from '../../../db/open/open-store.ts';
import { knowJan, openBefore } from '../../support/before-migration.ts';

const NOW = '2026-11-21T12:00:00.000Z';

it('migration 0251 keeps the links, and a decision goes with the donor', async () => {
  const { folder, before } = await openBefore(251, NOW);
  await before.write(async (writer) => {
    await ensureDonors(writer, [7]);
    const { transaction } = writer;
    await sql`INSERT INTO person (name, roles, is_active) VALUES ('Els', '["coordinator"]', 1)`.execute(transaction);
    await knowJan({ transaction }, NOW);
    await sql`
      INSERT INTO source_link (source_donor_id, donor_id, state, reasons, decided_at)
      SELECT 1, id, 'certain', '[]', ${NOW} FROM donor`.execute(transaction);
  });
  await before.close();
  const store = await openStore({ folder, now: NOW });
  expect(await store.reader.selectFrom('source_link').select('state').execute()).toEqual([{ state: 'certain' }]);
  const insert = (decision: string) =>
    store.write(({ transaction }) =>
      sql`
        INSERT INTO match_decision (source_donor_id, donor_id, decision, link_before, refused, person_id, at)
        SELECT 1, id, ${decision}, '{}', '[]', 1, ${NOW} FROM donor`.execute(transaction),
    );
  await insert('unlink');
  await expect(insert('misschien')).rejects.toThrow('CHECK constraint failed');
  await store.write(({ transaction }) => sql`DELETE FROM donor`.execute(transaction));
  expect(await store.reader.selectFrom('match_decision').selectAll().execute()).toEqual([]);
  await store.close();
});
