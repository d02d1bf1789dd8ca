/** Donors of places who wait for a coordinator. */
import { sql, type RawBuilder } from 'kysely';
import type { CalendarDay, Instant } from '../../domain/calendar/day.ts';
import { inList } from '../queries/many.ts';
import type { SourceDonorTable, SourceLinkState, SourceSiteTable } from '../source-tables.ts';
import type { Reader } from '../store.ts';

export interface Waiting {
  readonly sourceDonorId: number;
  readonly firstName: string;
  readonly infix: string;
  readonly lastName: string;
  readonly organisation: string;
  readonly score: number | null;
}

export type WaitingKind = 'doubtful' | 'new';

/** Whoever was taken apart from a donor is as new as who was never like one; who is on the way to the CRM waits no longer. */
function isWaiting(kind: WaitingKind): RawBuilder<boolean> {
  if (kind === 'doubtful') return sql`state = 'doubtful'`;
  return sql`state IN ('new', 'unlinked')
    AND NOT EXISTS (SELECT 1 FROM source_newcomer
                     WHERE source_newcomer.source_donor_id = source_donor.id AND problem IS NULL)`;
}

/** Those whom nobody put off first, the likeliest first. What nobody gave and is gone there needs no decision. */
export async function readWaiting(reader: Reader, state: WaitingKind, most: number): Promise<readonly Waiting[]> {
  const { rows } = await sql<Waiting>`
    SELECT source_donor.id AS sourceDonorId, first_name AS firstName, infix, last_name AS lastName, organisation,
           score
      FROM source_link JOIN source_donor ON source_donor.id = source_donor_id
     WHERE ${isWaiting(state)} AND gone_at IS NULL
     ORDER BY decided_by IS NOT NULL, CASE WHEN decided_by IS NOT NULL THEN decided_at END, score DESC, source_donor.id
     LIMIT ${most}`.execute(reader);
  return rows;
}

export async function countWaiting(reader: Reader): Promise<{ readonly doubtful: number; readonly newcomers: number }> {
  const { rows } = await sql<{ doubtful: number; newcomers: number }>`
    SELECT count(*) FILTER (WHERE ${isWaiting('doubtful')}) AS doubtful,
           count(*) FILTER (WHERE ${isWaiting('new')}) AS newcomers
      FROM source_link JOIN source_donor ON source_donor.id = source_donor_id
     WHERE state IN ('doubtful', 'new', 'unlinked') AND gone_at IS NULL`.execute(reader);
  return rows[0] ?? { doubtful: 0, newcomers: 0 };
}

export type SourcePerson = SourceDonorTable & {
  readonly id: number;
  readonly siteName: string;
  readonly siteKind: SourceSiteTable['kind'];
  readonly state: SourceLinkState | null;
  readonly donorId: number | null;
  readonly linkedAt: Instant | null;
  readonly linkedBy: string | null;
  readonly reasons: string | null;
};

const PERSON = sql`
  SELECT source_donor.*, source_site.name AS siteName, source_site.kind AS siteKind, state, source_link.donor_id AS donorId,
         source_link.decided_at AS linkedAt, person.name AS linkedBy, reasons
    FROM source_donor JOIN source_site ON source_site.id = source_donor.site_id
    LEFT JOIN source_link ON source_link.source_donor_id = source_donor.id
    LEFT JOIN person ON person.id = source_link.decided_by`;

export async function readSourcePerson(reader: Reader, sourceDonorId: number): Promise<SourcePerson | null> {
  const { rows } = await sql<SourcePerson>`${PERSON} WHERE source_donor.id = ${sourceDonorId}`.execute(reader);
  return rows[0] ?? null;
}

/** Who is linked to these donors, the oldest first. */
export async function readSourcePeopleOf(
  reader: Reader,
  donorIds: readonly number[],
): Promise<readonly SourcePerson[]> {
  const { rows } = await sql<SourcePerson>`
    ${PERSON} WHERE source_link.donor_id IN ${inList(donorIds)} ORDER BY source_donor.id`.execute(reader);
  return rows;
}

/** Why the CRM did not take her, as JSON; null when it was not asked, or said nothing against it. */
export async function readNewcomerProblem(reader: Reader, sourceDonorId: number): Promise<string | null> {
  const row = await reader
    .selectFrom('source_newcomer')
    .select('problem')
    .where('source_donor_id', '=', sourceDonorId)
    .executeTakeFirst();
  return row?.problem ?? null;
}

export interface SourceGiving {
  readonly count: number;
  readonly total: number;
  readonly newest: CalendarDay | null;
  /** The page that the newest came through. */
  readonly page: string | null;
}

/** What came in through a place, and did not go back. */
export async function readSourceGiving(reader: Reader, sourceDonorId: number): Promise<SourceGiving> {
  const { rows } = await sql<SourceGiving>`
    SELECT count(*) AS count, coalesce(sum(gift.amount), 0) AS total, max(gift.day) AS newest,
           (SELECT page.title FROM source_gift AS last
              JOIN source_page AS page ON page.site_id = last.site_id AND page.source_key = last.page_key
             WHERE last.source_donor_id = ${sourceDonorId} ORDER BY last.at DESC LIMIT 1) AS page
      FROM source_gift AS gift
     WHERE source_donor_id = ${sourceDonorId} AND status = 'received' AND gone_at IS NULL`.execute(reader);
  return rows[0] ?? { count: 0, total: 0, newest: null, page: null };
}
