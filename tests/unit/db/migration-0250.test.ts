/** Migration 0250 on rows of the version before: donors of sources stay, and are found by index under every key. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { queriesOf } from '../../../db/matching/candidates.ts';
import { openStore } from '../../../db/open/open-store.ts';
import { SEARCH_KINDS } from '../../../domain/matching/search-keys.ts';
import { openBefore } from '../../support/before-migration.ts';

const NOW = '2026-11-21T12:00:00.000Z';

it('migration 0250 keeps the donors of sources, and no search reads a whole table', async () => {
  const { folder, before } = await openBefore(250, NOW);
  await before.write(async ({ transaction }) => {
    await sql`
      INSERT INTO source_site (id, kind, name, address, is_enabled, adds_newcomers, started_from, added_at)
      VALUES ('kentaa:6', 'kentaa', 'Voorbeeld', 'https://api.example/v1', 1, 0, '2026-11-01', ${NOW})`.execute(
      transaction,
    );
    await sql`
      INSERT INTO source_donor (id, site_id, source_key, first_name, infix, last_name, organisation, email, iban,
                                phone_number, language, is_callable, first_seen_at, changed_at)
      VALUES (1, 'kentaa:6', 'donation:1', 'Jan', '', 'Loper', '', 'jan@voorbeeld.nl', 'NL91ABNA0417164300',
              '+31612345678', 'nl', 1, ${NOW}, ${NOW})`.execute(transaction);
  });
  await before.close();
  const store = await openStore({ folder, now: NOW });
  expect(await store.reader.selectFrom('source_donor').select('email').execute()).toEqual([
    { email: 'jan@voorbeeld.nl' },
  ]);
  for (const kind of SEARCH_KINDS) {
    for (const query of queriesOf({ kind, value: 'jan loper' }, 1)) {
      const { rows } = await sql<{ detail: string }>`EXPLAIN QUERY PLAN ${query}`.execute(store.reader);
      const steps = rows.map(({ detail }) => detail);
      expect(steps.length).toBeGreaterThan(0);
      // The index of words is a table of its own kind, and says so.
      expect(steps.filter((step) => !/^SEARCH |^SCAN donor_search VIRTUAL TABLE INDEX/.test(step))).toEqual([]);
    }
  }
  await store.close();
});
