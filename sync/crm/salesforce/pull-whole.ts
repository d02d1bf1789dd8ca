/** Everything that Salesforce has about a few donors: for those who come into the slice, and for the first lists. */
import { z } from 'zod';
import type { CalendarDay } from '../../../domain/calendar/day.ts';
import type { MirrorMoment } from '../../../db/mirror/records.ts';
import type { RecentPage, WholeDonors } from '../../connector.ts';
import { valueAt } from './dialects/dialect.ts';
import { numberOf } from './numbers.ts';
import type { Talk } from './org-session.ts';
import { columnsWith, PAGE_SIZE, type PagedObject } from './paging.ts';
import { contactsOf, readDonors } from './pull-donors.ts';
import { gifts, mandates, readGifts, readMandates } from './pull-giving.ts';
import { readMoments, tasks } from './pull-moments.ts';
import { query, queryTogether, type QueryOptions, type Row } from './query.ts';
import { idSchema, readRows } from './rows.ts';
import { names, soql, type Soql } from './soql.ts';

/** So many ids fit into one question (salesforce.md §3). */
export const IDS_AT_ONCE = 250;
const PULL: QueryOptions = { purpose: 'later' };
const PULL_ALL: QueryOptions = { purpose: 'later', all: true };

/** @throws CrmFailure */
export async function readWhole(
  talk: Talk,
  crmIds: readonly number[],
  losers: readonly number[],
): Promise<WholeDonors> {
  const { org, schema } = talk;
  const ids = [...(await org.numbers.idsOf('contact', crmIds)).values()];
  const lost = [...(await org.numbers.idsOf('contact', losers)).values()];
  const whole = { donors: [], mandates: [], gifts: [], moments: [], groups: [], leftOut: 0 } as WholeDonors;
  const parts: WholeDonors[] = [];
  for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
    parts.push(await readPart(talk, ids.slice(at, at + IDS_AT_ONCE)));
  }
  const ofLosers: MirrorMoment[] = [];
  for (let at = 0; at < lost.length; at += IDS_AT_ONCE) {
    const rows = await query(org, ofContacts(tasks(schema), 'WhoId', lost.slice(at, at + IDS_AT_ONCE)), PULL_ALL);
    ofLosers.push(...(await readMoments(org, rows)).records);
  }
  return {
    donors: parts.flatMap(({ donors }) => donors),
    mandates: parts.flatMap((part) => part.mandates),
    gifts: parts.flatMap((part) => part.gifts),
    moments: [...parts.flatMap(({ moments }) => moments), ...ofLosers],
    groups: whole.groups,
    leftOut: parts.reduce((sum, { leftOut }) => sum + leftOut, 0),
  };
}

/** One request for all four questions. */
async function readPart({ org, schema }: Talk, ids: readonly string[]): Promise<WholeDonors> {
  const giving: { readonly kind: 'mandates' | 'gifts'; readonly question: Soql }[] = [];
  const mandate = mandates(schema);
  const gift = gifts(schema);
  if (mandate !== null) giving.push({ kind: 'mandates', question: ofContacts(mandate, mandate.donor, ids) });
  if (gift !== null) giving.push({ kind: 'gifts', question: ofContacts(gift, gift.donor, ids) });
  const [contactRows = [], taskRows = [], ...givingRows] = await queryTogether(org, [
    [contactsOf(schema, ids), PULL_ALL],
    [ofContacts(tasks(schema), 'WhoId', ids), PULL_ALL],
    ...giving.map(({ question }) => [question, PULL] as const),
  ]);
  const rowsOf = (kind: 'mandates' | 'gifts'): readonly Row[] =>
    givingRows[giving.findIndex((each) => each.kind === kind)] ?? [];
  const donors = await readDonors({ org, schema }, contactRows);
  const moments = await readMoments(org, taskRows);
  const readMandate = await readMandates({ org, schema }, rowsOf('mandates'));
  const readGift = await readGifts({ org, schema }, rowsOf('gifts'));
  return {
    donors: donors.records,
    mandates: readMandate.records,
    gifts: readGift.records,
    moments: moments.records,
    groups: [],
    leftOut: donors.leftOut + moments.leftOut + readMandate.leftOut + readGift.leftOut,
  };
}

function ofContacts({ object, select, where }: PagedObject, column: string, ids: readonly string[]): Soql {
  return soql`SELECT ${columnsWith(['Id'], select)} FROM ${names(object)} WHERE ${where} AND ${names(column)} IN ${ids}`;
}

const positionSchema = z.object({ object: z.enum(['mandates', 'gifts']), afterId: z.string().nullable() });

/** A page of the donors with a gift or a mandate since a day. @param after null to begin. @throws CrmFailure */
export async function findRecent({ org, schema }: Talk, since: CalendarDay, after: unknown): Promise<RecentPage> {
  const { object, afterId } = positionSchema.parse(after ?? { object: 'mandates', afterId: null });
  const following: RecentPage['after'] = object === 'mandates' ? { object: 'gifts', afterId: null } : null;
  const info = object === 'mandates' ? schema.mandate : schema.gift;
  const paged = object === 'mandates' ? mandates(schema) : gifts(schema);
  const isLate = info === null ? null : schema.dialect[object === 'mandates' ? 'mandate' : 'gift'].since(info, since);
  if (paged === null || isLate === null) return { donorCrmIds: [], after: following };
  const beyond = afterId === null ? soql`Id != null` : soql`Id > ${afterId}`;
  const rows = await query(
    org,
    soql`SELECT ${names('Id', paged.donor)} FROM ${names(paged.object)} WHERE ${paged.where} AND ${isLate} AND ${beyond} ORDER BY Id LIMIT ${PAGE_SIZE}`,
    PULL,
  );
  const { read } = readRows(z.object({ Id: idSchema }), rows);
  const contactIds = [...new Set(rows.flatMap((row) => idSchema.safeParse(valueAt(row, paged.donor)).data ?? []))];
  const taken = await org.numbers.keep('contact', contactIds);
  const donorCrmIds = contactIds.filter((id) => !taken.has(id)).map(numberOf);
  const last = read.at(-1)?.Id ?? null;
  if (rows.length === PAGE_SIZE && last !== null && last !== afterId) {
    return { donorCrmIds, after: { object, afterId: last } };
  }
  return { donorCrmIds, after: following };
}
