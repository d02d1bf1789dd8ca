/** Brings what changed in the CRM into the mirror: some pages at a time, in one transaction with the cursor after them. */
import type { Instant } from '../domain/calendar/day.ts';
import type { CrashHook } from '../db/crash-point.ts';
import { saveDonors } from '../db/mirror/save-donors.ts';
import { saveGifts, saveMandates } from '../db/mirror/save-giving.ts';
import { saveMoments } from '../db/mirror/save-moments.ts';
import { readCursor, writeCursor } from '../db/queries/cursors.ts';
import type { Store, Writer } from '../db/store.ts';
import { PULL_ENTITIES, type Connector, type PulledRecords, type PullEntity } from './connector.ts';
import { joinPages, readPages } from './pull-pages.ts';
import { rebaseCorrections } from './rebase.ts';

export interface PullContext {
  readonly store: Store;
  readonly connector: Connector;
  readonly now: () => Instant;
  /** Asked between pages; what is done stays done, and the next pull goes on from there. */
  readonly shouldStop: () => boolean;
  readonly at?: CrashHook | undefined;
}

export interface PullCounts {
  /** Records that were new or changed, by entity. */
  readonly pulled: Readonly<Record<PullEntity, number>>;
  readonly leftOut: number;
}

/** @throws CrmFailure; pages that were kept before stay. */
export async function pullAll(context: PullContext): Promise<PullCounts> {
  const pulled = { donors: 0, mandates: 0, gifts: 0, moments: 0 };
  let leftOut = 0;
  for (const entity of PULL_ENTITIES) {
    const begin = await readCursor(context.store.reader, entity);
    for await (const pages of readPages(context, entity, begin)) {
      context.at?.('page-read');
      const together = joinPages(entity, pages);
      pulled[entity] += await context.store.write(async (writer) => {
        await writeCursor(writer, entity, pages.at(-1)?.position, context.now());
        const changed = await save(writer, together);
        await rebaseCorrections(writer, together, context.now());
        return changed;
      });
      context.at?.('page-kept');
      leftOut += pages.reduce((sum, page) => sum + page.leftOut, 0);
    }
  }
  return { pulled, leftOut };
}

async function save(writer: Writer, pulled: PulledRecords): Promise<number> {
  switch (pulled.entity) {
    case 'donors':
      return saveDonors(writer, pulled.records);
    case 'mandates':
      return saveMandates(writer, pulled.records);
    case 'gifts':
      return saveGifts(writer, pulled.records);
    case 'moments':
      return saveMoments(writer, pulled.records);
  }
}
