/**
 * Pages of an object: first all of it by id, then what changed by `SystemModstamp`, which no import can set. Keyset, for
 * cursors of Salesforce expire (salesforce.md §4). What changed is read from an hour early on: a stamp is from
 * before its commit.
 */
import { z } from 'zod';
import type { CursorPosition, PullBeginning } from '../../connector.ts';
import { CrmFailure } from '../../crm-failure.ts';
import { hasCode, isGone, odd } from './failures.ts';
import { ask, type SalesforceOrg } from './http.ts';
import { positionSchema, type ChangesPosition, type FullPosition, type Position } from './positions.ts';
import { count, query, type Row } from './query.ts';
import { idSchema, stampSchema } from './rows.ts';
import { columnNamesIn, names, soql, type Soql } from './soql.ts';

export const PAGE_SIZE = 500;
/** Longer than any commit takes; a donor who came in whole from an answer that was behind is met again (found by the simulation). */
const OVERLAP_MILLISECONDS = 60 * 60_000;

export interface PagedObject {
  readonly object: string;
  /** The column by which we know its rows; their own `Id` when absent. */
  readonly id?: string;
  /** Without `Id` and `SystemModstamp`. */
  readonly select: Soql | null;
  readonly where: Soql;
  /** `queryAll`: the bin and archived activities too. */
  readonly all: boolean;
  /** What is deleted is asked for (`getDeleted`), because the rows themselves no longer come. */
  readonly tellsDeleted: boolean;
}

export interface Page {
  readonly rows: readonly Row[];
  readonly position: CursorPosition;
  readonly isLast: boolean;
  /** Ids that were deleted since the page before. */
  readonly deleted: readonly string[];
}

const keySchema = z.object({ Id: idSchema, SystemModstamp: stampSchema });

/** @throws CrmFailure */
export async function beginPull(org: SalesforceOrg, paged: PagedObject): Promise<PullBeginning> {
  const { object, where, all } = paged;
  const options = { purpose: 'later', all } as const;
  const newest = await query(
    org,
    soql`SELECT Id, SystemModstamp FROM ${names(object)} WHERE ${where} ORDER BY SystemModstamp DESC, Id DESC LIMIT 1`,
    options,
  );
  const watermark = newest.length === 0 ? null : (keysOf(newest)[0]?.SystemModstamp ?? null);
  const total = await count(org, soql`SELECT COUNT() FROM ${names(object)} WHERE ${where}`, options);
  const position: Position = { phase: 'full', afterId: null, watermark, deletedSince: watermark };
  return { position, total };
}

/** @throws CrmFailure, also when a page is not the one that was asked for */
export async function nextPage(org: SalesforceOrg, paged: PagedObject, at: CursorPosition): Promise<Page> {
  const position = positionSchema.parse(at ?? (await beginPull(org, paged)).position);
  return position.phase === 'full' ? fullPage(org, paged, position) : changesPage(org, paged, position);
}

/** Leaves out what is there already, and follows what changes from the beginning of the pull. */
export function followChangesOnly(at: CursorPosition): CursorPosition {
  const position = positionSchema.parse(at);
  return position.phase === 'full' ? beginChanges(position) : position;
}

function beginChanges({ watermark, deletedSince }: FullPosition): ChangesPosition {
  return { phase: 'changes', since: watermark, after: null, deletedSince };
}

async function fullPage(org: SalesforceOrg, paged: PagedObject, position: FullPosition): Promise<Page> {
  const { afterId } = position;
  const rows = await readPage(org, paged, afterId === null ? soql`Id != null` : soql`Id > ${afterId}`, soql`Id`);
  const last = keysOf(rows).at(-1)?.Id ?? null;
  if (last !== null && last === afterId) throw pageOutOfOrder();
  if (rows.length === PAGE_SIZE) return { rows, isLast: false, deleted: [], position: { ...position, afterId: last } };
  return { rows, isLast: true, deleted: [], position: beginChanges(position) };
}

async function changesPage(org: SalesforceOrg, paged: PagedObject, position: ChangesPosition): Promise<Page> {
  const rows = await readPage(org, paged, conditionOf(position), soql`SystemModstamp, Id`);
  const keys = keysOf(rows);
  let before = position.after?.stamp ?? '';
  for (const { SystemModstamp: stamp } of keys) {
    if (stamp < before) throw pageOutOfOrder();
    before = stamp;
  }
  const last = keys.at(-1);
  const after = last === undefined ? position.after : { stamp: last.SystemModstamp, id: last.Id };
  if (after !== null && after.id === position.after?.id && rows.length > 0) throw pageOutOfOrder();
  if (rows.length === PAGE_SIZE) return { rows, isLast: false, deleted: [], position: { ...position, after } };
  const { deleted, upTo } = await readDeleted(org, paged, position.deletedSince);
  const since = after?.stamp ?? position.since;
  const next: ChangesPosition = { phase: 'changes', since, after: null, deletedSince: upTo };
  return { rows, isLast: true, deleted, position: next };
}

