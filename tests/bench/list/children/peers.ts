/**
 * The list as a user of PouchDB or RxDB would build it: a document for each donor with everything that decides about
 * her, an index on the day of her first gift, one query for the window of the thank-you call, and then Dankbel's own
 * rules. Only this one programme is asked for, which favours them. Before each reading somebody's document changes, as
 * on an evening of calls.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { addDays } from '../../../../domain/calendar/day.ts';
import { buildCallList, ofLane } from '../../../../domain/call-list/call-list.ts';
import type { DonorFacts } from '../../../../domain/donor-facts.ts';
import { DEFAULT_SETTINGS } from '../../../../domain/programmes/settings.ts';
import { openStore } from '../../../../db/open/open-store.ts';
import { readFacts } from '../../../../db/queries/facts.ts';
import { BENCH_DAY } from '../../charity/invent-giving.ts';
import { BENCH_NOW } from '../../charity/charity-profile.ts';
import { printAnswer, readInput } from '../../harness/child.ts';
import type { PouchConstructor, RxDatabaseModule, RxMemoryModule } from '../peer-types.ts';
import { percentilesOf, time, type Percentiles } from '../percentiles.ts';

/** Donors that are put in with one call. */
const TOGETHER = 2_000;

interface DonorDocument {
  readonly _id: string;
  readonly dayZero: string;
  readonly facts: DonorFacts;
  /** How often somebody wrote about her. */
  readonly touched: number;
}

/** One of the two, filled. */
interface Peer {
  add(documents: readonly DonorDocument[]): Promise<void>;
  /** Somebody wrote about a donor. */
  touch(id: string): Promise<void>;
  between(from: string, to: string): Promise<readonly DonorDocument[]>;
  close(): Promise<void>;
}

const { folder, peers, times } = readInput(z.object({ folder: z.string(), peers: z.string(), times: z.int() }));
const load = createRequire(join(peers, 'package.json'));
const { firstDay, lastDay } = DEFAULT_SETTINGS.thankYouCall;
const from = addDays(BENCH_DAY, -lastDay);
const to = addDays(BENCH_DAY, -firstDay);

async function openPouch(): Promise<Peer> {
  const PouchDB = load('pouchdb') as PouchConstructor;
  PouchDB.plugin(load('pouchdb-find'));
  const place = mkdtempSync(join(tmpdir(), 'dankbel-pouch-'));
  const database = new PouchDB<DonorDocument>(join(place, 'donors'));
  await database.createIndex({ index: { fields: ['dayZero'] } });
  return {
    add: async (documents) => void (await database.bulkDocs(documents)),
    touch: async (id) => {
      const document = await database.get(id);
      await database.put({ ...document, touched: document.touched + 1 });
    },
    between: async (first, last) =>
      (await database.find({ selector: { dayZero: { $gte: first, $lte: last } }, limit: 1_000_000 })).docs,
    close: async () => {
      await database.destroy();
      rmSync(place, { recursive: true, force: true });
    },
  };
}

/** In memory: the fastest storage that is free to use. */
async function openRx(): Promise<Peer> {
  const rx = load('rxdb') as RxDatabaseModule;
  const memory = load('rxdb/plugins/storage-memory') as RxMemoryModule;
  const database = await rx.createRxDatabase<DonorDocument>({ name: 'bench', storage: memory.getRxStorageMemory() });
  const { donors } = await database.addCollections({
    donors: {
      schema: {
        version: 0,
        primaryKey: '_id',
        type: 'object',
        properties: {
          _id: { type: 'string', maxLength: 20 },
          dayZero: { type: 'string', maxLength: 10 },
          facts: { type: 'object' },
          touched: { type: 'integer' },
        },
        required: ['_id', 'dayZero', 'facts'],
        indexes: ['dayZero'],
      },
    },
  });
  return {
    add: async (documents) => void (await donors.bulkInsert(documents)),
    touch: async (id) => {
      const document = await donors.findOne(id).exec();
      await document.patch({ touched: document.toJSON().touched + 1 });
    },
    between: async (first, last) => {
      const found = await donors.find({ selector: { dayZero: { $gte: first, $lte: last } } }).exec();
      return found.map((document) => document.toJSON());
    },
    close: async () => void (await database.close()),
  };
}

async function fill(peer: Peer): Promise<void> {
  const store = await openStore({ folder, now: BENCH_NOW });
  const days = await store.reader.selectFrom('giving').select(['donor_id', 'day_zero']).orderBy('donor_id').execute();
  const withGifts = days.filter(({ day_zero: day }) => day !== null);
  for (let first = 0; first < withGifts.length; first += TOGETHER) {
    const page = withGifts.slice(first, first + TOGETHER);
    const dayOf = new Map(page.map(({ donor_id: id, day_zero: day }) => [id, day]));
    const facts = await readFacts(store.reader, [...dayOf.keys()]);
    await peer.add(
      facts.map((each) => ({
        _id: String(each.donorId),
        dayZero: dayOf.get(each.donorId) ?? '',
        facts: each,
        touched: 0,
      })),
    );
  }
  await store.close();
}

async function measure(open: () => Promise<Peer>): Promise<{ list: Percentiles; items: number }> {
  const peer = await open();
  await fill(peer);
  const context = { today: BENCH_DAY, viewerCrmId: 2, settings: DEFAULT_SETTINGS };
  let items = 0;
  const read = async (): Promise<void> => {
    const documents = await peer.between(from, to);
    const facts = documents.map((document) => document.facts);
    items = ofLane(buildCallList(facts, context), 'caller').items.length;
  };
  await read();
  const known = await peer.between(from, to);
  const measured: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const id = known[index % known.length]?._id;
    if (id !== undefined) await peer.touch(id);
    measured.push(await time(read));
  }
  await peer.close();
  return { list: percentilesOf(measured), items };
}

const pouch = await measure(openPouch);
const rx = await measure(openRx);
printAnswer({ pouch: pouch.list, rx: rx.list, items: { pouch: pouch.items, rx: rx.items } });
