/** The list that is kept ready is the list made from nothing, whatever was written and in whatever order. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveDonors } from '../../db/mirror/save-donors.ts';
import { saveGifts, saveMandates } from '../../db/mirror/save-giving.ts';
import { saveMoments } from '../../db/mirror/save-moments.ts';
import { openStore } from '../../db/open/open-store.ts';
import { findCandidates } from '../../db/queries/candidates.ts';
import { readFacts } from '../../db/queries/facts.ts';
import type { Store } from '../../db/store.ts';
import { addDays, type CalendarDay } from '../../domain/calendar/day.ts';
import { buildCallList } from '../../domain/call-list/call-list.ts';
import type { ListContext } from '../../domain/call-list/evaluate.ts';
import { keepLists, type KeptLists } from '../../electron/backend/calls/kept-lists.ts';
import { context, TODAY } from '../support/build-donor.ts';
import { inventGift, inventMandate, inventMirrorDonor, inventMoment } from '../support/mirror-records.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { whenDone } from '../support/when-done.ts';

const NOW = `${TODAY}T12:00:00.000Z`;
/** Few donors and numbers, so that everything happens to somebody again, and numbers are shared. */
const DONORS = 12;

type Change = (store: Store) => Promise<void>;

const donorCrmId = fc.integer({ min: 1, max: DONORS });
const near = fc.integer({ min: -45, max: 4 }).map((offset): CalendarDay => addDays(TODAY, offset));
const pulledGift = fc
  .record({
    crmId: fc.integer({ min: 1, max: 40 }),
    donorCrmId,
    day: near,
    amount: fc.constantFrom(0, 2_500, 99_999, 100_000, 260_000),
    status: fc.constantFrom('received', 'received', 'announced', 'failed', 'cancelled', 'reversed' as const),
  })
  .map((gift) => inventGift(gift));
const pulledDonor = fc
  .record({
    crmId: donorCrmId,
    doesNotWantCalls: fc.boolean(),
    isDeceased: fc.constantFrom(false, false, false, true),
    number: fc.constantFrom('0612345671', '0612345672', '0612345673', ''),
  })
  .map((donor) => inventMirrorDonor(donor));
const pulledMoment = fc
  .record({
    crmId: fc.integer({ min: 1, max: 20 }),
    donorCrmIds: fc.uniqueArray(donorCrmId, { minLength: 1, maxLength: 2 }),
    statusName: fc.constantFrom('Completed', 'Left Message', 'Scheduled', 'Unreachable'),
    subject: fc.constantFrom('Bedankt', 'Klacht over de brief'),
    day: near,
  })
  .map((moment) => inventMoment(moment));
const pulledMandate = fc
  .record({ crmId: donorCrmId, donorCrmId, startDay: near, status: fc.constantFrom('running', 'cancelled' as const) })
  .map((mandate) => inventMandate(mandate));

const some = <Value>(one: fc.Arbitrary<Value>): fc.Arbitrary<readonly Value[]> => fc.array(one, { maxLength: 6 });
let attempts = 0;

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: some(pulledGift).map(pull(saveGifts)) },
  { weight: 2, arbitrary: some(pulledDonor).map(pull(saveDonors)) },
  { weight: 2, arbitrary: some(pulledMoment).map(pull(saveMoments)) },
  { weight: 1, arbitrary: some(pulledMandate).map(pull(saveMandates)) },
  { weight: 3, arbitrary: fc.tuple(donorCrmId, near, fc.boolean(), fc.boolean()).map(recordAttempt) },
  { weight: 1, arbitrary: donorCrmId.map(undoAttempts) },
  { weight: 1, arbitrary: some(pulledGift).map(failingPull) },
);

function pull<Item extends { readonly crmId: number | null }>(
  save: (writer: Parameters<Parameters<Store['write']>[0]>[0], records: readonly Item[]) => Promise<number>,
): (records: readonly Item[]) => Change {
  return (records) => async (store) => {
    // A page names everything once.
    const once = [...new Map(records.map((record) => [record.crmId, record])).values()];
    await store.write((writer) => save(writer, once));
  };
}

/** What is undone by a failure leaves no trace in the kept list either. */
function failingPull(records: Parameters<typeof saveGifts>[1]): Change {
  return async (store) => {
    const once = [...new Map(records.map((record) => [record.crmId, record])).values()];
    const broken = store.write(async (writer) => {
      await saveGifts(writer, once);
      throw new Error('the disk is gone');
    });
    await expect(broken).rejects.toThrow('the disk is gone');
  };
}

function recordAttempt([crmId, day, isConversation, promises]: [number, CalendarDay, boolean, boolean]): Change {
  return async (store) => {
    attempts += 1;
    const id = `attempt-${attempts}`;
    const at = `${day}T19:00:00.000Z`;
    await store.write(async ({ transaction }) => {
      const donor = await transaction.selectFrom('donor').select('id').where('crm_id', '=', crmId).executeTakeFirst();
      if (donor === undefined) return;
      const what = { lane: 'caller', programme: 'thank-you-call', promised_in: null, day, at } as const;
      const rest = { number: null, notes: '', objection_answer: null, emotion: null, callback_id: null };
      const outcome = isConversation ? 'conversation' : promises ? 'callback' : 'no-answer';
      const own = { donor_id: donor.id, call_item_id: null, person_id: 1 };
      await transaction
        .insertInto('attempt')
        .values({ id, ...own, ...what, ...rest, outcome, duration_seconds: 0, undone_at: null })
        .execute();
      if (outcome !== 'callback') return;
      const promised = { promised_day: addDays(day, 3), promised_at: `${addDays(day, 3)}T18:30:00.000Z` };
      await transaction
        .insertInto('callback')
        .values({
          donor_id: donor.id,
          attempt_id: id,
          lane: 'caller',
          promised_in: 'thank-you-call',
          amount: 2_500,
          ...promised,
          promised_time: '19:30',
          person_id: 1,
          made_at: at,
          closed_by: null,
        })
        .execute();
    });
  };
}

