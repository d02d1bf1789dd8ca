/** Brings in the details of donors who are needed from now on, and takes out those of donors who no longer are. */
import { dropDetails } from '../../db/mirror/save-stubs.ts';
import { saveGroups } from '../../db/mirror/save-whole.ts';
import { readCursor, writeCursor } from '../../db/queries/cursors.ts';
import { joinSearchIndex } from '../../db/search-index.ts';
import { findEntering, findLeaving } from '../../db/queries/slice.ts';
import { readProgress } from './progress.ts';
import { mustStop, windowOf, type PullContext, type Tally } from './context.ts';
import { DONORS_AT_ONCE, pullWhole } from './first-lists.ts';

const LEAVING_AT_ONCE = 500;

/** @throws CrmFailure */
export async function updateSlice(context: PullContext, tally: Tally): Promise<void> {
  const { store } = context;
  const window = windowOf(context);
  for (let before: readonly number[] = []; !(await mustStop(context));) {
    const entering = await findEntering(store.reader, window, DONORS_AT_ONCE);
    // Nobody more, or only who was asked for and did not come: the next round tries again.
    if (entering.every((crmId) => before.includes(crmId))) break;
    await pullWhole(context, entering, tally);
    before = entering;
  }
  let hasLeft = false;
  for (let left = LEAVING_AT_ONCE; left === LEAVING_AT_ONCE && !(await mustStop(context));) {
    // Asked and dropped in one transaction: a call that is opened in between keeps her here.
    left = await store.write(async (writer) => {
      const leaving = await findLeaving(writer.transaction, window, LEAVING_AT_ONCE);
      await dropDetails(writer, leaving);
      return leaving.length;
    });
    hasLeft ||= left > 0;
  }
  // Their words leave the search index as well.
  if (hasLeft) await store.writeSoon(({ transaction }) => joinSearchIndex(transaction));
}

const GROUPS_EVERY_MILLISECONDS = 3_600_000;
const GROUPS_AT_ONCE = 500;
/** The cursor's place for groups: they have no stamp, and are read again as a whole every hour (civicrm-api4.md §6). */
const GROUPS = 'groups';

/** The groups of the donors whose details are held. @throws CrmFailure */
export async function pullGroups(context: PullContext): Promise<void> {
  const { store, connector, now } = context;
  const cursor = await readCursor(store.reader, GROUPS);
  if (cursor === null && !(await readProgress(store.reader)).isFinished) {
    // Whoever came in a first pull came with her groups.
    await store.write((writer) => writeCursor(writer, GROUPS, { position: { after: 0, readAt: now() } }, now()));
    return;
  }
  const { after, readAt } = groupsPosition(cursor?.position);
  const isDue = after > 0 || Date.parse(now()) - Date.parse(readAt) >= GROUPS_EVERY_MILLISECONDS;
  if (!isDue) return;
  for (let from = after; !(await mustStop(context));) {
    const rows = await store.reader
      .selectFrom('donor')
      .select('crm_id')
      .where('slice', '=', 'inside')
      .where('crm_id', '>', from)
      .orderBy('crm_id')
      .limit(GROUPS_AT_ONCE)
      .execute();
    const crmIds = rows.flatMap(({ crm_id }) => (crm_id === null ? [] : [crm_id]));
    const memberships = crmIds.length === 0 ? [] : await connector.readGroups(crmIds);
    const isLast = crmIds.length < GROUPS_AT_ONCE;
    from = isLast ? 0 : (crmIds.at(-1) ?? 0);
    const position = { after: from, readAt: isLast ? now() : readAt };
    await store.write(async (writer) => {
      await saveGroups(writer, crmIds, memberships);
      await writeCursor(writer, GROUPS, { position }, now());
    });
    if (isLast) return;
  }
}

function groupsPosition(position: unknown): { readonly after: number; readonly readAt: string } {
  const known = position as { readonly after: number; readonly readAt: string } | undefined;
  return known ?? { after: 0, readAt: new Date(0).toISOString() };
}
