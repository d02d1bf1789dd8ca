/** Migration 0050 on rows of the version before: who was held stays held and is read again, and a pull goes on where it stood. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../../db/open/open-store.ts';
import { readCursor } from '../../../db/queries/cursors.ts';
import type { Store } from '../../../db/store.ts';
import { readProgress } from '../../../sync/pull/progress.ts';
import { openBefore } from '../../support/before-migration.ts';

const NOW = '2026-11-21T12:00:00.000Z';
const POSITION = { phase: 'changes', since: '2026-11-21 11:00:00', after: null };

const run = (store: Store, statement: string): Promise<unknown> =>
  store.write(async ({ transaction }) => sql.raw(statement).execute(transaction));

async function upgraded(entities: readonly string[]): Promise<Store> {
  const { folder, before } = await openBefore(50, NOW);
  await run(
    before,
    `INSERT INTO donor (id, crm_id, kind, first_name, prefix, surname, display_name, language, does_not_want_calls,
      does_not_want_email, does_not_want_post, is_deceased, is_removed)
     VALUES (1, 10, 'individual', 'Anna', '', 'Bos', '', 'nl', 0, 0, 0, 0, 0)`,
  );
  for (const entity of entities) {
    await run(before, `INSERT INTO sync_cursor VALUES ('${entity}', '${JSON.stringify(POSITION)}', '${NOW}')`);
  }
  await before.close();
  return openStore({ folder, now: NOW });
}

describe('migration 0050', () => {
  it('leaves every donor held and every cursor where it was, and knows that the first pull is over', async () => {
    const store = await upgraded(['donors', 'mandates', 'gifts']);
    const donor = await store.reader.selectFrom('donor').selectAll().executeTakeFirstOrThrow();
    expect(donor).toMatchObject({ first_name: 'Anna', slice: 'refetch', winner_asks: 0, merged_into: null });
    expect(await readCursor(store.reader, 'gifts')).toEqual({ position: POSITION, done: 0, total: null });
    expect(await readProgress(store.reader)).toMatchObject({ listsReady: true, isFinished: true });
    await store.close();
  });

  it('lets a first pull that was interrupted go on', async () => {
    const store = await upgraded(['donors']);
    expect(await readProgress(store.reader)).toMatchObject({ listsReady: false, isFinished: false });
    await store.close();
  });

  it('refuses a place that does not exist', async () => {
    const store = await upgraded([]);
    await expect(run(store, `UPDATE donor SET slice = 'elders'`)).rejects.toThrow('CHECK');
    await expect(run(store, `UPDATE donor SET merged_into = 99`)).rejects.toThrow('FOREIGN KEY');
    await store.close();
  });
});
