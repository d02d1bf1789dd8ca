/** Migration 0300 on rows of the version before: every draw keeps its place, and tells its group where chance decided. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { ensureDonors } from '../../../db/mirror/save-stubs.ts';
import { openStore } from '../../../db/open/open-store.ts';
import { readDrawnDonors } from '../../../db/queries/hold-out.ts';
import { setCurrentPerson } from '../../../db/queries/people.ts';
import { openBefore } from '../../support/before-migration.ts';

const NOW = '2026-11-21T12:00:00.000Z';
/** Summer time: already the second of June in Amsterdam. */
const DRAWN = '2026-06-01T22:30:00.000Z';

it('migration 0300 keeps who is held out, and leaves out of the comparison whom somebody had tried before the draw', async () => {
  const { folder, before } = await openBefore(300, NOW);
  await before.write(async (writer) => {
    await ensureDonors(writer, [1, 2, 3, 4, 5]);
    const { id } = await setCurrentPerson(writer, { crmId: 2, name: 'Corrie', roles: ['coordinator'] });
    const { transaction } = writer;
    await sql`
      INSERT INTO hold_out (donor_id, programme, is_held, percent, drawn_at)
      SELECT id, 'thank-you-call', crm_id = 1, 20, ${DRAWN} FROM donor`.execute(transaction);
    const attempt = (crmId: number, at: string, programme: string) => sql`
      INSERT INTO attempt (id, donor_id, person_id, lane, programme, outcome, day, at, duration_seconds, notes)
      SELECT ${`attempt-${crmId}`}, id, ${id}, 'caller', ${programme}, 'no-answer', '2026-06-01', ${at}, 20, ''
        FROM donor WHERE crm_id = ${crmId}`;
    await attempt(2, '2026-06-01T18:00:00.000Z', 'thank-you-call').execute(transaction);
    await attempt(3, '2026-06-03T18:00:00.000Z', 'thank-you-call').execute(transaction);
    await attempt(4, '2026-06-01T18:00:00.000Z', 'service-call').execute(transaction);
    await sql`
      INSERT INTO moment (crm_id, donor_id, type_name, status_name, subject, day, at, assignees, programme)
      SELECT 90, id, 'Phone Call', 'Unreachable', '', '2026-06-01', '2026-06-01T18:00:00.000Z', '[]', 'thank-you-call'
        FROM donor WHERE crm_id = 5`.execute(transaction);
  });
  await before.close();
  const store = await openStore({ folder, now: NOW });
  const { rows } = await sql<object>`
    SELECT crm_id AS crmId, is_held AS isHeld, arm, entered_on AS enteredOn, is_from_before AS isFromBefore
      FROM hold_out JOIN donor ON donor.id = donor_id ORDER BY crm_id`.execute(store.reader);
  const common = { enteredOn: '2026-06-02', isFromBefore: null };
  expect(rows).toEqual([
    { crmId: 1, isHeld: 1, arm: 'held', ...common },
    { crmId: 2, isHeld: 0, arm: null, ...common },
    { crmId: 3, isHeld: 0, arm: 'called', ...common },
    { crmId: 4, isHeld: 0, arm: 'called', ...common },
    { crmId: 5, isHeld: 0, arm: null, ...common },
  ]);
  expect((await readDrawnDonors(store.reader)).map(({ arm }) => arm)).toEqual(['held', null, 'called', 'called', null]);
  await store.close();
});