function undoAttempts(crmId: number): Change {
  return async (store) => {
    await store.write(async ({ transaction }) => {
      await transaction
        .updateTable('attempt')
        .set({ undone_at: NOW })
        .where('donor_id', 'in', (donors) => donors.selectFrom('donor').select('donor.id').where('crm_id', '=', crmId))
        .execute();
    });
  };
}

/** What a screen sees: all but the functions. */
const seen = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

async function fromNothing(store: Store, asked: ListContext): Promise<unknown> {
  const candidates = await findCandidates(store.reader, asked.today, asked.settings);
  return seen(buildCallList(await readFacts(store.reader, candidates), asked));
}

/** Where Anja calls. */
async function openProfile(folder: string): Promise<Store> {
  const store = await openStore({ folder, now: NOW });
  await store.write(async ({ transaction }) => {
    const person = { id: 1, crm_id: 6, name: 'Anja', roles: '[]', is_active: 1 } as const;
    await transaction.insertInto('person').values(person).execute();
  });
  return store;
}

describe('the list that is kept', () => {
  let store: Store;
  let lists: KeptLists;

  beforeAll(async () => {
    store = await openProfile(temporaryFolder());
  });
  afterAll(() => store.close());

  it('is the list made from nothing, after any writes, on any day, for any settings', async () => {
    lists = keepLists(store);
    const step = fc.record({
      change,
      day: fc.constantFrom(0, 0, 0, 1, 2, -1).map((offset) => addDays(TODAY, offset)),
      majorLimit: fc.constantFrom(100_000, 100_000, 50_000),
      prepares: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        for (const { change: write, day, majorLimit, prepares } of steps) {
          const { settings } = context();
          const asked = context(day, {
            settings: { ...settings, majorCall: { ...settings.majorCall, giftLimit: majorLimit } },
          });
          // The background goes on while something is written and read.
          const prepared = prepares ? lists.prepare(asked) : null;
          await write(store);
          expect(seen(await lists.read(asked))).toEqual(await fromNothing(store, asked));
          await prepared;
        }
      }),
      { numRuns: 60 },
    );
    await lists.stop();
  });

  it('counts everything that was written before it was read, also what is written while it is made', async () => {
    lists = keepLists(store);
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 2, maxLength: 6 }), async (changes) => {
        const asked = context();
        const writing = changes.map((write) => write(store));
        const reading = changes.map(() => lists.read(asked));
        await Promise.all([...writing, ...reading]);
        expect(seen(await lists.read(asked))).toEqual(await fromNothing(store, asked));
      }),
      { numRuns: 30 },
    );
    await lists.stop();
  });
});

describe('the list after a new start (docs/decisions/0035)', () => {
  it('is the list made from nothing, whatever was written before and after', async () => {
    const folder = temporaryFolder();
    let store = await openProfile(folder);
    whenDone(() => store.close());
    let goneOnWith = 0;
    const day = fc.constantFrom(0, 0, 1).map((offset) => addDays(TODAY, offset));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 4 }), change, day, async (changes, after, asked) => {
        const before = keepLists(store);
        await before.read(context());
        for (const write of changes) await write(store);
        await before.stop();
        await store.close(async () => {
          const left = await before.leave();
          if (left !== null) goneOnWith += 1;
          return left;
        });
        store = await openStore({ folder, now: NOW });
        const lists = keepLists(store);
        expect(seen(await lists.read(context(asked)))).toEqual(await fromNothing(store, context(asked)));
        await after(store);
        expect(seen(await lists.read(context()))).toEqual(await fromNothing(store, context()));
        await lists.stop();
      }),
      { numRuns: 15 },
    );
    expect(goneOnWith).toBeGreaterThan(0);
  });

  it('does not go on with what is not true', async () => {
    const folder = temporaryFolder();
    const before = await openProfile(folder);
    await pull(saveDonors)([inventMirrorDonor({ crmId: 1, number: '0612345671' })])(before);
    await pull(saveGifts)([inventGift({ crmId: 1, donorCrmId: 1, day: addDays(TODAY, -14), amount: 2_500 })])(before);
    const lists = keepLists(before);
    expect((await lists.read(context())).items).toHaveLength(1);
    const untrue = (await lists.leave())?.replaceAll('"isDeceased":false', '"isDeceased":true') ?? null;
    expect(untrue).toContain('"isDeceased":true');
    await before.close(async () => untrue);
    const after = await openStore({ folder, now: NOW });
    whenDone(() => after.close());
    expect(seen(await keepLists(after).read(context()))).toEqual(await fromNothing(after, context()));
  });
});
