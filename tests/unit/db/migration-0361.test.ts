/** Migration 0361 on rows of the version before: who waits to become a contact still waits, and may be taken back. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { MIGRATIONS } from '../../../db/migrations/index.ts';
import { openStore } from '../../../db/open/open-store.ts';
import { readWayOf } from '../../../db/sources/newcomers.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const NOW = '2026-11-21T12:00:00.000Z';

it('migration 0361 keeps the newcomers who wait', async () => {
  const folder = temporaryFolder();
  const before = await openStore({ folder, now: NOW, migrations: MIGRATIONS.filter(({ number }) => number < 361) });
  await before.write(async ({ transaction }) => {
    await sql`
      INSERT INTO source_site (id, kind, name, address, is_enabled, adds_newcomers, started_from, added_at)
      VALUES ('kentaa:6', 'kentaa', 'Voorbeeld', 'https://api.example/v1', 1, 0, '2026-11-01', ${NOW})`.execute(
      transaction,
    );
    await sql`
      INSERT INTO source_donor (id, site_id, source_key, first_name, infix, last_name, organisation, language,
                                is_callable, first_seen_at, changed_at)
      VALUES (1, 'kentaa:6', 'donation:1', 'Jan', '', 'Loper', '', 'nl', 1, ${NOW}, ${NOW})`.execute(transaction);
    await sql`INSERT INTO source_newcomer (source_donor_id, wanted_at) VALUES (1, ${NOW})`.execute(transaction);
  });
  await before.close();
  const store = await openStore({ folder, now: NOW });
  expect(await readWayOf(store.reader, 1)).toBe('waits');
  expect(await readWayOf(store.reader, 2)).toBe('none');
  await store.close();
});
