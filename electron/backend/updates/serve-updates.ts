/** Joins the keeper of updates, which outlives the data, to the data that is open now. */
import type { Topic } from '../../../contract/event.ts';
import type { Instant } from '../../../domain/calendar/day.ts';
import type { Store } from '../../../db/store.ts';
import { kindOfError, type HostLog } from '../../launch/host-log.ts';
import type { UpdateKeeper } from '../../updates/keeper.ts';
import type { Policy } from '../policy/policy.ts';
import { createUpdateDesk } from './desk.ts';

const LOOK_EVERY_MILLISECONDS = 60_000;

interface ServeUpdates {
  readonly keeper: UpdateKeeper;
  readonly store: Store;
  readonly policy: Policy;
  readonly now: () => Instant;
  readonly log: HostLog;
  readonly announce: (topics: readonly Topic[]) => void;
  /** Off for the command line and for tests: nothing happens by itself. */
  readonly isAutomatic: boolean;
}

/** @returns stops it, before the data is shut */
export function serveUpdates(options: ServeUpdates): () => void {
  const { keeper, store, policy, now, log, announce, isAutomatic } = options;
  keeper.attach(createUpdateDesk(store, policy, now));
  const stopListening = keeper.listen(() => announce(['updates']));
  const timer = isAutomatic
    ? setInterval(() => {
        keeper.lookIfTime().catch((error: unknown) => log.error(kindOfError(error), 'update: not looked'));
      }, LOOK_EVERY_MILLISECONDS)
    : undefined;
  timer?.unref();
  return () => {
    clearInterval(timer);
    stopListening();
    keeper.attach(null);
  };
}
