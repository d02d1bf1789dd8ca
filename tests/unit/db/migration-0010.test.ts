/** Migration 0010 makes the tables of a workstation; the rules that the tables keep by themselves. */
import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../../db/migrations/index.ts';
import { openStore } from '../../../db/open/open-store.ts';
import type { Store } from '../../../db/store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { sql } from 'kysely';

const NOW = '2026-11-21T12:00:00.000Z';

const ONLY_THIS = MIGRATIONS.filter(({ number }) => number === 10);

async function run(store: Store, statement: string): Promise<string> {
  try {
    await store.write(async ({ transaction }) => sql.raw(statement).execute(transaction));
    return 'ok';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

const DONOR = `INSERT INTO donor (id, crm_id, kind, first_name, prefix, surname, display_name, language, does_not_want_calls,
  does_not_want_email, does_not_want_post, is_deceased, is_removed) VALUES (1, 10, 'individual', '', '', '', '', 'nl', 0, 0, 0, 0, 0)`;
const CALL = (id: number, state: string): string =>
  `INSERT INTO call_item (id, donor_id, person_id, lane, programme, list_day, amount, reason, state, opened_at, notes)
   VALUES (${id}, 1, 1, 'caller', 'thank-you-call', '2026-11-21', 1, '{}', '${state}', '${NOW}', '')`;

describe('migration 0010', () => {
  it('makes every table of design.md that this version needs, all of them STRICT', async () => {
    const store = await openStore({ folder: temporaryFolder(), now: NOW, migrations: ONLY_THIS });
    const { rows } = await sql<{ name: string; strict: number }>`
      SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'kysely_%'`.execute(
      store.reader,
    );
    expect(rows.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'attempt',
        'audit',
        'call_item',
        'callback',
        'correction',
        'detail_check',
        'donor',
        'donor_address',
        'donor_email',
        'donor_phone',
        'follow_up',
        'gift',
        'giving',
        'mandate',
        'moment',
        'objection',
        'operation',
        'person',
        'postponement',
        'setting',
        'sync_cursor',
        'wrong_number',
      ]),
    );
    expect(rows.filter(({ strict }) => strict !== 1)).toEqual([]);
    await store.close();
  });

  it('refuses what cannot be', async () => {
    const store = await openStore({ folder: temporaryFolder(), now: NOW, migrations: ONLY_THIS });
    expect(await run(store, DONOR)).toBe('ok');
    expect(await run(store, DONOR.replace('(1, 10', '(2, 10'))).toBe('SQLITE_CONSTRAINT_UNIQUE');
    expect(
      await run(store, `INSERT INTO gift (donor_id, day, amount, status) VALUES (1, '2026-11-21', 'veel', 'received')`),
    ).toBe('SQLITE_CONSTRAINT_DATATYPE');
    expect(await run(store, DONOR.replace("(1, 10, 'individual'", "(2, 11, 'mens'"))).toBe('SQLITE_CONSTRAINT_CHECK');
    expect(
      await run(store, `INSERT INTO gift (donor_id, day, amount, status) VALUES (99, '2026-11-21', 1, 'received')`),
    ).toBe('SQLITE_CONSTRAINT_FOREIGNKEY');
    expect(await run(store, `INSERT INTO setting (key, value) VALUES ('a', 'geen json')`)).toBe(
      'SQLITE_CONSTRAINT_CHECK',
    );
    await store.close();
  });

  it('allows one open call with a donor, and any number of finished ones', async () => {
    const store = await openStore({ folder: temporaryFolder(), now: NOW, migrations: ONLY_THIS });
    await run(store, DONOR);
    await run(store, `INSERT INTO person (id, name, roles, is_active) VALUES (1, 'x', '[]', 1)`);
    expect(await run(store, CALL(1, 'done'))).toBe('ok');
    expect(await run(store, CALL(2, 'done'))).toBe('ok');
    expect(await run(store, CALL(3, 'open'))).toBe('ok');
    expect(await run(store, CALL(4, 'open'))).toBe('SQLITE_CONSTRAINT_UNIQUE');
    await store.close();
  });
});
