/** Migration 0150 on rows of the version before: who gave much is found by the index, and who gave less is still found. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openStore } from '../../../db/open/open-store.ts';
import { findCandidates } from '../../../db/queries/candidates.ts';
import { DEFAULT_SETTINGS } from '../../../domain/programmes/settings.ts';
import { openBefore } from '../../support/before-migration.ts';

const NOW = '2026-11-21T12:00:00.000Z';
const TODAY = '2026-11-21';

/** Donor, and what she gave altogether, in cents; the newest a week ago. */
const TOTALS = [
  [1, 20_000],
  [2, 49_999],
  [3, 50_000],
  [4, 250_000],
] as const;

it('migration 0150 finds donors by large totals, and by smaller ones when the limit is lower', async () => {
  const { folder, before } = await openBefore(150, NOW);
  await before.write(async ({ transaction }) => {
    for (const [id, total] of TOTALS) {
      await sql`
        INSERT INTO donor (id, crm_id, kind, first_name, prefix, surname, display_name, language, does_not_want_calls,
                           does_not_want_email, does_not_want_post, is_deceased, is_removed)
        VALUES (${id}, ${id}, 'individual', '', '', '', '', 'nl', 0, 0, 0, 0, 0)`.execute(transaction);
      await sql`
        INSERT INTO giving (donor_id, newest_received_day, received_count, received_total, largest_received, has_running_mandate)
        VALUES (${id}, '2026-11-14', 3, ${total}, 5000, 0)`.execute(transaction);
    }
  });
  await before.close();

  const store = await openStore({ folder, now: NOW });
  const { reader } = store;
  const found = async (yearLimit: number): Promise<readonly number[]> =>
    findCandidates(reader, TODAY, {
      ...DEFAULT_SETTINGS,
      majorCall: { ...DEFAULT_SETTINGS.majorCall, giftLimit: yearLimit, yearLimit },
    });
  expect(await found(250_000)).toEqual([4]);
  expect(await found(50_000)).toEqual([3, 4]);
  expect(await found(49_999)).toEqual([2, 3, 4]);
  expect(await found(100)).toEqual([1, 2, 3, 4]);
  const plan = await sql<{ detail: string }>`
    EXPLAIN QUERY PLAN SELECT donor_id FROM giving WHERE received_total >= 50000 AND received_total >= ${250_000}`.execute(
    reader,
  );
  expect(plan.rows.map(({ detail }) => detail).join()).toContain('giving_large_total');
  await store.close();
});
