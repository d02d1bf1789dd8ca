/**
 * Pages of an entity, first all of it by id, then what changed by `modified_date`. Never by offset, and always in a
 * total order (civicrm-api4.md §4).
 *
 * `modified_date` is an opaque text: it shifts with the season and has whole seconds (§5). A cursor is therefore taken
 * only from what the server returned, begins two hours early, and what comes twice is recognised by its id.
 */
import { z } from 'zod';
import type { CursorPosition } from '../../connector.ts';
import { notCiviCrm } from './failures.ts';
import { callApi, type CiviCrmSite } from './http.ts';

export const PAGE_SIZE = 500;
const OVERLAP_MILLISECONDS = 2 * 3_600_000;

const fullPosition = z.object({
  phase: z.literal('full'),
  afterId: z.int(),
  /** The newest stamp before the first page was read; changes are followed from there. */
  watermark: z.string().nullable(),
});
const changesPosition = z.object({
  phase: z.literal('changes'),
  since: z.string().nullable(),
  after: z.object({ stamp: z.string(), id: z.int() }).nullable(),
});
const positionSchema = z.discriminatedUnion('phase', [fullPosition, changesPosition]);
type Position = z.infer<typeof positionSchema>;

const rowSchema = z.looseObject({ id: z.int(), modified_date: z.string().nullable().optional() });
export type ApiRow = z.infer<typeof rowSchema>;

export interface PagedEntity {
  readonly entity: string;
  readonly select: readonly string[];
  readonly where: readonly unknown[];
  /** Sites before 6.9 have none for contributions: such an entity is read in full every time. */
  readonly hasModifiedDate: boolean;
}

export interface Page {
  readonly rows: readonly ApiRow[];
  readonly position: CursorPosition;
  readonly isLast: boolean;
}

/** @throws CrmFailure */
export async function nextPage(site: CiviCrmSite, paged: PagedEntity, at: CursorPosition): Promise<Page> {
  const position = at === null ? await firstPosition(site, paged) : positionSchema.parse(at);
  const rows = await readPage(site, paged, position);
  const isLast = rows.length < PAGE_SIZE;
  return { rows, isLast, position: isLast ? afterLastPage(position, rows, paged) : afterPage(position, rows) };
}

async function firstPosition(site: CiviCrmSite, paged: PagedEntity): Promise<Position> {
  return { phase: 'full', afterId: 0, watermark: paged.hasModifiedDate ? await newestStamp(site, paged) : null };
}

async function newestStamp(site: CiviCrmSite, { entity, where }: PagedEntity): Promise<string | null> {
  const { values } = await callApi(site, entity, 'get', {
    select: ['id', 'modified_date'],
    where,
    orderBy: { modified_date: 'DESC', id: 'DESC' },
    limit: 1,
  });
  return values.length === 0 ? null : (rowSchema.parse(values[0]).modified_date ?? null);
}

async function readPage(site: CiviCrmSite, paged: PagedEntity, position: Position): Promise<readonly ApiRow[]> {
  const { values } = await callApi(site, paged.entity, 'get', {
    select: ['id', ...(paged.hasModifiedDate ? ['modified_date'] : []), ...paged.select],
    where: [...paged.where, ...conditionsOf(position)],
    orderBy: position.phase === 'full' ? { id: 'ASC' } : { modified_date: 'ASC', id: 'ASC' },
    limit: PAGE_SIZE,
  });
  // A server that did not read our question answers with the whole table (civicrm-api4.md §1).
  if (values.length > PAGE_SIZE) throw notCiviCrm(`${values.length} rows instead of ${PAGE_SIZE}`);
  return z.array(rowSchema).parse(values);
}

function conditionsOf(position: Position): readonly unknown[] {
  if (position.phase === 'full') return [['id', '>', position.afterId]];
  const { since, after } = position;
  if (after !== null) {
    const sameStamp = [
      'AND',
      [
        ['modified_date', '=', after.stamp],
        ['id', '>', after.id],
      ],
    ];
    return [['OR', [['modified_date', '>', after.stamp], sameStamp]]];
  }
  return since === null ? [] : [['modified_date', '>=', earlier(since)]];
}

function afterPage(position: Position, rows: readonly ApiRow[]): Position {
  const last = rows.at(-1);
  if (last === undefined) return position;
  if (position.phase === 'full') return { ...position, afterId: last.id };
  return { ...position, after: { stamp: last.modified_date ?? '', id: last.id } };
}

function afterLastPage(position: Position, rows: readonly ApiRow[], { hasModifiedDate }: PagedEntity): Position {
  if (!hasModifiedDate) return { phase: 'full', afterId: 0, watermark: null };
  if (position.phase === 'full') return { phase: 'changes', since: position.watermark, after: null };
  const newest = rows.at(-1)?.modified_date ?? position.after?.stamp ?? position.since;
  return { phase: 'changes', since: newest, after: null };
}

/** Two hours before a site-local stamp, as text again. No time zone is involved: it is arithmetic on a clock face. */
function earlier(stamp: string): string {
  const asIfUtc = Date.parse(`${stamp.replace(' ', 'T')}Z`);
  if (Number.isNaN(asIfUtc)) return stamp;
  return new Date(asIfUtc - OVERLAP_MILLISECONDS).toISOString().slice(0, 19).replace('T', ' ');
}
