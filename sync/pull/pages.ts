/** The pages of one entity: some at a time in one transaction with the cursor after them. */
import { readCursor, writeCursor } from '../../db/queries/cursors.ts';
import type { PullEntity } from '../connector.ts';
import { joinPages, readPages } from '../pull-pages.ts';
import { rebaseCorrections } from '../rebase.ts';
import { mustStop, scopeOf, type PullContext, type Tally } from './context.ts';
import { countPages } from './progress.ts';
import { removeGone } from './reconcile.ts';
import { noteRewound } from './rewound.ts';
import { savePage } from './save-page.ts';

/**
 * A pull that is killed goes on where it stopped.
 *
 * @throws CrmFailure; pages that were kept before stay
 */
export async function pullPages(context: PullContext, entity: PullEntity, tally: Tally): Promise<void> {
  const { store, now } = context;
  const scope = scopeOf(context);
  const cursor = await readCursor(store.reader, entity);
  let done = cursor?.done ?? 0;
  let began = now();
  for await (const pages of readPages({ ...context, scope }, entity, cursor?.position ?? null)) {
    context.at?.('page-read');
    const last = pages.at(-1);
    if (last === undefined) continue;
    // Before the cursor moves: a kill in between asks again.
    await removeGone(
      context,
      entity,
      pages.flatMap(({ deleted = [] }) => deleted),
    );
    const together = joinPages(pages);
    done = last.isRewound ? 0 : pages.reduce((sum, { rows }) => sum + rows, done);
    const ended = now();
    tally.pulled[entity] += await store.write(async (writer) => {
      if (last.isRewound) await noteRewound(writer, entity, ended);
      // What the CRM counted was a guess; at the end there is what there was.
      const total = last.isLast ? { total: done } : {};
      await writeCursor(writer, entity, { position: last.position, done, ...total }, ended);
      await countPages(writer, pages.length, began, ended);
      const changed = await savePage(writer, together, scope);
      await rebaseCorrections(writer, together, ended);
      return changed;
    });
    context.at?.('page-kept');
    tally.leftOut += pages.reduce((sum, { leftOut }) => sum + leftOut, 0);
    began = ended;
    if (await mustStop(context)) return;
  }
}
