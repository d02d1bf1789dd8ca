/** Everything that the CRM has about a few donors: for those who come into the slice, and for the first lists. */
import type { CalendarDay } from '../../../domain/calendar/day.ts';
import type { MirrorMembership } from '../../../db/mirror/records.ts';
import type { RecentPage, WholeDonors } from '../../connector.ts';
import { CrmFailure } from '../../crm-failure.ts';
import type { CiviCrmSite } from './http.ts';
import { PAGE_SIZE, type PagedEntity } from './paging.ts';
import { getRows } from './presence.ts';
import { readContacts } from './pull-donors.ts';
import { contributions, readGifts, readMandates, RECURRING } from './pull-giving.ts';
import { readMoments } from './pull-moments.ts';
import { columnsOf, idSchema, memberRow, readRows, targetRow } from './rows.ts';
import { z } from 'zod';

/** @throws CrmFailure */
export async function readWhole(
  site: CiviCrmSite,
  crmIds: readonly number[],
  losers: readonly number[],
  activity: PagedEntity,
): Promise<WholeDonors> {
  const mandates = readMandates(await readOf(site, RECURRING, crmIds));
  const gifts = readGifts(await readOf(site, contributions(false), crmIds));
  const moments = readMoments(await readActivities(site, [...crmIds, ...losers], activity));
  return {
    donors: await readContacts(site, crmIds),
    mandates: mandates.records,
    gifts: gifts.records,
    moments: moments.records,
    groups: await readGroups(site, crmIds),
    leftOut: mandates.leftOut + gifts.leftOut + moments.leftOut,
  };
}

async function readOf(
  site: CiviCrmSite,
  { entity, select }: { readonly entity: string; readonly select: readonly string[] },
  crmIds: readonly number[],
): Promise<readonly unknown[]> {
  return getAll(site, entity, ['id', ...select], [['contact_id', 'IN', crmIds]]);
}

/**
 * By the table in between: `target_contact_id` compares all targets of an activity as one text, and misses the letters
 * that went to two people.
 */
async function readActivities(
  site: CiviCrmSite,
  crmIds: readonly number[],
  activity: PagedEntity,
): Promise<readonly unknown[]> {
  const targets = await getAll(
    site,
    'ActivityContact',
    ['id', 'activity_id', 'contact_id'],
    [
      ['contact_id', 'IN', crmIds],
      ['record_type_id:name', '=', 'Activity Targets'],
    ],
  );
  const ids = [...new Set(readRows(targetRow, targets).read.map(({ activity_id }) => activity_id))];
  const rows: unknown[] = [];
  for (let at = 0; at < ids.length; at += PAGE_SIZE) {
    const where = [...activity.where, ['id', 'IN', ids.slice(at, at + PAGE_SIZE)]];
    rows.push(...(await getAll(site, activity.entity, ['id', ...activity.select], where)));
  }
  return rows;
}

/** The groups that these donors are in now; smart groups have no rows (civicrm-api4.md §4). None where it is not allowed. */
export async function readGroups(site: CiviCrmSite, crmIds: readonly number[]): Promise<readonly MirrorMembership[]> {
  const where = [
    ['contact_id', 'IN', crmIds],
    ['status', '=', 'Added'],
  ];
  try {
    const rows = await getAll(site, 'GroupContact', ['id', ...columnsOf(memberRow)], where);
    return readRows(memberRow, rows).read.map((row) => ({
      donorCrmId: row.contact_id,
      groupCrmId: row.group_id,
      name: row['group_id:name'] ?? '',
      title: row['group_id:label'] ?? '',
    }));
  } catch (error) {
    // No list depends on groups: without the right to see them everything else goes on.
    if (error instanceof CrmFailure && error.kind === 'forbidden') return [];
    throw error;
  }
}

const contactOfRow = z.object({ id: z.int(), contact_id: idSchema });

/** A page of the donors with a gift or a mandate since a day. @param after null to begin. @throws CrmFailure */
export async function findRecent(site: CiviCrmSite, since: CalendarDay, after: unknown): Promise<RecentPage> {
  const { entity, afterId } = recentPosition.parse(after ?? { entity: 'ContributionRecur', afterId: 0 });
  const rows = await getRows(site, entity, {
    select: ['id', 'contact_id'],
    where: [
      [entity === 'Contribution' ? 'receive_date' : 'start_date', '>=', since],
      ['id', '>', afterId],
    ],
    orderBy: { id: 'ASC' },
    limit: PAGE_SIZE,
  });
  const { read } = readRows(contactOfRow, rows);
  const last = read.at(-1)?.id ?? null;
  const donorCrmIds = [...new Set(read.map(({ contact_id }) => contact_id))];
  if (rows.length === PAGE_SIZE && last !== null && last > afterId) {
    return { donorCrmIds, after: { entity, afterId: last } };
  }
  return { donorCrmIds, after: entity === 'Contribution' ? null : { entity: 'Contribution', afterId: 0 } };
}

const recentPosition = z.object({ entity: z.enum(['ContributionRecur', 'Contribution']), afterId: z.int() });

/** All rows, by keyset: a few donors can have many. */
async function getAll(
  site: CiviCrmSite,
  entity: string,
  select: readonly string[],
  where: readonly unknown[],
): Promise<readonly unknown[]> {
  const all: unknown[] = [];
  for (let afterId = 0; ;) {
    const rows = await getRows(site, entity, {
      select,
      where: [...where, ['id', '>', afterId]],
      orderBy: { id: 'ASC' },
      limit: PAGE_SIZE,
    });
    all.push(...rows);
    const last = readRows(z.object({ id: z.int() }), rows.slice(-1)).read[0]?.id ?? 0;
    if (rows.length < PAGE_SIZE || last <= afterId) return all;
    afterId = last;
  }
}
