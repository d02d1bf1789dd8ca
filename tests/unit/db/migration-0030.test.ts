/** Migration 0030 on rows of the version before: a conflict whose other value nobody kept is looked at again. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../../db/migrations/index.ts';
import { openStore } from '../../../db/open/open-store.ts';
import type { Store } from '../../../db/store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const NOW = '2026-11-21T12:00:00.000Z';
const ID = (digit: number): string => `00000000-0000-7000-8000-00000000000${digit}`;

const run = (store: Store, statement: string): Promise<unknown> =>
  store.write(async ({ transaction }) => sql.raw(statement).execute(transaction));

const operation = (digit: number, state: string): string =>
  `INSERT INTO operation (id, donor_id, person_id, kind, body, recorded_at, state, tries, answered_at, crm_words)
   VALUES ('${ID(digit)}', 1, 1, 'correction', '{}', '${NOW}', '${state}', 1, '${NOW}', 'ander@voorbeeld.nl')`;

async function storeOfTheVersionBefore(folder: string): Promise<void> {
  const store = await openStore({ folder, now: NOW, migrations: MIGRATIONS.filter(({ number }) => number < 30) });
  await run(
    store,
    `INSERT INTO donor (id, crm_id, kind, first_name, prefix, surname, display_name, language, does_not_want_calls,
      does_not_want_email, does_not_want_post, is_deceased, is_removed)
     VALUES (1, 10, 'individual', '', '', '', '', 'nl', 0, 0, 0, 0, 0)`,
  );
  await run(store, `INSERT INTO person (id, name, roles, is_active) VALUES (1, 'x', '[]', 1)`);
  await run(store, operation(1, 'conflict'));
  await run(store, operation(2, 'rejected'));
  await run(store, `INSERT INTO audit (at, person_id, action, subject) VALUES ('${NOW}', 1, 'undo', '${ID(2)}')`);
  await store.close();
}

describe('migration 0030', () => {
  it('sends conflicts of the version before once more, and leaves everything else as it was', async () => {
    const folder = temporaryFolder();
    await storeOfTheVersionBefore(folder);
    const store = await openStore({ folder, now: NOW });
    const operations = await store.reader.selectFrom('operation').select(['id', 'state']).orderBy('id').execute();
    expect(operations).toEqual([
      { id: ID(1), state: 'waiting' },
      { id: ID(2), state: 'rejected' },
    ]);
    expect(await store.reader.selectFrom('audit').select(['action', 'detail']).execute()).toEqual([
      { action: 'undo', detail: null },
    ]);
    expect(await store.reader.selectFrom('conflict').selectAll().execute()).toEqual([]);
    await store.close();
  });

  it('keeps one open conflict of an operation, and no choice without its time', async () => {
    const folder = temporaryFolder();
    await storeOfTheVersionBefore(folder);
    const store = await openStore({ folder, now: NOW });
    const conflict = (choice: string, settledAt: string): string =>
      `INSERT INTO conflict (operation_id, field, mine, found_at, choice, settled_at)
       VALUES ('${ID(1)}', 'email', '"a"', '${NOW}', ${choice}, ${settledAt})`;
    await run(store, conflict('NULL', 'NULL'));
    await expect(run(store, conflict('NULL', 'NULL'))).rejects.toThrow('UNIQUE');
    await expect(run(store, conflict(`'mine'`, 'NULL'))).rejects.toThrow('CHECK');
    await expect(run(store, conflict(`'ours'`, `'${NOW}'`))).rejects.toThrow('CHECK');
    await run(store, conflict(`'theirs'`, `'${NOW}'`));
    await store.close();
  });
});
