/**
 * Pages of an entity, first all of it by id, then what changed by `modified_date`. Never by offset, and always in a
 * total order (civicrm-api4.md §4).
 *
 * `modified_date` is an opaque text: it shifts with the season and has whole seconds (§5). A cursor is therefore taken
 * only from what the server returned, begins two hours early, and what comes twice is recognised by its id.
 */
import { z } from 'zod';
import type { CursorPosition } from '../../connector.ts';
import { notCiviCrm, pageOutOfOrder, rowsWithoutId } from './failures.ts';
import { callApi, type CiviCrmSite } from './http.ts';
import { positionSchema, type ChangesPosition, type FullPosition, type Position, type Witness } from './positions.ts';
import { getRows } from './presence.ts';
import { beginRolling, nextRollingPage } from './rolling.ts';
import { earlier, isRewound, OVERLAP_HOURS } from './witnesses.ts';

export const PAGE_SIZE = 500;
const WITNESSES = 5;

/** A stamp is `2026-11-21 10:15:00`; what is much longer is none, and would stay in the cursor. */
const stamp = z.string().max(40).nullable().optional();
const rowSchema = z.looseObject({ id: z.int(), modified_date: stamp });
export type ApiRow = z.infer<typeof rowSchema>;

export interface PagedEntity {
  readonly entity: string;
  readonly select: readonly string[];
  readonly where: readonly unknown[];
  /** Sites before 6.9 have none for contributions. */
  readonly hasModifiedDate: boolean;
}

export interface Page {
  readonly rows: readonly ApiRow[];
  readonly position: CursorPosition;
  readonly isLast: boolean;
  /** The server is behind what it said before: its stamps went back, or rows that it gave are gone. */
  readonly isRewound: boolean;
}

export interface Beginning {
  readonly position: CursorPosition;
  /** How many rows the server says there are. It is shown, and never relied upon. */
  readonly total: number;
}

/** Where a pull of everything begins; what changes from now on will be followed from here. @throws CrmFailure */
export async function beginPull(
  site: CiviCrmSite,
  { entity, where, hasModifiedDate }: PagedEntity,
): Promise<Beginning> {
  const { values, count } = await callApi(site, entity, 'get', {
    select: ['row_count', 'id', ...(hasModifiedDate ? ['modified_date'] : [])],
    where,
    orderBy: hasModifiedDate ? { modified_date: 'DESC', id: 'DESC' } : { id: 'DESC' },
    limit: WITNESSES,
  });
  const witnesses = newestOf(witnessesAmong(rowsIn(values)).toReversed());
  const watermark = witnesses.at(-1)?.stamp ?? null;
  return { position: { phase: 'full', afterId: 0, watermark, witnesses } satisfies Position, total: count };
}

/** @throws CrmFailure, also when a page is not the one that was asked for */
export async function nextPage(site: CiviCrmSite, paged: PagedEntity, at: CursorPosition): Promise<Page> {
  const position = positionSchema.parse(at ?? (await beginPull(site, paged)).position);
  if (position.phase === 'rolling') {
    const page = await nextRollingPage((question) => readPage(site, paged, question), position);
    return { ...page, isRewound: false };
  }
  return position.phase === 'full' ? fullPage(site, paged, position) : changesPage(site, paged, position);
}

async function fullPage(site: CiviCrmSite, paged: PagedEntity, position: FullPosition): Promise<Page> {
  const where = [['id', '>', position.afterId]];
  const rows = await readPage(site, paged, { where, orderBy: { id: 'ASC' } });
  let before = position.afterId;
  for (const { id } of rows) {
    if (id <= before) throw pageOutOfOrder();
    before = id;
  }
  if (rows.length === PAGE_SIZE) {
    return { rows, isLast: false, isRewound: false, position: { ...position, afterId: before } };
  }
  // A server that gives less than it was asked for, and has more, is found out when the ids are compared.
  const { watermark, witnesses } = position;
  const next: Position = paged.hasModifiedDate ? beginChanges(watermark, witnesses) : beginRolling(before);
  return { rows, isLast: true, isRewound: false, position: next };
}

/** Leaves out what is there already, and follows what changes from the beginning of the pull. */
export function followChangesOnly(at: CursorPosition): CursorPosition {
  const position = positionSchema.parse(at);
  return position.phase === 'full' ? beginChanges(position.watermark, position.witnesses) : position;
}

