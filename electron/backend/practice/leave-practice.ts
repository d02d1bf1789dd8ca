/** Before a real CRM takes the place of invented donors. */
import { readSetting } from '../../../db/queries/settings.ts';
import type { Store } from '../../../db/store.ts';
import { IS_PRACTICE } from '../profile-settings.ts';
import type { SyncService } from '../sync-service.ts';

/** A page of invented donors that is on its way may not arrive among the real ones. */
export async function leavePractice(store: Store, sync: SyncService): Promise<void> {
  if ((await readSetting(store.reader, IS_PRACTICE)) !== true) return;
  sync.connect(null);
  await sync.run(false);
}
