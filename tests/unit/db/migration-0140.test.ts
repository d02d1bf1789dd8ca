/** Migration 0140 on rows of the version before: operations keep their order and what points to them, and there may be moments. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openStore } from '../../../db/open/open-store.ts';
import type { Store } from '../../../db/store.ts';
import { openBefore } from '../../support/before-migration.ts';

const NOW = '2026-11-21T12:00:00.000Z';
const ID = (digit: number): string => `00000000-0000-7000-8000-00000000000${digit}`;

const run = (store: Store, statement: string): Promise<unknown> =>
  store.write(async ({ transaction }) => sql.raw(statement).execute(transaction));

const operation = (digit: number, kind: string): string =>
  `INSERT INTO operation (sequence, id, donor_id, person_id, kind, body, recorded_at, state, tries, reference)
   VALUES (${digit * 10}, '${ID(digit)}', 1, 1, '${kind}', '{}', '${NOW}', 'applied', 1, 'set')`;

it('migration 0140 keeps every operation, and what points to it', async () => {
  const { folder, before } = await openBefore(140, NOW);
  await run(
    before,
    `INSERT INTO donor (id, crm_id, kind, first_name, prefix, surname, display_name, language, does_not_want_calls,
      does_not_want_email, does_not_want_post, is_deceased, is_removed)
     VALUES (1, 10, 'individual', '', '', '', '', 'nl', 0, 0, 0, 0, 0)`,
  );
  await run(before, `INSERT INTO person (id, name, roles, is_active) VALUES (1, 'x', '[]', 1)`);
  await run(before, operation(1, 'correction'));
  await run(before, operation(2, 'objection'));
  await run(
    before,
    `INSERT INTO correction (id, donor_id, person_id, detail, field, body, checked_by, at)
     VALUES ('${ID(1)}', 1, 1, 'name', 'name', '{}', 'heard', '${NOW}')`,
  );
  await run(before, `INSERT INTO objection (id, donor_id, person_id, at) VALUES ('${ID(2)}', 1, 1, '${NOW}')`);
  const kept = await sql`SELECT * FROM operation ORDER BY sequence`.execute(before.reader);
  await before.close();

  const store = await openStore({ folder, now: NOW });
  expect((await sql`SELECT * FROM operation ORDER BY sequence`.execute(store.reader)).rows).toEqual(kept.rows);
  expect((await sql`PRAGMA foreign_key_check`.execute(store.reader)).rows).toEqual([]);
  await run(store, operation(3, 'moment'));
  await expect(run(store, `DELETE FROM operation WHERE id = '${ID(1)}'`)).rejects.toThrow(/FOREIGN KEY/);
  const { rows } = await sql<{ name: string }>`
    SELECT name FROM pragma_index_list('operation') WHERE name LIKE 'operation_%' ORDER BY name`.execute(store.reader);
  expect(rows.map(({ name }) => name)).toEqual(['operation_donor', 'operation_unfinished']);
  await store.close();
});
