/** Migration 0170 on rows of the version before: people stay, and go in without a PIN until they have one. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openStore } from '../../../db/open/open-store.ts';
import { readPeople } from '../../../db/queries/people.ts';
import { findPin, writeMisses, writePin } from '../../../db/queries/pins.ts';
import { COSTS, isSecret, keepSecret } from '../../../db/secret.ts';
import { openBefore } from '../../support/before-migration.ts';

const NOW = '2026-11-21T12:00:00.000Z';

it('migration 0170 keeps the people and gives a place to a PIN and its misses', async () => {
  const { folder, before } = await openBefore(170, NOW);
  await before.write(async ({ transaction }) =>
    sql`INSERT INTO person (id, crm_id, name, roles, is_active) VALUES (1, 7, 'Corrie', '["coordinator"]', 1)`.execute(
      transaction,
    ),
  );
  await before.close();
  const store = await openStore({ folder, now: NOW });
  expect(await readPeople(store.reader)).toEqual([
    { id: 1, crmId: 7, name: 'Corrie', roles: ['coordinator'], isActive: true },
  ]);
  expect(await findPin(store.reader, 1)).toBeNull();
  const secret = await keepSecret('7413', COSTS.pin);
  await store.write(async (writer) => writePin(writer, 1, secret, NOW));
  await store.write(async (writer) => writeMisses(writer, 1, { misses: 2, missedAt: NOW }));
  const kept = await findPin(store.reader, 1);
  expect(kept).toMatchObject({ misses: 2, missedAt: NOW });
  expect(kept === null ? null : [await isSecret('7413', kept.secret), await isSecret('7414', kept.secret)]).toEqual([
    true,
    false,
  ]);
  // Nothing that is kept holds the PIN itself.
  expect(JSON.stringify(kept)).not.toContain('7413');
  await store.close();
});
