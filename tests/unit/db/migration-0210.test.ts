/** Migration 0210 on rows of the version before: donors stay, and nobody is kept away. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openStore } from '../../../db/open/open-store.ts';
import { ensureDonors } from '../../../db/mirror/save-stubs.ts';
import { addTombstones, isErased } from '../../../db/erasure/tombstones.ts';
import { setCurrentPerson } from '../../../db/queries/people.ts';
import { openBefore } from '../../support/before-migration.ts';

const NOW = '2026-11-21T12:00:00.000Z';

it('migration 0210 keeps the donors, and from then on an erased one is kept away', async () => {
  const { folder, before } = await openBefore(210, NOW);
  await before.write((writer) => ensureDonors(writer, [7, 8]));
  await before.close();
  const store = await openStore({ folder, now: NOW });
  const idsOf = async (): Promise<readonly (number | null)[]> =>
    (await store.reader.selectFrom('donor').select('crm_id').orderBy('crm_id').execute()).map(({ crm_id }) => crm_id);
  expect(await idsOf()).toEqual([7, 8]);
  await store.write(async (writer) => {
    const { id } = await setCurrentPerson(writer, { crmId: 2, name: 'Corrie', roles: ['coordinator'] });
    await sql`
      INSERT INTO erasure (id, at, person_id, ground, state, report)
      VALUES ('e1', ${NOW}, ${id}, 'asked', 'finished', '{}')`.execute(writer.transaction);
    await addTombstones(writer, 'e1', [{ kind: 'contact', value: 9 }]);
    await ensureDonors(writer, [8, 9, 10]);
  });
  expect(await idsOf()).toEqual([7, 8, 10]);
  expect(await isErased(store.reader, { crmId: 9 })).toBe(true);
  expect(await isErased(store.reader, { crmId: 10, externalId: '9' })).toBe(false);
  const { rows } = await sql<{ hash: string }>`SELECT hash FROM tombstone`.execute(store.reader);
  expect(rows[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
  await store.close();
});
