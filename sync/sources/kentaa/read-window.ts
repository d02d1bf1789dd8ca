/**
 * Reads everything of one kind that was made, or changed, between two moments. Pages move while they are read: a row that
 * changes goes to the end, and all behind it shift (kentaa.md §1). So a window ends before the reading began, it is read
 * again when its size was not the same at both ends, and nothing relies on the order.
 */
import { z } from 'zod';
import type { Instant } from '../../../domain/calendar/day.ts';
import type { SourceRecord } from '../../../db/sources/records.ts';
import { SourceFailure } from '../source-failure.ts';
import { askKentaa, type KentaaSite } from './client.ts';
import { notKentaa, pagesKeepMoving } from './failures.ts';
import type { Resource } from './resources.ts';

export const PAGE_ROWS = 100;
const MOST_READINGS = 3;
/** More than what is asked for in one window would take too much of an hour's questions if it had to be read again. */
const LARGEST_WINDOW = 4_000;

export interface Window {
  readonly by: 'created' | 'updated';
  readonly after: Instant;
  readonly before: Instant;
}

export interface WindowRecords {
  /** The oldest change first. */
  readonly records: readonly SourceRecord[];
  /** Rows that could not be understood. */
  readonly leftOut: number;
  /** Keys of all rows, also of those that could not be understood. */
  readonly keys: readonly string[];
}

const envelopeSchema = z.looseObject({
  total_entries: z.int().nonnegative(),
  total_pages: z.int().nonnegative().max(100_000),
  current_page: z.int().positive(),
});

/** @returns null when there is too much in it: to be asked for in smaller windows. @throws SourceFailure */
export async function readWindow(site: KentaaSite, resource: Resource, window: Window): Promise<WindowRecords | null> {
  for (let reading = 0; reading < MOST_READINGS; reading += 1) {
    const answer = await readOnce(site, resource, window);
    if (answer !== 'moved') return answer;
  }
  throw pagesKeepMoving();
}

async function readOnce(site: KentaaSite, resource: Resource, window: Window): Promise<WindowRecords | null | 'moved'> {
  const rows = new Map<number, { readonly row: unknown; readonly updatedAt: string }>();
  let total: number | null = null;
  for (let page = 1; ; page += 1) {
    const { json } = await askKentaa(site, resource.path, {
      [`${window.by}_after`]: window.after,
      [`${window.by}_before`]: window.before,
      per_page: String(PAGE_ROWS),
      page: String(page),
    });
    const envelope = envelopeSchema.safeParse(json);
    const listed = z
      .array(z.unknown())
      .max(PAGE_ROWS * 10)
      .safeParse(json[resource.list]);
    if (!envelope.success || !listed.success || envelope.data.current_page !== page) throw notKentaa();
    total ??= envelope.data.total_entries;
    if (total > LARGEST_WINDOW && Date.parse(window.before) - Date.parse(window.after) > SHORTEST_WINDOW) return null;
    for (const row of listed.data) {
      const { id, updated_at: updatedAt = '' } = rowSchema.safeParse(row).data ?? {};
      if (id === undefined) throw notKentaa();
      const known = rows.get(id);
      if (known === undefined || known.updatedAt < updatedAt) rows.set(id, { row, updatedAt });
    }
    // More than it is said to have: it moved, or it has no end.
    if (rows.size > total) return 'moved';
    if (page < envelope.data.total_pages && listed.data.length > 0) continue;
    // What came twice, or not at all, shows in the number of rows as well.
    if (envelope.data.total_entries !== total || rows.size !== total) return 'moved';
    return keep(
      resource,
      [...rows].map(([id, { row }]) => ({ id, row })),
    );
  }
}

const SHORTEST_WINDOW = 60 * 60_000;

const rowSchema = z.looseObject({
  id: z.int().positive().optional(),
  updated_at: z.string().catch(''),
});

function keep(resource: Resource, rows: readonly { readonly id: number; readonly row: unknown }[]): WindowRecords {
  const parsed = rows.map(({ row }) => resource.parse(row));
  const records = parsed.filter((record) => record !== null);
  return {
    records: records.toSorted((a, b) => compare(a.updatedAt, b.updatedAt) || compare(a.key, b.key)),
    leftOut: parsed.length - records.length,
    keys: rows.map(({ id }) => `${resource.prefix}:${id}`),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** One record by its number; null when it cannot be understood. @throws SourceFailure */
export async function readSingle(
  site: KentaaSite,
  resource: Resource,
  number: string,
): Promise<SourceRecord | 'missing' | null> {
  try {
    const { json } = await askKentaa(site, `${resource.path}/${number}`);
    return resource.parse(json[resource.single]);
  } catch (error) {
    if (error instanceof SourceFailure && error.kind === 'missing') return 'missing';
    throw error;
  }
}

export interface SiteIdentity {
  /** "kentaa:6" */
  readonly id: string;
  readonly name: string;
  readonly serverTime: Instant | null;
}

const siteSchema = z.object({ site: z.looseObject({ id: z.int().positive(), name: z.string().min(1) }) });

/** Whose key it is: cheap, and it proves that the key is right. @throws SourceFailure */
export async function readSite(site: KentaaSite): Promise<SiteIdentity> {
  const { json, serverTime } = await askKentaa(site, '/sites/current');
  const parsed = siteSchema.safeParse(json);
  if (!parsed.success) throw notKentaa();
  const { id, name } = parsed.data.site;
  return { id: `kentaa:${id}`, name: name.slice(0, 200), serverTime };
}
