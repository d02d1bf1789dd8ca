/** Migration 0120 on rows of the version before: nothing is lost, and calls can say more. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openStore } from '../../../db/open/open-store.ts';
import { openBefore } from '../../support/before-migration.ts';

const NOW = '2026-11-21T12:00:00.000Z';

const ROWS = [
  `INSERT INTO donor (id, crm_id, kind, first_name, prefix, surname, display_name, language, does_not_want_calls,
     does_not_want_email, does_not_want_post, is_deceased, is_removed)
   VALUES (1, 10, 'individual', 'Anneke', '', 'Smit', 'Anneke Smit', 'nl', 0, 0, 0, 0, 0)`,
  `INSERT INTO person (id, name, roles, is_active) VALUES (1, 'Els', '[]', 1)`,
  `INSERT INTO follow_up (donor_id, person_id, kind, text, at) VALUES (1, 1, 'complaint', 'Te vaak post', '${NOW}')`,
  `INSERT INTO call_item (id, donor_id, person_id, lane, programme, list_day, amount, reason, state, opened_at, notes)
   VALUES (1, 1, 1, 'caller', 'thank-you-call', '2026-11-21', 1, '{}', 'open', '${NOW}', 'halverwege')`,
  `INSERT INTO detail_check (call_item_id, detail, at) VALUES (1, 'name', '${NOW}')`,
];

it('migration 0120 keeps what was said and checked, and leaves what nobody was asked empty', async () => {
  const { folder, before } = await openBefore(120, NOW);
  await before.write(async ({ transaction }) => {
    for (const row of ROWS) await sql.raw(row).execute(transaction);
  });
  await before.close();

  const store = await openStore({ folder, now: NOW });
  const { reader } = store;
  expect(await reader.selectFrom('follow_up').selectAll().execute()).toMatchObject([
    { text: 'Te vaak post', topic: null, assignee_name: '', due_day: null, answered_at: null, closed_at: null },
  ]);
  expect(await reader.selectFrom('call_item').selectAll().execute()).toMatchObject([
    { notes: 'halverwege', nps: null },
  ]);
  expect(await reader.selectFrom('detail_check').selectAll().execute()).toMatchObject([
    { detail: 'name', method: null },
  ]);

  const run = (statement: string) => store.write(({ transaction }) => sql.raw(statement).execute(transaction));
  await expect(run(`UPDATE call_item SET nps = 11`)).rejects.toThrow('CHECK');
  await expect(run(`UPDATE call_item SET thumb = 'sideways'`)).rejects.toThrow('CHECK');
  await store.close();
});
