/** Migration 0270 on rows of the version before: donors stay; a number goes with its row, and stays away with an erased donor. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { addTombstones } from '../../../db/erasure/tombstones.ts';
import { ensureDonors } from '../../../db/mirror/save-stubs.ts';
import { openStore } from '../../../db/open/open-store.ts';
import { keepNumbers, readCrmIds } from '../../../db/queries/crm-numbers.ts';
import { setCurrentPerson } from '../../../db/queries/people.ts';
import { openBefore } from '../../support/before-migration.ts';

const NOW = '2026-11-21T12:00:00.000Z';

it('migration 0270 keeps the donors, and the id of a number as long as its donor', async () => {
  const { folder, before } = await openBefore(270, NOW);
  await before.write((writer) => ensureDonors(writer, [7, 8]));
  await before.close();
  const store = await openStore({ folder, now: NOW });
  const known = async (): Promise<readonly [number, string][]> => [
    ...(await readCrmIds(store.reader, 'contact', [7, 8, 9])),
  ];
  await store.write((writer) =>
    keepNumbers(writer, 'contact', [
      { number: 7, id: '003A' },
      { number: 8, id: '003B' },
    ]),
  );
  // The first id of a number keeps it.
  await store.write((writer) => keepNumbers(writer, 'contact', [{ number: 7, id: '003X' }]));
  expect(await known()).toEqual([
    [7, '003A'],
    [8, '003B'],
  ]);
  await store.write(({ transaction }) => transaction.deleteFrom('donor').where('crm_id', '=', 8).execute());
  expect(await known()).toEqual([[7, '003A']]);
  await store.write(async (writer) => {
    const { id } = await setCurrentPerson(writer, { crmId: 2, name: 'Corrie', roles: ['coordinator'] });
    await sql`
      INSERT INTO erasure (id, at, person_id, ground, state, report)
      VALUES ('e1', ${NOW}, ${id}, 'asked', 'finished', '{}')`.execute(writer.transaction);
    await addTombstones(writer, 'e1', [{ kind: 'contact', value: 9 }]);
    await keepNumbers(writer, 'contact', [{ number: 9, id: '003C' }]);
  });
  expect(await known()).toEqual([[7, '003A']]);
  await store.close();
});
