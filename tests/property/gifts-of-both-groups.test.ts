/**
 * What counts of donors who were drawn: gifts of all places, once each, whatever the CRM books later, and for the held-out
 * by the same rule as for the called. What should count is worked out here without asking the program anything.
 */
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { addDays, type CalendarDay } from '../../domain/calendar/day.ts';
import type { Arm } from '../../domain/results/achieved/drawn.ts';
import { ensureDonors } from '../../db/mirror/save-stubs.ts';
import { openStore } from '../../db/open/open-store.ts';
import { readDrawnDonors } from '../../db/queries/hold-out.ts';
import { setLink, unlink } from '../../db/sources/links.ts';
import type { GiftRecord } from '../../db/sources/records.ts';
import { saveRecords } from '../../db/sources/save-records.ts';
import { settleSources } from '../../db/sources/settle.ts';
import type { Store } from '../../db/store.ts';
import { saidGift, saidOf } from '../support/source-records.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { whenDone } from '../support/when-done.ts';

const NOW = '2026-11-21T12:00:00.000Z';
const ENTERED: CalendarDay = '2026-01-10';
const SITE = 'kentaa:6';

const story = fc.record({
  at: fc.constantFrom('crm', 'kentaa', 'both'),
  status: fc.constantFrom('received', 'received', 'reversed', 'announced', 'cancelled'),
  crmStatus: fc.constantFrom('received', 'received', 'reversed', 'cancelled'),
  isAnonymous: fc.boolean(),
  isManual: fc.boolean(),
  /** To her own action: a start donation. */
  isOwnAction: fc.boolean(),
  /** After the draw, or before it. */
  after: fc.integer({ min: -30, max: 200 }),
  /** Integrations, and people, book it later. */
  booked: fc.integer({ min: -1, max: 21 }),
  isNamed: fc.boolean(),
});
type Story = typeof story extends fc.Arbitrary<infer Each> ? Each : never;

interface Counted {
  readonly day: CalendarDay;
  readonly amount: number;
}

const amountOf = (index: number): number => 1_000 + 37 * index;
const dayOf = ({ after }: Story): CalendarDay => addDays(ENTERED, after);
const bookedOn = (gift: Story): CalendarDay => addDays(dayOf(gift), gift.booked);

function expected(stories: readonly Story[], isLinked: boolean): readonly Counted[] {
  const days = stories.map((gift): CalendarDay | null => {
    const ofPlace = isLinked && gift.status === 'received' && !gift.isAnonymous ? dayOf(gift) : null;
    const ofCrm = gift.crmStatus === 'received' ? bookedOn(gift) : null;
    if (gift.at === 'kentaa') return ofPlace;
    if (gift.at === 'crm' || !isLinked) return ofCrm;
    // What the CRM says never came is no proof that this one did not.
    if (gift.crmStatus === 'cancelled') return ofPlace;
    if (ofCrm === null || gift.status === 'reversed') return null;
    return gift.status === 'received' ? dayOf(gift) : ofCrm;
  });
  return days
    .flatMap((day, index) => (day === null || day <= ENTERED ? [] : [{ day, amount: amountOf(index) }]))
    .toSorted((a, b) => a.amount - b.amount);
}

function recordOf(gift: Story, index: number, own: string): GiftRecord {
  const { status, isManual, isAnonymous, isOwnAction } = gift;
  return saidGift(`${own}-${index}`, `${dayOf(gift)}T12:00:00.000Z`, {
    person: saidOf({ lastName: `Veen ${own}`, email: `${own}@voorbeeld.example` }),
    amount: amountOf(index),
    status,
    sourceStatus: status,
    isManual,
    isAnonymous,
    isOwnAction,
  });
}

interface Drawn {
  readonly crmId: number;
  readonly arm: Arm;
}

