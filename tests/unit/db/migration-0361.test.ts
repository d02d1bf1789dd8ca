/** Migration 0361 on rows of the version before: who waits to become a contact still waits, and may be taken back. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openStore } from '../../../db/open/open-store.ts';
import { readWayOf } from '../../../db/sources/newcomers.ts';
import { knowJan, openBefore } from '../../support/before-migration.ts';

const NOW = '2026-11-21T12:00:00.000Z';

it('migration 0361 keeps the newcomers who wait', async () => {
  const { folder, before } = await openBefore(361, NOW);
  await before.write(async ({ transaction }) => {
    await knowJan({ transaction }, NOW);
    await sql`INSERT INTO source_newcomer (source_donor_id, wanted_at) VALUES (1, ${NOW})`.execute(transaction);
  });
  await before.close();
  const store = await openStore({ folder, now: NOW });
  expect(await readWayOf(store.reader, 1)).toBe('waits');
  expect(await readWayOf(store.reader, 2)).toBe('none');
  await store.close();
});
