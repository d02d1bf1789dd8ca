/** What the keeper of updates needs of the open data. */
import type { Instant } from '../../../domain/calendar/day.ts';
import { hasOpenCallSince } from '../../../db/queries/calls.ts';
import { countOperations } from '../../../db/queries/operations.ts';
import { readSetting } from '../../../db/queries/settings.ts';
import type { Reader, Store } from '../../../db/store.ts';
import type { UpdateDesk } from '../../updates/keeper.ts';
import type { Channel } from '../../updates/messages.ts';
import type { Policy } from '../policy/policy.ts';
import { UPDATE_CHANNEL } from './settings.ts';

/** A call that was begun and left lies open until the end of the day; after an hour nobody is talking any more. */
const CALL_MILLISECONDS = 3_600_000;

export function createUpdateDesk(store: Store, policy: Policy, now: () => Instant): UpdateDesk {
  return {
    channel: () => readChannel(store.reader, policy),
    work: async () => ({
      isInCall: await hasOpenCallSince(store.reader, new Date(Date.parse(now()) - CALL_MILLISECONDS).toISOString()),
      waiting: (await countOperations(store.reader)).waiting,
    }),
    snapshot: () => store.snapshot(now()),
  };
}

/** What the administrator fixed, else what a coordinator chose. */
export async function readChannel(reader: Reader, { updates }: Policy): Promise<Channel> {
  if (updates === 'beta' || updates === 'stable') return updates;
  return (await readSetting(reader, UPDATE_CHANNEL)) ?? 'stable';
}
