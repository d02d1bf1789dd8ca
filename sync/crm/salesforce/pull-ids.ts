/**
 * Ids only: what was deleted longer ago than the bin is kept, or is no longer shared with this user, leaves no trace
 * (salesforce.md §4). Numbers have another order than ids, so a comparison reads all ids first and then hands them out.
 */
import { z } from 'zod';
import type { FactEntity, IdEntity, IdPage, PulledRecords } from '../../connector.ts';
import type { SalesforceOrg } from './http.ts';
import { numberOf } from './numbers.ts';
import type { Talk } from './org-session.ts';
import { contacts, readStubs } from './pull-donors.ts';
import { gifts, mandates, readGifts, readMandates } from './pull-giving.ts';
import { tasks } from './pull-moments.ts';
import { IDS_AT_ONCE } from './pull-whole.ts';
import type { PagedObject } from './paging.ts';
import { query, type Row } from './query.ts';
import { idSchema, readRows } from './rows.ts';
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
  const { object, where, all } = paged;
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const beyond: ReturnType<typeof soql> = after === null ? soql`Id != null` : soql`Id > ${after}`;
    const rows: readonly Row[] = await query(
      org,
      soql`SELECT Id FROM ${names(object)} WHERE ${where} AND ${beyond} ORDER BY Id LIMIT ${IDS_PER_QUESTION}`,
      { purpose: 'pull', all },
    );
    const read: readonly string[] = readRows(z.object({ Id: idSchema }), rows).read.map(({ Id }) => Id);
    ids.push(...read);
    const last: string | null = read.at(-1) ?? null;
    if (rows.length < IDS_PER_QUESTION || last === null || last === after) return ids;
    after = last;
  }
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
  return new Set(readRows(z.object({ Id: idSchema }), rows).read.map(({ Id }) => numberOf(Id)));
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
      return { entity: 'stubs', records: (await readStubs(talk.org, rows)).records };
    case 'mandates':
      return { entity: 'mandates', records: (await readMandates(talk.org, rows)).records };
    case 'gifts':
      return { entity: 'gifts', records: (await readGifts(talk.org, rows)).records };
  }
}

async function readByIds(
  org: SalesforceOrg,
  { object, select, where, all }: PagedObject,
  ids: readonly string[],
  isWhole: boolean,
): Promise<readonly Row[]> {
  const columns = !isWhole || select === null ? soql`Id` : soql`Id, ${select}`;
  const rows: Row[] = [];
  for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
    const some = ids.slice(at, at + IDS_AT_ONCE);
    rows.push(
      ...(await query(org, soql`SELECT ${columns} FROM ${names(object)} WHERE ${where} AND Id IN ${some}`, {
        purpose: 'pull',
        all,
      })),
    );
  }
  return rows;
}
