/** Migration 0142 on rows of the version before: what was said stays, without an answer that can be taken back. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openStore } from '../../../db/open/open-store.ts';
import { openBefore } from '../../support/before-migration.ts';

const NOW = '2026-11-21T12:00:00.000Z';

it('migration 0142 leaves what was said as it is', async () => {
  const { folder, before } = await openBefore(142, NOW);
  await before.write(async ({ transaction }) => {
    await sql`
      INSERT INTO donor (id, crm_id, kind, first_name, prefix, surname, display_name, language, does_not_want_calls,
        does_not_want_email, does_not_want_post, is_deceased, is_removed)
      VALUES (1, 10, 'individual', 'Anna', '', 'Bos', '', 'nl', 0, 0, 0, 0, 0)`.execute(transaction);
    await sql`INSERT INTO person (id, name, roles, is_active) VALUES (1, 'x', '[]', 1)`.execute(transaction);
    await sql`
      INSERT INTO follow_up (donor_id, person_id, kind, text, at) VALUES (1, 1, 'complaint', 'te vaak gebeld', ${NOW})`.execute(
      transaction,
    );
  });
  await before.close();
  const store = await openStore({ folder, now: NOW });
  expect(await store.reader.selectFrom('follow_up').select(['kind', 'text', 'operation_id']).execute()).toEqual([
    { kind: 'complaint', text: 'te vaak gebeld', operation_id: null },
  ]);
  await store.close();
});