function beginChanges(since: string | null, witnesses: readonly Witness[]): ChangesPosition {
  return { phase: 'changes', since, after: null, witnesses: [...witnesses], unseen: [...witnesses], met: [] };
}

async function changesPage(site: CiviCrmSite, paged: PagedEntity, position: ChangesPosition): Promise<Page> {
  const rows = await readPage(site, paged, {
    where: conditionsOf(position),
    orderBy: { modified_date: 'ASC', id: 'ASC' },
  });
  const last = inOrder(rows, position.after);
  const seen = new Set(rows.map(({ id }) => id));
  const unseen = position.unseen.filter(({ id }) => !seen.has(id));
  const met = [...position.met, ...witnessesAmong(rows)].slice(-WITNESSES);
  if (rows.length === PAGE_SIZE) {
    return { rows, isLast: false, isRewound: false, position: { ...position, after: last, unseen, met } };
  }
  if (await isRewound(site, paged.entity, position.witnesses, unseen)) {
    return { rows: [], isLast: false, isRewound: true, position: (await beginPull(site, paged)).position };
  }
  const since = last?.stamp ?? position.since;
  // A pass that met nothing learned nothing: the rows of the one before were looked up just now.
  const witnesses = met.length > 0 ? newestOf(met) : position.witnesses;
  return { rows, isLast: true, isRewound: false, position: beginChanges(since, witnesses) };
}

/** The last row by stamp and id, when all are in that order and come after `after`. */
function inOrder(rows: readonly ApiRow[], after: ChangesPosition['after']): ChangesPosition['after'] {
  let before = after;
  for (const { id, modified_date: stamp } of rows) {
    if (stamp === null || stamp === undefined) throw pageOutOfOrder();
    if (before !== null && (stamp < before.stamp || (stamp === before.stamp && id <= before.id)))
      throw pageOutOfOrder();
    before = { stamp, id };
  }
  return before;
}

/** @param rows the newest last */
function witnessesAmong(rows: readonly ApiRow[]): readonly Witness[] {
  return rows.flatMap(({ id, modified_date: stamp }) => (typeof stamp === 'string' ? [{ id, stamp }] : []));
}

/** The newest ones that the next pass must meet, because it begins before them. */
function newestOf(witnesses: readonly Witness[]): Witness[] {
  const newest = witnesses.at(-1)?.stamp ?? null;
  if (newest === null) return [];
  return witnesses.slice(-WITNESSES).filter(({ stamp }) => stamp >= earlier(newest, OVERLAP_HOURS));
}

export interface PageQuestion {
  readonly where: readonly unknown[];
  readonly orderBy: Readonly<Record<string, 'ASC' | 'DESC'>>;
}

async function readPage(site: CiviCrmSite, paged: PagedEntity, question: PageQuestion): Promise<readonly ApiRow[]> {
  const values = await getRows(site, paged.entity, {
    select: ['id', ...(paged.hasModifiedDate ? ['modified_date'] : []), ...paged.select],
    where: [...paged.where, ...question.where],
    orderBy: question.orderBy,
    limit: PAGE_SIZE,
  });
  // A server that did not read our question answers with the whole table (civicrm-api4.md §1).
  if (values.length > PAGE_SIZE) throw notCiviCrm(`${values.length} rows instead of ${PAGE_SIZE}`);
  return rowsIn(values);
}

/** @throws CrmFailure: what has no id is no row, and no cursor can go by it */
function rowsIn(values: readonly unknown[]): readonly ApiRow[] {
  const rows = z.array(rowSchema).safeParse(values);
  if (!rows.success) throw rowsWithoutId();
  return rows.data;
}

function conditionsOf({ since, after }: ChangesPosition): readonly unknown[] {
  if (after === null)
    return [since === null ? ['modified_date', 'IS NOT NULL'] : ['modified_date', '>=', earlier(since, OVERLAP_HOURS)]];
  const sameStamp = [
    'AND',
    [
      ['modified_date', '=', after.stamp],
      ['id', '>', after.id],
    ],
  ];
  return [['OR', [['modified_date', '>', after.stamp], sameStamp]]];
}
