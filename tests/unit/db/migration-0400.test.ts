/** Migration 0400 on rows of the version before: gifts that counted at each of two places count once, in the background. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { ensureDonors } from '../../../db/mirror/save-stubs.ts';
import { openStore } from '../../../db/open/open-store.ts';
import { isAnyToSettle, settleNextAgain } from '../../../db/sources/settle-again.ts';
import { SILENT_LOG } from '../../../electron/backend/log.ts';
import { openBackend } from '../../../electron/backend/open-backend.ts';
import type { Store } from '../../../db/store.ts';
import { openBefore } from '../../support/before-migration.ts';
import { whenDone } from '../../support/when-done.ts';

const NOW = '2026-11-21T12:00:00.000Z';
const DONORS = 60;

/** Sixty donors whom a platform and a file know with one gift, counted at both; the last is known to the file alone. */
async function countedTwice(): Promise<string> {
  const { folder, before } = await openBefore(400, NOW);
  await before.write(async (writer) => {
    const { transaction } = writer;
    const ids = Array.from({ length: DONORS }, (_, index) => index + 1);
    await ensureDonors(writer, ids);
    for (const [site, kind, day] of [
      ['kentaa:6', 'kentaa', '2026-11-10'],
      ['file:a', 'file', '2026-11-12'],
    ] as const) {
      await sql`
        INSERT INTO source_site (id, kind, name, address, is_enabled, adds_newcomers, started_from, added_at)
        VALUES (${site}, ${kind}, 'Zwemtocht', '', 1, 0, '2026-01-01', ${NOW})`.execute(transaction);
      for (const number of kind === 'file' ? ids : ids.slice(0, -1)) {
        const key = `gift:${number}`;
        const { id } = await transaction
          .insertInto('source_donor')
          .values({
            site_id: site,
            source_key: `record:${number}`,
            first_name: 'Jan',
            infix: '',
            last_name: 'Loper',
            organisation: '',
            language: 'nl',
            is_callable: 1,
            first_seen_at: NOW,
            changed_at: NOW,
          } as never)
          .returning('id')
          .executeTakeFirstOrThrow();
        await sql`
          INSERT INTO gift (donor_id, day, amount, status, external_id)
          SELECT id, ${day}, 2500, 'received', ${`${site}:${key}`} FROM donor WHERE crm_id = ${number}`.execute(
          transaction,
        );
        await sql`
          INSERT INTO source_gift (site_id, source_key, source_donor_id, day, at, amount, currency, status,
                                   source_status, is_manual, is_anonymous, is_own_action, is_countable, updated_at, gift_id)
          SELECT ${site}, ${key}, ${id}, ${day}, ${NOW}, 2500, 'EUR', 'received', 'paid', 0, 0, 0, 1, ${NOW}, id
            FROM gift WHERE external_id = ${`${site}:${key}`}`.execute(transaction);
        await sql`
          INSERT INTO source_link (source_donor_id, donor_id, state, reasons, decided_at)
          SELECT ${id}, id, 'certain', '{}', ${NOW} FROM donor WHERE crm_id = ${number}`.execute(transaction);
      }
    }
  });
  await before.close();
  return folder;
}

const countsOf = async ({ reader }: Store): Promise<readonly number[]> => {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM gift GROUP BY donor_id ORDER BY donor_id`.execute(reader);
  return rows.map(({ count }) => count);
};
const each = (count: number): readonly number[] => Array.from({ length: DONORS - 1 }, () => count);

it('migration 0400 counts once what an earlier version counted at two places, some donors at a time', async () => {
  const folder = await countedTwice();
  const store = await openStore({ folder, now: NOW });
  expect(await countsOf(store)).toEqual([...each(2), 1]);
  expect(await store.write(settleNextAgain)).toBe(25);
  expect((await countsOf(store)).slice(23, 27)).toEqual([1, 1, 2, 2]);
  await store.close();
  // The next life of the program goes on where this one ended.
  const next = await openStore({ folder, now: NOW });
  const portions: number[] = [];
  while (await isAnyToSettle(next.reader)) portions.push(await next.write(settleNextAgain));
  expect(portions).toEqual([25, 9, 0]);
  expect(await countsOf(next)).toEqual([...each(1), 1]);
  const { rows } = await sql`SELECT DISTINCT day, source FROM gift ORDER BY day`.execute(next.reader);
  expect(rows).toEqual([
    { day: '2026-11-10', source: 'Kentaa' },
    { day: '2026-11-12', source: null },
  ]);
  await next.close();
});

it('the app does it by itself after the update, and once', async () => {
  const folder = await countedTwice();
  const options = { folder, now: () => NOW, random: () => 0.5, log: SILENT_LOG, syncsByItself: true };
  const settlingPace = { before: 0, between: 0 };
  const backend = await openBackend({ ...options, settlingPace });
  await backend.settlingAgain()?.ended;
  expect(await countsOf(backend.store)).toEqual([...each(1), 1]);
  expect(await isAnyToSettle(backend.store.reader)).toBe(false);
  await backend.close();
});

it('a program that is closed meanwhile leaves the rest to the next', async () => {
  const folder = await countedTwice();
  const options = { folder, now: () => NOW, random: () => 0.5, log: SILENT_LOG, syncsByItself: true };
  const first = await openBackend(options);
  await first.close();
  await first.settlingAgain()?.ended;
  const store = await openStore({ folder, now: NOW });
  whenDone(() => store.close());
  expect(await isAnyToSettle(store.reader)).toBe(true);
  expect(await countsOf(store)).toEqual([...each(2), 1]);
});

it('a workstation without places has nothing to do', async () => {
  const { folder, before } = await openBefore(400, NOW);
  await before.close();
  const store = await openStore({ folder, now: NOW });
  whenDone(() => store.close());
  expect(await isAnyToSettle(store.reader)).toBe(false);
});
