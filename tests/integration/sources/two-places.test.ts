/** One gift that a fundraising site and a spreadsheet both know, and later the CRM too (docs/decisions/0052). */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { ensureDonors } from '../../../db/mirror/save-stubs.ts';
import { openStore } from '../../../db/open/open-store.ts';
import { readGiftPlaces } from '../../../db/sources/gift-places.ts';
import { setLink, unlink } from '../../../db/sources/links.ts';
import { MADE_FOR_A_PLACE, settleSources } from '../../../db/sources/settle.ts';
import type { Store } from '../../../db/store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { whenDone } from '../../support/when-done.ts';

const NOW = '2026-11-21T12:00:00.000Z';
const SITES = [
  [1, 'kentaa:6', 'kentaa', 'De grote zwemtocht', '2026-11-10'],
  [2, 'file:a', 'file', 'Voorjaarsavond', '2026-11-12'],
  [3, 'file:b', 'file', 'Balie', '2026-11-11'],
] as const;

async function placesWithOneGift(order: readonly number[] = [0, 1, 2]): Promise<Store> {
  const store = await openStore({ folder: temporaryFolder(), now: NOW });
  whenDone(() => store.close());
  await store.write(async (writer) => {
    await ensureDonors(writer, [7]);
    const { transaction } = writer;
    await sql`INSERT INTO person (name, roles, is_active) VALUES ('Els', '["coordinator"]', 1)`.execute(transaction);
    for (const index of order) {
      const [id, site, kind, name, day] = SITES[index] ?? SITES[0];
      await sql`
        INSERT INTO source_site (id, kind, name, address, is_enabled, adds_newcomers, started_from, added_at)
        VALUES (${site}, ${kind}, ${name}, '', 1, 0, '2026-01-01', ${NOW})`.execute(transaction);
      await sql`
        INSERT INTO source_donor (id, site_id, source_key, first_name, infix, last_name, organisation, language,
                                  is_callable, first_seen_at, changed_at)
        VALUES (${id}, ${site}, ${`record:${id}`}, 'Jan', '', 'Loper', '', 'nl', 1, ${NOW}, ${NOW})`.execute(
        transaction,
      );
      await sql`
        INSERT INTO source_gift (site_id, source_key, source_donor_id, day, at, amount, currency, status, source_status,
                                 is_manual, is_anonymous, is_own_action, is_countable, updated_at)
        VALUES (${site}, ${`gift:${id}`}, ${id}, ${day}, ${NOW}, 2500, 'EUR', 'received', 'paid', 0, 0, 0, 1, ${NOW})`.execute(
        transaction,
      );
      await setLink(writer, {
        sourceDonorId: id,
        donorId: 1,
        state: 'certain',
        reasons: [],
        score: 90,
        decidedBy: null,
        now: NOW,
      });
      await settleSources(writer, [1]);
    }
  });
  return store;
}

const giftsOf = ({ reader }: Store) =>
  reader.selectFrom('gift').select(['crm_id', 'day', 'amount', 'status', 'source']).orderBy('day').execute();
const unlinkAt = (store: Store, sourceDonorId: number) =>
  store.write((writer) => unlink(writer, { sourceDonorId, personId: 1, now: NOW }));
const OWN = { crm_id: null, amount: 2_500, status: 'received' };

it.each([[[0, 1, 2]], [[2, 1, 0]], [[1, 0, 2]]])(
  'counts once, by the place that is trusted most: %j',
  async (order) => {
    const store = await placesWithOneGift(order);
    expect(await giftsOf(store)).toEqual([{ ...OWN, day: '2026-11-10', source: 'Kentaa' }]);
    expect([...(await readGiftPlaces(store.reader, 1)).values()]).toEqual([
      ['De grote zwemtocht', 'Balie', 'Voorjaarsavond'],
    ]);
    // It was somebody else there: the next place stands for it, then the last, and then nothing is left.
    await unlinkAt(store, 1);
    expect(await giftsOf(store)).toEqual([{ ...OWN, day: '2026-11-12', source: 'Voorjaarsavond' }]);
    await unlinkAt(store, 2);
    expect(await giftsOf(store)).toEqual([{ ...OWN, day: '2026-11-11', source: 'Balie' }]);
    await unlinkAt(store, 3);
    expect(await giftsOf(store)).toEqual([]);
  },
);

it('when the CRM books it, that one counts, on the day on which it was given; and everything is put back', async () => {
  const store = await placesWithOneGift();
  await store.write(async (writer) => {
    await sql`
      INSERT INTO gift (crm_id, donor_id, day, amount, status, source, fingerprint)
      VALUES (77, 1, '2026-11-20', 2500, 'received', 'Bank', 'as the CRM said')`.execute(writer.transaction);
    await settleSources(writer, [1]);
  });
  const booked = { crm_id: 77, amount: 2_500, status: 'received', source: 'Bank' };
  expect(await giftsOf(store)).toEqual([{ ...booked, day: '2026-11-10' }]);
  expect((await readGiftPlaces(store.reader, 1)).get(77)).toHaveLength(3);
  await unlinkAt(store, 1);
  expect(await giftsOf(store)).toEqual([{ ...booked, day: '2026-11-12' }]);
  // What went back at one of them went back.
  await store.write(async (writer) => {
    await sql`UPDATE source_gift SET status = 'reversed' WHERE site_id = 'file:b'`.execute(writer.transaction);
    await settleSources(writer, [1]);
  });
  expect(await giftsOf(store)).toEqual([{ ...booked, status: 'reversed', day: '2026-11-12' }]);
  await unlinkAt(store, 3);
  await unlinkAt(store, 2);
  expect(await giftsOf(store)).toEqual([{ ...booked, day: '2026-11-20' }]);
});

it('two equal gifts at one place are two, and another place that knows one of them makes no third', async () => {
  const store = await placesWithOneGift();
  await store.write(async (writer) => {
    await sql`
      INSERT INTO source_gift (site_id, source_key, source_donor_id, day, at, amount, currency, status, source_status,
                               is_manual, is_anonymous, is_own_action, is_countable, updated_at)
      VALUES ('file:a', 'gift:second', 2, '2026-11-12', ${NOW}, 2500, 'EUR', 'received', 'paid', 0, 0, 0, 1, ${NOW})`.execute(
      writer.transaction,
    );
    await settleSources(writer, [1]);
  });
  expect(await giftsOf(store)).toEqual([
    { ...OWN, day: '2026-11-10', source: 'Kentaa' },
    { ...OWN, day: '2026-11-12', source: 'Voorjaarsavond' },
  ]);
});

it('looks at the gifts of its donors alone, however many the CRM has no number for', async () => {
  const store = await placesWithOneGift([0]);
  const { rows } = await sql<{ detail: string }>`
    EXPLAIN QUERY PLAN DELETE FROM gift WHERE donor_id IN (SELECT value FROM json_each('[1]')) AND ${MADE_FOR_A_PLACE}`.execute(
    store.reader,
  );
  expect(rows[0]?.detail).toBe('SEARCH gift USING INDEX gift_of_donor (donor_id=?)');
});
