/** Migration 0200 on rows of the version before: they are chained, and what was typed about a donor lies beside them. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { checkChain } from '../../../db/audit-chain.ts';
import { openStore } from '../../../db/open/open-store.ts';
import { noteAudit } from '../../../db/queries/audit.ts';
import { openBefore } from '../../support/before-migration.ts';

const NOW = '2026-11-21T12:00:00.000Z';
const OPERATION = '00000000-0000-7000-8000-000000000001';

it('migration 0200 chains what was there, and takes what was typed about a donor out of the trail', async () => {
  const { folder, before } = await openBefore(200, NOW);
  const look = JSON.stringify({ reason: 'mevrouw Van der Knaap belde terug', day: '2026-11-21' });
  const settle = JSON.stringify({
    choice: 'mine',
    base: 'a@voorbeeld.nl',
    mine: 'b@voorbeeld.nl',
    successorId: OPERATION,
  });
  await before.write(async ({ transaction }) => {
    const run = (statement: string): Promise<unknown> => sql.raw(statement).execute(transaction);
    await run(
      `INSERT INTO donor (id, crm_id, kind, first_name, prefix, surname, display_name, language, does_not_want_calls,
        does_not_want_email, does_not_want_post, is_deceased, is_removed)
       VALUES (7, 10, 'individual', '', '', '', '', 'nl', 0, 0, 0, 0, 0)`,
    );
    await run(`INSERT INTO person (id, name, roles, is_active) VALUES (1, 'x', '[]', 1)`);
    await run(
      `INSERT INTO operation (id, donor_id, person_id, kind, body, recorded_at, state, tries)
       VALUES ('${OPERATION}', 7, 1, 'correction', '{}', '${NOW}', 'waiting', 0)`,
    );
    for (const [id, action, subject, detail] of [
      [1, 'sign-in', '1', null],
      [2, 'look', '7', look],
      [4, 'settle', OPERATION, settle],
      [5, 'look', '99', look],
    ] as const) {
      await sql`
        INSERT INTO audit (id, at, person_id, action, subject, detail)
        VALUES (${id}, ${NOW}, 1, ${action}, ${subject}, ${detail})`.execute(transaction);
    }
  });
  await before.close();

  const store = await openStore({ folder, now: NOW });
  const { reader } = store;
  expect(await checkChain(reader)).toEqual({ isWhole: true, rows: 4 });
  expect(await reader.selectFrom('audit').select(['id', 'detail', 'about_donor_id']).orderBy('id').execute()).toEqual([
    { id: 1, detail: null, about_donor_id: null },
    { id: 2, detail: '{"day":"2026-11-21"}', about_donor_id: 7 },
    { id: 4, detail: `{"choice":"mine","successorId":"${OPERATION}"}`, about_donor_id: 7 },
    { id: 5, detail: '{"day":"2026-11-21"}', about_donor_id: 99 },
  ]);
  expect(await reader.selectFrom('audit_words').selectAll().orderBy('audit_id').execute()).toEqual([
    { audit_id: 2, donor_id: 7, words: 'mevrouw Van der Knaap belde terug' },
    { audit_id: 4, donor_id: 7, words: settle },
  ]);
  await store.write((writer) => noteAudit(writer, { at: NOW, personId: 1, action: 'sign-in', subject: '1' }));
  expect(await checkChain(reader)).toEqual({ isWhole: true, rows: 5 });
  await store.close();
});
