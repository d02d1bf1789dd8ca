/** Opens a profile as the app does, asks what the screens ask, and beside it what bare SQL can do. Leaves no trace in the profile. */
import { sql } from 'kysely';
import { z } from 'zod';
import { setTimeout as wait } from 'node:timers/promises';
import { addDays, type CalendarDay } from '../../../../domain/calendar/day.ts';
import { ofLane } from '../../../../domain/call-list/call-list.ts';
import type { ListContext } from '../../../../domain/call-list/evaluate.ts';
import { DEFAULT_SETTINGS } from '../../../../domain/programmes/settings.ts';
import { wordsOf } from '../../../../domain/search/search-words.ts';
import { saveGifts } from '../../../../db/mirror/save-giving.ts';
import type { MirrorGift } from '../../../../db/mirror/records.ts';
import type { Writer } from '../../../../db/store.ts';
import { keepMemorySmall } from '../../../../electron/backend/keep-memory-small.ts';
import { SILENT_LOG } from '../../../../electron/backend/log.ts';
import { openBackend, type OpenBackend } from '../../../../electron/backend/open-backend.ts';
import { BENCH_DAY } from '../../charity/invent-giving.ts';
import { seeded } from '../../charity/random.ts';
import { printAnswer, readInput } from '../../harness/child.ts';
import type { Measured } from '../answer.ts';
import { inTurn, percentilesOf, time, type Percentiles } from '../percentiles.ts';

keepMemorySmall();
const { folder, times, gifts } = readInput(z.object({ folder: z.string(), times: z.int(), gifts: z.int() }));
const random = seeded(7);
let today: CalendarDay = BENCH_DAY;
const backend = await openBackend({
  folder,
  now: () => `${today}T11:00:00.000Z`,
  random: random.next,
  log: SILENT_LOG,
  syncsByItself: false,
});
const { store, lists } = backend;
const context = (day: CalendarDay): ListContext => ({ today: day, viewerCrmId: 2, settings: DEFAULT_SETTINGS });
const { donors } = await store.reader
  .selectFrom('donor')
  .select((select) => select.fn.max('id').as('donors'))
  .executeTakeFirstOrThrow();
const again = Array.from({ length: times }, (_, index) => index);

async function ask(procedure: string, input: unknown): Promise<unknown> {
  const answer = await backend.ask(procedure, input);
  if (!answer.ok) throw new Error(`${procedure}: ${answer.failure.sentence.en}`);
  return answer.value;
}

/** Who is in the window of the thank-you call, what it is about, in the order of the list: the least that a list is. */
async function bareList(day: CalendarDay): Promise<unknown> {
  const { firstDay, lastDay } = DEFAULT_SETTINGS.thankYouCall;
  return sql`
    SELECT donor_id, day_zero, first_amount FROM giving
     WHERE day_zero BETWEEN ${addDays(day, -lastDay)} AND ${addDays(day, -firstDay)}
     ORDER BY day_zero, first_amount DESC, donor_id`.execute(store.reader);
}

/** The same from the gifts themselves. */
async function scan(): Promise<unknown> {
  const { firstDay, lastDay } = DEFAULT_SETTINGS.thankYouCall;
  return sql`
    SELECT donor_id, min(day) AS day_zero FROM gift NOT INDEXED
     WHERE amount > 0 AND (status = 'received' OR (status = 'announced' AND mandate_ref IS NOT NULL))
     GROUP BY donor_id HAVING day_zero BETWEEN ${addDays(today, -lastDay)} AND ${addDays(today, -firstDay)}
     ORDER BY day_zero`.execute(store.reader);
}

async function measureAfterChange(): Promise<Percentiles> {
  const { items } = await lists.read(context(today));
  const measured: number[] = [];
  for (const index of again) {
    const donorId = items[index % items.length]?.donorId ?? 1 + random.below(donors);
    await store.write(async ({ transaction }) => {
      await transaction.updateTable('donor').set({ fingerprint: 'x' }).where('id', '=', donorId).execute();
    });
    measured.push(await time(async () => ofLane(await lists.read(context(today)), 'caller')));
  }
  return percentilesOf(measured);
}