/** @returns the donor, and who she is at the place; null when she gave nothing there */
async function bring(store: Store, { crmId, arm }: Drawn, stories: readonly Story[], isCrmFirst: boolean) {
  const own = `${arm}-${crmId}`;
  return store.write(async (writer) => {
    const { transaction } = writer;
    await ensureDonors(writer, [crmId]);
    const { id } = await transaction
      .selectFrom('donor')
      .select('id')
      .where('crm_id', '=', crmId)
      .executeTakeFirstOrThrow();
    await sql`
      INSERT INTO hold_out (donor_id, programme, is_held, percent, drawn_at, arm, entered_on, is_from_before)
      VALUES (${id}, 'thank-you-call', ${arm === 'held' ? 1 : 0}, 50, ${`${ENTERED}T09:00:00.000Z`}, ${arm}, ${ENTERED}, 0)`.execute(
      transaction,
    );
    const book = async (): Promise<void> => {
      for (const [index, gift] of stories.entries()) {
        if (gift.at === 'kentaa') continue;
        const source = gift.isNamed ? `Kentaa tx-${own}-${index}` : 'Bank';
        await sql`
          INSERT INTO gift (crm_id, donor_id, day, amount, status, source, fingerprint)
          VALUES (${crmId * 100 + index}, ${id}, ${bookedOn(gift)}, ${amountOf(index)}, ${gift.crmStatus}, ${source}, 'as the CRM said')`.execute(
          transaction,
        );
      }
    };
    const records = stories.flatMap((gift, index) => (gift.at === 'crm' ? [] : [recordOf(gift, index, own)]));
    if (isCrmFirst) await book();
    const context = { siteId: SITE, startedFrom: '2025-01-01T00:00:00.000Z', now: NOW, isAskedFor: false };
    const { sourceDonorIds } = await saveRecords(writer, context, records);
    const [sourceDonorId = null] = sourceDonorIds;
    if (sourceDonorId !== null) {
      await setLink(writer, {
        sourceDonorId,
        donorId: id,
        state: 'certain',
        reasons: [],
        score: 90,
        decidedBy: null,
        now: NOW,
      });
    }
    await settleSources(writer, [id]);
    if (!isCrmFirst) {
      await book();
      await settleSources(writer, [id]);
    }
    return { id, sourceDonorId };
  });
}

it('gifts of all places count once, on the day they were given, and alike in both groups', async () => {
  const store = await openStore({ folder: temporaryFolder(), now: NOW });
  whenDone(() => store.close());
  const personId = await store.write(async ({ transaction }) => {
    await sql`
      INSERT INTO source_site (id, kind, name, address, is_enabled, adds_newcomers, started_from, added_at)
      VALUES (${SITE}, 'kentaa', 'Voorbeeld', 'https://api.example/v1', 1, 0, '2025-01-01', ${NOW})`.execute(
      transaction,
    );
    await sql`INSERT INTO person (name, roles, is_active) VALUES ('Els', '["coordinator"]', 1)`.execute(transaction);
    const { id } = await transaction.selectFrom('person').select('id').executeTakeFirstOrThrow();
    return id;
  });
  const countedOf = async (ids: readonly number[]): Promise<readonly (readonly Counted[])[]> => {
    const drawn = await readDrawnDonors(store.reader);
    return ids.map((id) =>
      (drawn.find(({ donorId }) => donorId === id)?.gifts ?? [])
        .filter(({ day }) => day > ENTERED)
        .map(({ day, amount }) => ({ day, amount }))
        .toSorted((a, b) => a.amount - b.amount),
    );
  };
  let crmId = 1_000;
  await fc.assert(
    fc.asyncProperty(fc.array(story, { maxLength: 6 }), fc.boolean(), async (stories, isCrmFirst) => {
      crmId += 2;
      const called = await bring(store, { crmId, arm: 'called' }, stories, isCrmFirst);
      const held = await bring(store, { crmId: crmId + 1, arm: 'held' }, stories, !isCrmFirst);
      const ids = [called.id, held.id];
      const counted = expected(stories, true);
      expect(await countedOf(ids)).toEqual([counted, counted]);
      await store.write((writer) => settleSources(writer, ids));
      expect(await countedOf(ids)).toEqual([counted, counted]);
      // A link that was wrong takes all of it back: what is left is what the CRM said.
      await store.write(async (writer) => {
        for (const { sourceDonorId } of [called, held]) {
          if (sourceDonorId !== null) await unlink(writer, { sourceDonorId, personId, now: NOW });
        }
      });
      const without = expected(stories, false);
      expect(await countedOf(ids)).toEqual([without, without]);
      await store.write(({ transaction }) => sql`DELETE FROM hold_out`.execute(transaction));
    }),
    { numRuns: 60 },
  );
}, 60_000);
