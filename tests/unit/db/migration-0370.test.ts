/** Migration 0370 on rows of the version before: calls stay as they were, and nobody knows yet which number they dialled. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { ensureDonors } from '../../../db/mirror/save-stubs.ts';
import { openStore } from '../../../db/open/open-store.ts';
import { openBefore } from '../../support/before-migration.ts';

const NOW = '2026-11-21T12:00:00.000Z';

it('migration 0370 keeps the moments', async () => {
  const { folder, before } = await openBefore(370, NOW);
  await before.write(async (writer) => {
    await ensureDonors(writer, [7]);
    await sql`
      INSERT INTO moment (crm_id, donor_id, type_name, status_name, subject, day, at, assignees, outcome)
      SELECT 5, id, 'Phone Call', 'Unreachable', 'Gebeld', '2026-11-20', ${NOW}, '[]', 'wrong-number' FROM donor`.execute(
      writer.transaction,
    );
  });
  await before.close();
  const store = await openStore({ folder, now: NOW });
  expect(await store.reader.selectFrom('moment').select(['crm_id', 'outcome', 'number']).execute()).toEqual([
    { crm_id: 5, outcome: 'wrong-number', number: null },
  ]);
  await store.close();
});
