/**
 * Before anything else a first pull reads everything about the donors who gave or signed lately: only they can be on a
 * list of the coming days, so that calling can begin after seconds, whatever the size of the CRM.
 */
import { addDays } from '../../domain/calendar/day.ts';
import { saveWhole } from '../../db/mirror/save-whole.ts';
import { insideAmong } from '../../db/mirror/save-stubs.ts';
import { earliestOccasion } from '../../db/queries/candidates.ts';
import type { RecentPage } from '../connector.ts';
import { rebaseCorrections } from '../rebase.ts';
import { mustStop, windowOf, type PullContext, type Tally } from './context.ts';
import { readLosers } from '../../db/queries/merged-donors.ts';
import { noteProgress, readProgress } from './progress.ts';

/** So many donors are read as a whole at a time. */
export const DONORS_AT_ONCE = 250;

/** Goes on where it stopped: who is held already is not read again. @throws CrmFailure */
export async function pullFirstLists(context: PullContext, tally: Tally): Promise<void> {
  const { store, connector } = context;
  if ((await readProgress(store.reader)).listsReady) return;
  const { today, programmes } = windowOf(context);
  const since = earliestOccasion(addDays(today, -1), programmes);
  let after: RecentPage['after'] = null;
  do {
    const page: RecentPage = await connector.findRecent(since, after);
    const inside = await insideAmong(store.reader, page.donorCrmIds);
    const missing = page.donorCrmIds.filter((crmId) => !inside.has(crmId));
    for (let at = 0; at < missing.length; at += DONORS_AT_ONCE) {
      if (await mustStop(context)) return;
      await pullWhole(context, missing.slice(at, at + DONORS_AT_ONCE), tally);
    }
    ({ after } = page);
  } while (after !== null);
  await store.write((writer) => noteProgress(writer, { listsReady: true }));
}

/** Reads everything about these donors and keeps it. @throws CrmFailure */
export async function pullWhole(
  { store, connector, now }: PullContext,
  crmIds: readonly number[],
  tally: Tally,
): Promise<void> {
  const whole = await connector.readWhole(crmIds, await readLosers(store.reader, crmIds));
  const saved = await store.write(async (writer) => {
    const counts = await saveWhole(writer, crmIds, whole);
    await rebaseCorrections(writer, { entity: 'donors', records: whole.donors }, now());
    return counts;
  });
  tally.pulled.donors += saved.donors;
  tally.pulled.mandates += saved.mandates;
  tally.pulled.gifts += saved.gifts;
  tally.pulled.moments += saved.moments;
  tally.leftOut += whole.leftOut;
}
