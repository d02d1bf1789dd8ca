/** One round of reading a Kentaa site. What was kept stays, whatever ends the round; the next one goes on from there. */
import type { Instant } from '../../../domain/calendar/day.ts';
import { noteAsked, readMissing } from '../../../db/sources/ask-once.ts';
import { noteCompared, readPosition, writePosition } from '../../../db/sources/positions.ts';
import { markGone, readUnlisted } from '../../../db/sources/mark-gone.ts';
import { settleSources } from '../../../db/sources/settle.ts';
import type { Store } from '../../../db/store.ts';
import { keepRecords } from '../keep-records.ts';
import type { SourceRecord } from '../../../db/sources/records.ts';
import type { KentaaSite } from './client.ts';
import { otherSite } from './failures.ts';
import { after, begin, isDone, positionSchema, smaller, windowOf, type Position } from './plan.ts';
import { readSingle, readSite, readWindow } from './read-window.ts';
import { resourceOf, RESOURCES, type Resource } from './resources.ts';

export interface KentaaPull {
  readonly store: Store;
  readonly site: KentaaSite;
  readonly siteId: string;
  readonly siteName: string;
  /** What was made there before is not read. */
  readonly startedFrom: Instant;
  readonly lastComparedAt: Instant | null;
  readonly now: () => Instant;
  readonly shouldStop: () => boolean;
}

export interface KentaaCounts {
  readonly kept: number;
  readonly leftOut: number;
  readonly gone: number;
}

const COMPARE_EVERY_DAYS = 7;
/** How far back it is looked for what is gone. */
const COMPARED_DAYS = 120;
const MOST_SINGLES = 40;
const RECORDS_OF_A_WRITE = 50;
const DAY = 86_400_000;

/** @throws SourceFailure */
export async function pullKentaa(context: KentaaPull): Promise<KentaaCounts> {
  const { store, site, siteId, siteName, shouldStop } = context;
  const found = await readSite(site);
  if (found.id !== siteId) throw otherSite(siteName, found.name);
  const serverNow = found.serverTime ?? context.now();
  const tally = { kept: 0, leftOut: 0, gone: 0 };
  for (const resource of RESOURCES) {
    if (shouldStop()) return tally;
    await pullResource(context, resource, serverNow, tally);
  }
  await askForMissing(context, tally);
  const lastCompared = context.lastComparedAt;
  // What a first reading has just brought need not be compared with itself.
  if (lastCompared === null || Date.parse(serverNow) - Date.parse(lastCompared) > COMPARE_EVERY_DAYS * DAY) {
    await (lastCompared === null
      ? store.write((writer) => noteCompared(writer, siteId, serverNow))
      : compareAll(context, serverNow, tally));
  }
  return tally;
}

type Tally = { -readonly [Key in keyof KentaaCounts]: number };

async function pullResource(context: KentaaPull, resource: Resource, serverNow: Instant, tally: Tally): Promise<void> {
  const { store, site, siteId, startedFrom, shouldStop } = context;
  let position = positionIn(await readPosition(store.reader, siteId, resource.name)) ?? begin(startedFrom, serverNow);
  while (!shouldStop()) {
    const window = windowOf(position, serverNow);
    const read = await readWindow(site, resource, window);
    if (read === null) {
      position = smaller(position);
      continue;
    }
    const newest = read.records.at(-1)?.updatedAt ?? null;
    const next = after(position, window, newest, serverNow);
    tally.kept += await keep(context, read.records);
    await store.write((writer) => writePosition(writer, siteId, resource.name, JSON.stringify(next)));
    tally.leftOut += read.leftOut;
    position = next;
    if (isDone(position, window, serverNow)) return;
  }
}

/** A write for a handful, so that nobody who works here waits for a long list; what is done again does no harm. */
async function keep(
  { store, siteId, startedFrom, now }: KentaaPull,
  records: readonly SourceRecord[],
  isAskedFor = false,
): Promise<number> {
  let kept = 0;
  for (let from = 0; from < records.length; from += RECORDS_OF_A_WRITE) {
    const some = records.slice(from, from + RECORDS_OF_A_WRITE);
    kept += await store.write((writer) => keepRecords(writer, { siteId, startedFrom, now: now(), isAskedFor }, some));
  }
  return kept;
}

function positionIn(json: string | null): Position | null {
  return json === null ? null : (positionSchema.safeParse(JSON.parse(json)).data ?? null);
}

/** Actions of before the start through which somebody gave, and who runs them: asked for once, a few in each round. */
async function askForMissing(context: KentaaPull, tally: Tally): Promise<void> {
  const { store, site, siteId, shouldStop } = context;
  // An action names its owner, of whom more may be asked for then.
  for (let turn = 0; turn < 2; turn += 1) {
    for (const key of await readMissing(store.reader, siteId, MOST_SINGLES)) {
      const asked = resourceOf(key);
      if (shouldStop()) return;
      const record = asked === null ? null : await readSingle(site, asked.resource, asked.number);
      if (record !== null && record !== 'missing') tally.kept += await keep(context, [record], true);
      await store.write((writer) => noteAsked(writer, siteId, key));
    }
  }
}

/** Kentaa removes without a trace: what it no longer lists is gone there. What was missed before is kept by the way. */
async function compareAll(context: KentaaPull, serverNow: Instant, tally: Tally): Promise<void> {
  const { store, site, siteId, startedFrom, shouldStop, now } = context;
  const since = new Date(Date.parse(serverNow) - COMPARED_DAYS * DAY).toISOString();
  for (const resource of RESOURCES.filter(({ isCompared }) => isCompared)) {
    const name = `compare ${resource.name}`;
    let position =
      positionIn(await readPosition(store.reader, siteId, name)) ??
      begin(startedFrom > since ? startedFrom : since, serverNow);
    while (position.phase === 'first') {
      if (shouldStop()) return;
      const window = windowOf(position, serverNow);
      const read = await readWindow(site, resource, window);
      if (read === null) {
        position = smaller(position);
        continue;
      }
      await keep(context, read.records);
      const listed = { siteId, prefix: resource.prefix, ...window, keys: read.keys };
      for (const key of await readUnlisted(store.reader, listed, MOST_SINGLES)) {
        const number = key.slice(resource.prefix.length + 1);
        if ((await readSingle(site, resource, number)) !== 'missing') continue;
        await store.write(async (writer) => settleSources(writer, await markGone(writer, siteId, key, now())));
        tally.gone += 1;
      }
      position = after(position, window, null, serverNow);
      await store.write((writer) => writePosition(writer, siteId, name, JSON.stringify(position)));
    }
  }
  await store.write((writer) => noteCompared(writer, siteId, serverNow));
}

/** The calendar day from which is read, as the moment at which it begins. */
export function beginningOf(day: string): Instant {
  // A day begins an hour or two before midnight in UTC; what is read too much is nothing.
  return new Date(Date.parse(`${day}T00:00:00Z`) - 2 * 3_600_000).toISOString();
}
