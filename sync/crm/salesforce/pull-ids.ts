/**
 * Ids only: what was deleted longer ago than the bin is kept, or is no longer shared with this user, leaves no trace
 * (salesforce.md §4). Numbers have another order than ids, so a comparison reads all ids first and then hands them out.
 */
import type { FactEntity, IdEntity, IdPage, PulledRecords } from '../../connector.ts';
import type { SalesforceOrg } from './http.ts';
import { numberOf } from './numbers.ts';
import type { Talk } from './org-session.ts';
import { contacts, readStubs } from './pull-donors.ts';
import { gifts, mandates, readGifts, readMandates } from './pull-giving.ts';
import { tasks } from './pull-moments.ts';
import { IDS_AT_ONCE } from './pull-whole.ts';
import { columnsWith, type PagedObject } from './paging.ts';
import { query, type Row } from './query.ts';
import { idSchema } from './rows.ts';
import { names, soql } from './soql.ts';

const IDS_PER_QUESTION = 2_000;
const IDS_PER_PAGE = 5_000;

type Listed = Extract<IdEntity, 'donors' | 'mandates' | 'gifts' | 'moments'>;
const KINDS = { donors: 'contact', mandates: 'mandate', gifts: 'gift', moments: 'task' } as const;

/** What a comparison goes on with; made anew when it was interrupted. */
export interface IdLists {
  list: {
    readonly entity: IdEntity;
    readonly numbers: readonly number[];
    readonly ids: ReadonlyMap<number, string>;
  } | null;
}

/** Phones, e-mails and addresses are fields here: they go with a change of their contact, and there is nothing to compare. */
function isListed(entity: IdEntity): entity is Listed {
  return entity === 'donors' || entity === 'mandates' || entity === 'gifts' || entity === 'moments';
}

function pagedOf({ schema }: Talk, entity: Listed): PagedObject | null {
  switch (entity) {
    case 'donors':
      return contacts(schema, 'stubs');
    case 'mandates':
      return mandates(schema);
    case 'gifts':
      return gifts(schema);
    case 'moments':
      return tasks(schema);
  }
}

/** The next numbers in order. @throws CrmFailure */
export async function readIds(talk: Talk, lists: IdLists, entity: IdEntity, afterId: number): Promise<IdPage> {
  if (!isListed(entity)) return { ids: [], isLast: true };
  if (lists.list?.entity !== entity || afterId === 0) {
    const ids = await readAllIds(talk.org, pagedOf(talk, entity));
    const byNumber = new Map(ids.map((id) => [numberOf(id), id]));
    lists.list = { entity, ids: byNumber, numbers: [...byNumber.keys()].toSorted((a, b) => a - b) };
  }
  const rest = lists.list.numbers.filter((number) => number > afterId);
  return { ids: rest.slice(0, IDS_PER_PAGE), isLast: rest.length <= IDS_PER_PAGE };
}

async function readAllIds(org: SalesforceOrg, paged: PagedObject | null): Promise<readonly string[]> {
  if (paged === null) return [];
  const { object, where, all, id = 'Id' } = paged;
  const columns = columnsWith(['Id', id], null);
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const beyond: ReturnType<typeof soql> = after === null ? soql`Id != null` : soql`Id > ${after}`;
    const rows: readonly Row[] = await query(
      org,
      soql`SELECT ${columns} FROM ${names(object)} WHERE ${where} AND ${beyond} ORDER BY Id LIMIT ${IDS_PER_QUESTION}`,
      { purpose: 'later', all },
    );
    ids.push(...idsIn(rows, id));
    const last: string | null = idsIn(rows, 'Id').at(-1) ?? null;
    if (rows.length < IDS_PER_QUESTION || last === null || last === after) return ids;
    after = last;
  }
}

function idsIn(rows: readonly Row[], column: string): readonly string[] {
  return rows.flatMap((row) => idSchema.safeParse(row[column]).data ?? []);
}

/** Those of these numbers that exist. @throws CrmFailure */
export async function readExisting(
  talk: Talk,
  entity: IdEntity,
  numbers: readonly number[],
): Promise<ReadonlySet<number>> {
  if (!isListed(entity)) return new Set(numbers);
  const paged = pagedOf(talk, entity);
  if (paged === null) return new Set();
  const ids = [...(await talk.org.numbers.idsOf(KINDS[entity], numbers)).values()];
  const rows = await readByIds(talk.org, paged, ids, false);
  return new Set(idsIn(rows, paged.id ?? 'Id').map(numberOf));
}

/** Rows that a pull missed, as facts. @throws CrmFailure */
export async function readMissed(
  talk: Talk,
  lists: IdLists,
  entity: FactEntity,
  numbers: readonly number[],
): Promise<PulledRecords> {
  const known = await talk.org.numbers.idsOf(KINDS[entity], numbers);
  const listed = lists.list?.entity === entity ? lists.list.ids : new Map<number, string>();
  const ids = numbers.flatMap((number) => known.get(number) ?? listed.get(number) ?? []);
  const paged = pagedOf(talk, entity);
  const rows = paged === null ? [] : await readByIds(talk.org, paged, ids, true);
  switch (entity) {
    case 'donors':
      return { entity: 'stubs', records: (await readStubs(talk, rows)).records };
    case 'mandates':
      return { entity: 'mandates', records: (await readMandates(talk, rows)).records };
    case 'gifts':
      return { entity: 'gifts', records: (await readGifts(talk, rows)).records };
  }
}

async function readByIds(
  org: SalesforceOrg,
  { object, select, where, all, id = 'Id' }: PagedObject,
  ids: readonly string[],
  isWhole: boolean,
): Promise<readonly Row[]> {
  const columns = columnsWith(['Id', id], isWhole ? select : null);
  const rows: Row[] = [];
  for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
    const some = ids.slice(at, at + IDS_AT_ONCE);
    rows.push(
      ...(await query(org, soql`SELECT ${columns} FROM ${names(object)} WHERE ${where} AND ${names(id)} IN ${some}`, {
        purpose: 'later',
        all,
      })),
    );
  }
  return rows;
}
