/** Migration 0231 on rows of the version before: whom a place knows stays, and nobody is to become a contact yet. */
import { expect, it } from 'vitest';
import { openStore } from '../../../db/open/open-store.ts';
import { readNewcomers } from '../../../db/sources/newcomers.ts';
import { knowJan, openBefore } from '../../support/before-migration.ts';

const NOW = '2026-11-21T12:00:00.000Z';

it('migration 0231 keeps whom a place knows, and adds nobody by itself', async () => {
  const { folder, before } = await openBefore(231, NOW);
  await before.write(async ({ transaction }) => {
    await knowJan({ transaction }, NOW);
  });
  await before.close();
  const store = await openStore({ folder, now: NOW });
  expect(await store.reader.selectFrom('source_donor').select('last_name').execute()).toEqual([{ last_name: 'Loper' }]);
  expect(await readNewcomers(store.reader, 10)).toEqual([]);
  await store.close();
});
