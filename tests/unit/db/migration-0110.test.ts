/** Migration 0110 on rows of the version before: who lost to whom is found as before, by an index. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openStore } from '../../../db/open/open-store.ts';
import { readLosers, readWinners } from '../../../db/queries/merged-donors.ts';
import { openBefore } from '../../support/before-migration.ts';

const NOW = '2026-11-21T12:00:00.000Z';

it('migration 0110 finds the losers of donors who are there, also by way of others', async () => {
  const { folder, before } = await openBefore(110, NOW);
  await before.write(async ({ transaction }) => {
    for (const id of [1, 2, 3, 4]) {
      await sql`
        INSERT INTO donor (id, crm_id, kind, first_name, prefix, surname, display_name, language, does_not_want_calls,
          does_not_want_email, does_not_want_post, is_deceased, is_removed)
        VALUES (${id}, ${id * 10}, 'individual', 'Anna', '', 'Bos', '', 'nl', 0, 0, 0, 0, 0)`.execute(transaction);
    }
    await sql`UPDATE donor SET merged_into = 2 WHERE id = 1`.execute(transaction);
    await sql`UPDATE donor SET merged_into = 3 WHERE id = 2`.execute(transaction);
  });
  await before.close();
  const { reader, close } = await openStore({ folder, now: NOW }).then((store) => ({
    reader: store.reader,
    close: () => store.close(),
  }));
  expect([...(await readLosers(reader, [30]))].toSorted()).toEqual([10, 20]);
  expect(await readLosers(reader, [40])).toEqual([]);
  expect([...(await readWinners(reader, [10, 20, 30, 40]))].toSorted(([a], [b]) => a - b)).toEqual([
    [10, 30],
    [20, 30],
  ]);
  const { rows } = await sql<{ detail: string }>`
    EXPLAIN QUERY PLAN SELECT id FROM donor WHERE merged_into = 3`.execute(reader);
  expect(rows.map(({ detail }) => detail).join()).toContain('donor_merged_into');
  await close();
});
