/** Migration 0390 on rows of the version before: what a file gave somebody as a number is known, and a key of a name is none. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openStore } from '../../../db/open/open-store.ts';
import { readNumberInFile } from '../../../db/matching/numbered.ts';
import { openBefore } from '../../support/before-migration.ts';

const NOW = '2026-11-21T12:00:00.000Z';

it('migration 0390 takes the numbers of files from their keys, and of no other place', async () => {
  const { folder, before } = await openBefore(390, NOW);
  await before.write(async ({ transaction }) => {
    await sql`
      INSERT INTO source_site (id, kind, name, address, is_enabled, adds_newcomers, started_from, added_at)
      VALUES ('kentaa:6', 'kentaa', 'Voorbeeld', 'https://api.example/v1', 1, 0, '2026-11-01', ${NOW}),
             ('file:1', 'file', 'Gala', '', 1, 0, '2026-11-01', ${NOW})`.execute(transaction);
    await sql`
      INSERT INTO source_donor (id, site_id, source_key, first_name, infix, last_name, organisation, language,
                                is_callable, first_seen_at, changed_at)
      VALUES (1, 'kentaa:6', 'person:9', 'Jan', '', 'Loper', '', 'nl', 1, ${NOW}, ${NOW}),
             (2, 'file:1', 'person:R-17', 'An', '', 'Bos', '', 'nl', 1, ${NOW}, ${NOW}),
             (3, 'file:1', 'person:~c2Vjcm', 'Wim', '', 'Bos', '', 'nl', 1, ${NOW}, ${NOW})`.execute(transaction);
  });
  await before.close();
  const store = await openStore({ folder, now: NOW });
  const numbers = await Promise.all([1, 2, 3].map((id) => readNumberInFile(store.reader, id)));
  expect(numbers).toEqual([null, { number: 'R-17', delivered: null }, null]);
  await store.close();
});
