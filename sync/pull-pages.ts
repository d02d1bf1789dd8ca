/**
 * Reads the pages of an entity ahead of whoever keeps them: while some are being written, the CRM works on the next.
 * Never more than one question is under way, and what was read ahead and not kept is asked for again.
 */
import type { Connector, CursorPosition, PulledRecords, PullEntity, PullPage } from './connector.ts';

/** Pages that are kept in one transaction: a row that several of them touch is then written, and encrypted, once. */
export const PAGES_TOGETHER = 4;

export interface PullReading {
  readonly connector: Connector;
  /** Asked before each question. */
  readonly shouldStop: () => boolean;
}

/**
 * Groups of pages in their order; the position of the last one is that of the group. When the CRM fails, what was read
 * before is handed out first.
 *
 * @throws CrmFailure
 */
export async function* readPages(
  { connector, shouldStop }: PullReading,
  entity: PullEntity,
  begin: CursorPosition,
): AsyncGenerator<readonly PullPage[]> {
  let pages: PullPage[] = [];
  let next: Promise<Asked> | null = shouldStop() ? null : ask(connector, entity, begin);
  while (next !== null) {
    const asked = await next;
    if ('failure' in asked) {
      if (pages.length > 0) yield pages;
      throw asked.failure;
    }
    pages.push(asked.page);
    next = asked.page.isLast || shouldStop() ? null : ask(connector, entity, asked.page.position);
    if (next !== null && pages.length < PAGES_TOGETHER) continue;
    yield pages;
    pages = [];
  }
}

type Asked = { readonly page: PullPage } | { readonly failure: unknown };

/** Never rejects: nobody may be waiting for the answer any more. */
async function ask(connector: Connector, entity: PullEntity, position: CursorPosition): Promise<Asked> {
  try {
    return { page: await connector.pull(entity, position) };
  } catch (error) {
    return { failure: error };
  }
}

/** What several pages brought; of a record that changed while we read, only how it was read last. */
export function joinPages(entity: PullEntity, pages: readonly PullPage[]): PulledRecords {
  const newest = new Map<number | null, PulledRecords['records'][number]>();
  for (const { pulled } of pages) for (const record of pulled.records) newest.set(record.crmId, record);
  return { entity, records: [...newest.values()] } as PulledRecords;
}
