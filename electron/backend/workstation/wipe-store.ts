/** A workstation that was revoked: says so in the CRM, empties its database, and takes itself off the disk. */
import type { Instant } from '../../../domain/calendar/day.ts';
import type { WorkstationState } from '../../../domain/workstation/revocation.ts';
import { forgetEverything } from '../../../db/forget-everything.ts';
import { countOperations } from '../../../db/queries/operations.ts';
import { readSetting } from '../../../db/queries/settings.ts';
import { OWN_WORKSTATION } from '../../../db/queries/workstation.ts';
import type { Store } from '../../../db/store.ts';
import { beginWipe, finishWipe, type WipeHook } from '../../../db/wipe.ts';
import { CrmFailure } from '../../../sync/crm-failure.ts';
import { openConnector, type CrmReach } from '../open-connector.ts';
import { APPEARANCE } from '../profile-settings.ts';

/** What waited is tried for so long; then the donors' data counts more than what was recorded. */
const PATIENCE_MILLISECONDS = 3_600_000;

/** @param waiting operations that the CRM has not answered yet; what it refused is not waited for */
export async function mayBeWiped(store: Store, now: Instant, waiting: number): Promise<boolean> {
  if (waiting === 0) return true;
  const own = await readSetting(store.reader, OWN_WORKSTATION);
  if (own === null || own.revokedAt === null) return false;
  return Date.parse(now) - Date.parse(own.revokedAt) >= PATIENCE_MILLISECONDS;
}

export interface WipeStore {
  readonly store: Store;
  readonly folder: string;
  readonly now: () => Instant;
  readonly reach: CrmReach;
  readonly at?: WipeHook | undefined;
}

/** After this nothing of the profile can be opened. Nobody may be using the store. */
export async function wipeStore({ store, folder, now, reach, at = () => undefined }: WipeStore): Promise<void> {
  const { reader } = store;
  const tell = await reporter(store, now, reach);
  await tell('wiping');
  const { waiting, conflict, rejected } = await countOperations(reader);
  const { language } = (await readSetting(reader, APPEARANCE)) ?? { language: 'nl' };
  beginWipe(folder, { at: now(), lost: waiting + conflict + rejected, language });
  at('wipe-begun');
  await store.write((writer) => forgetEverything(writer, []));
  at('wipe-forgotten');
  await store.close();
  at('wipe-closed');
  finishWipe(folder, at);
  await tell('wiped');
}

/** Tells the CRM how far it is; when it does not listen, the report of a colleague says "wiping" or "revoked". */
async function reporter(
  store: Store,
  now: () => Instant,
  reach: CrmReach,
): Promise<(state: WorkstationState) => Promise<void>> {
  const own = await readSetting(store.reader, OWN_WORKSTATION);
  const connector = await openConnector(store, reach, true).catch(unlessNoTokens);
  const workstations = connector?.workstations;
  return async (state) => {
    if (own === null || workstations === undefined) return;
    try {
      const seen = await workstations.find(own.id, own.crmId);
      if (seen === null) return;
      const announcement = seen.announcement;
      const revokedAt = announcement?.revokedAt ?? (seen.state === 'revoked' ? seen.at : null) ?? own.revokedAt;
      await workstations.setState(
        seen,
        { state, at: now() },
        announcement === null ? null : { ...announcement, seen: now(), revokedAt },
      );
    } catch (error) {
      if (!(error instanceof CrmFailure)) throw error;
    }
  };
}

/** Nobody is signed in any more: then nobody is told. */
function unlessNoTokens(error: unknown): null {
  if (error instanceof CrmFailure) return null;
  throw error;
}