/** A name as it is typed, from the third key on, and the same words straight to the index. */
async function measureSearch(): Promise<Measured['search']> {
  const ids = Array.from({ length: Math.ceil(times / 5) }, () => 1 + random.below(donors));
  const names = await store.reader.selectFrom('donor').select('display_name').where('id', 'in', ids).execute();
  const typed = names.flatMap(({ display_name: name }) =>
    Array.from({ length: Math.min(name.length, 14) - 2 }, (_, key) => name.slice(0, key + 3)),
  );
  for (const text of typed.slice(0, 20)) await ask('donor.search', { text });
  return inTurn(
    typed,
    (text) => ask('donor.search', { text }),
    (text) => {
      const match = wordsOf(text).map((word) => `"${word}"*`);
      return sql`
        SELECT rowid FROM donor_search WHERE donor_search MATCH ${match.join(' ')}
         ORDER BY rowid DESC LIMIT 21`.execute(store.reader);
    },
  );
}

function inventGifts(round: number): readonly MirrorGift[] {
  return Array.from({ length: gifts }, (_, index) => ({
    crmId: 100_000_000 + round * gifts + index,
    donorCrmId: 1 + random.below(donors),
    day: today,
    amount: 2_500,
    status: 'received',
    mandateCrmId: null,
    project: null,
    source: null,
  }));
}

/** Pages as a pull brings them, in one transaction that is taken back in the end. */
async function measureGifts(
  insert: (writer: Writer, page: readonly MirrorGift[]) => Promise<unknown>,
): Promise<number> {
  const all = inventGifts(0);
  let milliseconds = 0;
  class TakenBack extends Error {}
  await store
    .write(async (writer) => {
      milliseconds = await time(async () => {
        for (let from = 0; from < all.length; from += 500) await insert(writer, all.slice(from, from + 500));
      });
      throw new TakenBack();
    })
    .catch((error: unknown) => {
      if (!(error instanceof TakenBack)) throw error;
    });
  return milliseconds;
}

const withoutSummary = async ({ transaction }: Writer, page: readonly MirrorGift[]): Promise<unknown> =>
  sql`
    INSERT INTO gift (crm_id, donor_id, day, amount, status, mandate_ref, project, source)
    SELECT value ->> 'crmId', donor.id, value ->> 'day', value ->> 'amount', value ->> 'status', value ->> 'mandateCrmId',
           value ->> 'project', value ->> 'source'
      FROM json_each(${JSON.stringify(page)}) JOIN donor ON donor.crm_id = value ->> 'donorCrmId' WHERE true
    RETURNING donor_id`.execute(transaction);

/** Yesterday evening tomorrow's list was made. Midnight passes; the day after is made while somebody reads. */
async function measureChangeOfDay(opened: OpenBackend): Promise<Measured['changeOfDay']> {
  await lists.prepare(context(addDays(today, 1)));
  today = addDays(today, 1);
  const firstReading = await time(() => opened.ask('today.get', { lane: 'caller' }));
  const progress = { isReady: false };
  let longestWait = 0;
  const background = time(async () => {
    await lists.prepare(context(addDays(today, 1)));
    progress.isReady = true;
  });
  while (!progress.isReady) {
    longestWait = Math.max(longestWait, await time(() => opened.ask('today.get', { lane: 'caller' })));
    await wait(5);
  }
  return { background: await background, longestWait, firstReading };
}

const fromNothing = await time(() => lists.read(context(today)));
const candidates = (await lists.read(context(today))).items.length;
for (const _ of again.slice(0, 20)) await ask('today.get', { lane: 'caller' });
const list = await inTurn(
  again,
  async () => ofLane(await lists.read(context(today)), 'caller'),
  () => bareList(today),
);
const listAgain: number[] = [];
for (const _ of again) listAgain.push(await time(async () => ofLane(await lists.read(context(today)), 'caller')));
const todayGet = await inTurn(
  again,
  () => ask('today.get', { lane: 'caller' }),
  () => bareList(today),
);
const afterChange = await measureAfterChange();
const search = await measureSearch();
const anyDonor = (): unknown => ({ donor: { donorId: 1 + random.below(donors) } });
for (const _ of again.slice(0, 20)) await ask('list.explain', anyDonor());
const explained: number[] = [];
for (const _ of again) {
  explained.push(await time(() => ask('list.explain', anyDonor())));
}
const megabytes = process.memoryUsage().rss / 1_000_000;
const changeOfDay = await measureChangeOfDay(backend);
const arrivals: Measured['gifts'] = [];
for (const _ of [1, 2, 3]) {
  const theirs = await measureGifts(withoutSummary);
  arrivals.push({ ours: await measureGifts(saveGifts), theirs });
}
const answer: Measured = {
  candidates,
  list,
  listAgain: percentilesOf(listAgain),
  today: todayGet,
  afterChange,
  fromNothing,
  scan: await time(scan),
  search,
  explain: percentilesOf(explained),
  gifts: arrivals,
  changeOfDay,
  megabytes,
};
await backend.close();
printAnswer(answer);
