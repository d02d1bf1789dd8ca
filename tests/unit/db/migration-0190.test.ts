/** Migration 0190 on rows of the version before: gifts that name an action are found without reading the others. */
import { sql, type RawBuilder } from 'kysely';
import { expect, it } from 'vitest';
import { openStore } from '../../../db/open/open-store.ts';
import { candidatesBetween } from '../../../db/queries/candidates.ts';
import { readGiftActions } from '../../../db/queries/giving.ts';
import { DEFAULT_SETTINGS } from '../../../domain/programmes/settings.ts';
import { openBefore } from '../../support/before-migration.ts';

const NOW = '2026-11-21T12:00:00.000Z';
const TODAY = '2026-11-21';

const SOURCES = ['via de actie van Sanne', 'via vriend', 'actiepagina', 'website', null] as const;

/** With every programme on. */
const ALL_ON = {
  ...DEFAULT_SETTINGS,
  ambassadorCall: { ...DEFAULT_SETTINGS.ambassadorCall, isOn: true },
  anniversaryCall: { ...DEFAULT_SETTINGS.anniversaryCall, isOn: true },
  askFeedback: { ...DEFAULT_SETTINGS.askFeedback, isOn: true },
  birthday: { ...DEFAULT_SETTINGS.birthday, isOn: true },
};

it('migration 0190 finds gifts by the action that they name, and no list reads all gifts', async () => {
  const { folder, before } = await openBefore(190, NOW);
  await before.write(async ({ transaction }) => {
    await sql`
      INSERT INTO donor (id, crm_id, kind, first_name, prefix, surname, display_name, language, does_not_want_calls,
                         does_not_want_email, does_not_want_post, is_deceased, is_removed)
      VALUES (1, 1, 'individual', '', '', '', '', 'nl', 0, 0, 0, 0, 0)`.execute(transaction);
    for (const [index, source] of SOURCES.entries()) {
      await sql`
        INSERT INTO gift (crm_id, donor_id, day, amount, status, source)
        VALUES (${index + 1}, 1, '2026-11-07', 2500, 'received', ${source})`.execute(transaction);
    }
  });
  await before.close();

  const store = await openStore({ folder, now: NOW });
  const { reader } = store;
  const actions = (await readGiftActions(reader, [1])).get(1) ?? [];
  expect(actions.map(({ record }) => record)).toEqual([
    { kind: 'gift', id: 1 },
    { kind: 'gift', id: 2 },
  ]);
  const planOf = async (query: RawBuilder<unknown>): Promise<readonly string[]> => {
    const { rows } = await sql<{ detail: string }>`EXPLAIN QUERY PLAN ${query}`.execute(reader);
    return rows.map(({ detail }) => detail);
  };
  // Mandates, a tenth of the donors, and moments are gone through by programmes that are off at first.
  const plan = await planOf(
    sql`SELECT id FROM donor WHERE id IN (${candidatesBetween(TODAY, TODAY, ALL_ON)}) AND slice <> 'outside'`,
  );
  expect(plan.filter((step) => /SCAN (donor|gift|giving|attempt)\b/.test(step))).toEqual([
    'SCAN gift USING COVERING INDEX gift_action',
  ]);
  await store.close();
});
