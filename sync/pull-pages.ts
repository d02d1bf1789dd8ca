/**
 * Reads the pages of an entity ahead of whoever keeps them: while some are being written, the CRM works on the next.
 * Never more than one question is under way, and what was read ahead and not kept is asked for again.
 */
import type { Instant } from '../domain/calendar/day.ts';
import type { Connector, CursorPosition, PulledRecords, PullEntity, PullPage, PullScope } from './connector.ts';

/** Pages that are kept in one transaction: a row that several of them touch is then written, and encrypted, once. */
export const PAGES_TOGETHER = 4;

/** Who waits longer than this for a page has time to write what is there: the CRM is slower than we are. */
export const LONG_WAIT_MILLISECONDS = 10;

export interface PullReading {
  readonly connector: Connector;
  readonly scope: PullScope;
  /** Asked before each question. */
  readonly shouldStop: () => boolean;
  readonly now: () => Instant;
}

/**
 * Groups of pages in their order, larger where the CRM answers faster than its pages are written; the position of the last one is that of the group. When the CRM fails, what was read
 * before is handed out first.
 *
 * @throws CrmFailure
 */
export async function* readPages(
  { connector, scope, shouldStop, now }: PullReading,
  entity: PullEntity,
  begin: CursorPosition,
): AsyncGenerator<readonly PullPage[]> {
  let pages: PullPage[] = [];
  let next: Promise<Asked> | null = shouldStop() ? null : ask(connector, entity, begin, scope);
  try {
    while (next !== null) {
      const began = now();
      const asked = await next;
      const waited = Date.parse(now()) - Date.parse(began);
      if ('failure' in asked) {
        if (pages.length > 0) yield pages;
        throw asked.failure;
      }
      pages.push(asked.page);
      next = asked.page.isLast || shouldStop() ? null : ask(connector, entity, asked.page.position, scope);
      // What comes after a CRM went back has nothing to do with what came before.
      const isTogether = pages.length < PAGES_TOGETHER && waited < LONG_WAIT_MILLISECONDS && !asked.page.isRewound;
      if (next !== null && isTogether) continue;
      yield pages;
      pages = [];
    }
  } finally {
    // A question that is on its way is heard out, so that nothing of this pull happens after it.
    await next;
  }
}

type Asked = { readonly page: PullPage } | { readonly failure: unknown };

/** Never rejects: nobody may be waiting for the answer any more. */
async function ask(
  connector: Connector,
  entity: PullEntity,
  position: CursorPosition,
  scope: PullScope,
): Promise<Asked> {
  try {
    return { page: await connector.pull(entity, position, scope) };
  } catch (error) {
    return { failure: error };
  }
}

/** What several pages brought; of a record that changed while we read, only how it was read last. */
export function joinPages(pages: readonly PullPage[]): PulledRecords {
  const newest = new Map<number | null, PulledRecords['records'][number]>();
  for (const { pulled } of pages) for (const record of pulled.records) newest.set(record.crmId, record);
  return { entity: pages.at(-1)?.pulled.entity, records: [...newest.values()] } as PulledRecords;
}
