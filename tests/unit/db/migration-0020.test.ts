/** Migration 0020 on rows of the version before: a workstation that has been working without claims. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../../db/migrations/index.ts';
import { openStore } from '../../../db/open/open-store.ts';
import type { Store } from '../../../db/store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const NOW = '2026-11-21T12:00:00.000Z';

const run = (store: Store, statement: string): Promise<unknown> =>
  store.write(async ({ transaction }) => sql.raw(statement).execute(transaction));

async function storeOfTheVersionBefore(folder: string): Promise<void> {
  const store = await openStore({ folder, now: NOW, migrations: MIGRATIONS.filter(({ number }) => number < 20) });
  await run(
    store,
    `INSERT INTO donor (id, crm_id, kind, first_name, prefix, surname, display_name, language, does_not_want_calls,
      does_not_want_email, does_not_want_post, is_deceased, is_removed)
     VALUES (1, 10, 'individual', '', '', '', '', 'nl', 0, 0, 0, 0, 0)`,
  );
  await run(
    store,
    `INSERT INTO moment (crm_id, donor_id, type_name, status_name, subject, day, at, assignees, operation_id)
     VALUES (5, 1, 'Phone Call', 'Completed', 'x', '2026-11-20', '${NOW}', '[]', 'op')`,
  );
  for (const entity of ['moments', 'donors']) {
    await run(store, `INSERT INTO sync_cursor (entity, position, updated_at) VALUES ('${entity}', '{}', '${NOW}')`);
  }
  await store.close();
}

describe('migration 0020', () => {
  it('keeps the moments, and has them asked for again with who made them', async () => {
    const folder = temporaryFolder();
    await storeOfTheVersionBefore(folder);
    const store = await openStore({ folder, now: NOW });
    expect(await store.reader.selectFrom('moment').select(['crm_id', 'caller_crm_id']).execute()).toEqual([
      { crm_id: 5, caller_crm_id: null },
    ]);
    expect(await store.reader.selectFrom('sync_cursor').select('entity').execute()).toEqual([{ entity: 'donors' }]);
    await store.close();
  });

  it('refuses a claim on nobody, or in a state that there is not', async () => {
    const folder = temporaryFolder();
    await storeOfTheVersionBefore(folder);
    const store = await openStore({ folder, now: NOW });
    const claim = (donor: number, state: string): string =>
      `INSERT INTO claim (id, donor_id, ends_at, state) VALUES ('a', ${donor}, '${NOW}', '${state}')`;
    await expect(run(store, claim(2, 'held'))).rejects.toThrow('FOREIGN KEY');
    await expect(run(store, claim(1, 'mine'))).rejects.toThrow('CHECK');
    await run(store, claim(1, 'held'));
    await store.close();
  });
});