function conditionOf({ since, after }: ChangesPosition): Soql {
  if (after !== null) {
    const stamp = { instant: after.stamp };
    return soql`(SystemModstamp > ${stamp} OR (SystemModstamp = ${stamp} AND Id > ${after.id}))`;
  }
  if (since === null) return soql`Id != null`;
  return soql`SystemModstamp >= ${{ instant: new Date(Date.parse(since) - OVERLAP_MILLISECONDS).toISOString() }}`;
}

async function readPage(org: SalesforceOrg, paged: PagedObject, condition: Soql, order: Soql): Promise<readonly Row[]> {
  const { object, select, where, all } = paged;
  const columns = columnsWith(['Id', 'SystemModstamp'], select);
  const rows = await query(
    org,
    soql`SELECT ${columns} FROM ${names(object)} WHERE ${where} AND ${condition} ORDER BY ${order} LIMIT ${PAGE_SIZE}`,
    { purpose: 'later', all },
  );
  if (rows.length > PAGE_SIZE) throw odd();
  return rows;
}

/** What is always asked, and what else; nothing twice. */
export function columnsWith(always: readonly string[], select: Soql | null): Soql {
  const missing = [...new Set(always)].filter((name) => select === null || !columnNamesIn(select).has(name));
  if (select === null) return names(...missing);
  return missing.length === 0 ? select : soql`${names(...missing)}, ${select}`;
}

/** @throws CrmFailure: what has no id or stamp is no row, and no cursor can go by it */
function keysOf(rows: readonly Row[]): readonly z.output<typeof keySchema>[] {
  const keys = z.array(keySchema).safeParse(rows);
  if (!keys.success) throw odd();
  return keys.data;
}

const deletedSchema = z.object({
  deletedRecords: z.array(z.object({ id: idSchema })).max(600_000),
  latestDateCovered: stampSchema,
});
/** The question may not be about less than a minute, nor go further back than the bin is kept (salesforce.md §4). */
const LEAST_MILLISECONDS = 2 * 60_000;
const MOST_MILLISECONDS = 14 * 24 * 3_600_000;

interface Deleted {
  readonly deleted: readonly string[];
  /** Where the next look begins. */
  readonly upTo: string | null;
}

async function readDeleted(org: SalesforceOrg, paged: PagedObject, since: string | null): Promise<Deleted> {
  const now = org.serverTime?.() ?? null;
  if (!paged.tellsDeleted || now === null) return { deleted: [], upTo: since };
  // Older than the bin: the comparison of all ids finds them.
  if (since === null || now - Date.parse(since) > MOST_MILLISECONDS) {
    return { deleted: [], upTo: new Date(now).toISOString() };
  }
  if (now - Date.parse(since) < LEAST_MILLISECONDS) return { deleted: [], upTo: since };
  // As with what changed, from early on; but no further than the bin.
  const early = Math.max(Date.parse(since) - OVERLAP_MILLISECONDS, now - MOST_MILLISECONDS);
  const [start, end] = [new Date(early).toISOString(), new Date(now).toISOString()].map((time) =>
    encodeURIComponent(time.replace(/\.\d+Z$/, '+00:00')),
  );
  try {
    const { json } = await ask(org, {
      method: 'GET',
      path: `/sobjects/${paged.object}/deleted/?start=${start}&end=${end}`,
      purpose: 'later',
    });
    const answer = deletedSchema.safeParse(json);
    if (!answer.success) throw odd();
    return {
      deleted: answer.data.deletedRecords.map(({ id }) => id),
      upTo: answer.data.latestDateCovered,
    };
  } catch (error) {
    if (!hasCode(error, 'INVALID_REPLICATION_DATE', 'EXCEEDED_ID_LIMIT') && !isGone(error)) throw error;
    return { deleted: [], upTo: new Date(now).toISOString() };
  }
}

function pageOutOfOrder(): CrmFailure {
  return new CrmFailure('busy', {
    nl: 'Salesforce gaf dezelfde bladzijde nog eens, of rijen door elkaar. Wat al binnen is, blijft; het wordt vanzelf opnieuw geprobeerd.',
    en: 'Salesforce gave the same page again, or rows out of order. What has come in stays; it is tried again by itself.',
  });
}
