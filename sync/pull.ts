/** Brings what changed in the CRM into the mirror. Each step goes on where it stopped, whatever stopped it. */
import { DatabaseFailure } from '../db/database-failure.ts';
import { readCursor, writeCursor } from '../db/queries/cursors.ts';
import { PULL_ENTITIES, type PullEntity } from './connector.ts';
import { CrmFailure } from './crm-failure.ts';
import { mustStop, type PullContext, type Tally } from './pull/context.ts';
import { pullFirstLists } from './pull/first-lists.ts';
import { pullPages } from './pull/pages.ts';
import { noteProgress, readProgress } from './pull/progress.ts';
import { reconcile } from './pull/reconcile.ts';
import { settleMerges } from './pull/settle-merges.ts';
import { pullGroups, updateSlice } from './pull/update-slice.ts';
import { addNewcomers } from './sources/add-newcomers.ts';
import { lookInCrm } from './sources/look-in-crm.ts';

export { EVERYBODY } from './pull/context.ts';
export type { PullContext, SliceSettings } from './pull/context.ts';

export interface PullCounts {
  /** Records that were new or changed, by entity. */
  readonly pulled: Readonly<Record<PullEntity, number>>;
  readonly leftOut: number;
}

/**
 * First what the lists need, then the facts of everybody, then the details of those who are needed; at last what left no
 * trace.
 *
 * @throws CrmFailure; pages that were kept before stay
 */
export async function pullAll(context: PullContext): Promise<PullCounts> {
  const tally: Tally = { pulled: { donors: 0, mandates: 0, gifts: 0, moments: 0 }, leftOut: 0 };
  const steps: readonly (() => Promise<void>)[] = [
    () => begin(context),
    () => pullFirstLists(context, tally),
    ...PULL_ENTITIES.map((entity) => () => pullPages(context, entity, tally)),
    () => settleMerges(context),
    () => lookInCrm(context, tally),
    () => addNewcomers(context, tally),
    () => updateSlice(context, tally),
    () => pullGroups(context),
    () => finish(context),
    () => reconcile(context, tally),
    // What the comparison brought can put somebody on a list.
    () => updateSlice(context, tally),
  ];
  try {
    for (const step of steps) {
      if (await mustStop(context)) break;
      await step();
    }
  } catch (error) {
    throw error instanceof DatabaseFailure && error.code === 'disk-full' ? diskFull(error) : error;
  }
  return tally;
}

/** All cursors are set before the first row is read: what changes meanwhile is followed from there. */
async function begin({ store, connector, now }: PullContext): Promise<void> {
  for (const entity of PULL_ENTITIES) {
    if ((await readCursor(store.reader, entity)) !== null) continue;
    const { position, total } = await connector.begin(entity);
    await store.write((writer) => writeCursor(writer, entity, { position, total, done: 0 }, now()));
  }
}

async function finish({ store }: PullContext): Promise<void> {
  if ((await readProgress(store.reader)).isFinished) return;
  await store.write((writer) => noteProgress(writer, { isFinished: true }));
}

/** The page that did not fit was undone as a whole; the next round asks for it again. */
function diskFull(error: DatabaseFailure): CrmFailure {
  return new CrmFailure('busy', error.sentence, null, { cause: error });
}
