/** Whether somebody is still there. The backend decides, so that a window that hangs or is gone locks as well. */
import type { Topic } from '../../../contract/event.ts';
import { TOPICS } from '../../../contract/event.ts';
import type { Instant } from '../../../domain/calendar/day.ts';
import { readCurrentPerson, signOut } from '../../../db/queries/people.ts';
import { findPin } from '../../../db/queries/pins.ts';
import { readSetting } from '../../../db/queries/settings.ts';
import type { Store } from '../../../db/store.ts';
import { lockMinutesHere, type Policy } from '../policy/policy.ts';
import { DEFAULT_LOCK_MINUTES, LOCK } from './settings.ts';

export interface Presence {
  /** Somebody is there. */
  touch(isInCall: boolean): void;
  /** Signs out whoever has not been there for too long. */
  lockIfIdle(): Promise<void>;
  /** Signs out whoever is in. Without a PIN there is nothing that would keep anybody out, unless `always`. */
  lock(always: boolean): Promise<void>;
}

export interface Seal {
  /** The key is wrapped by a passphrase. */
  readonly isOn: () => boolean;
  /** As soon as nothing is being answered. */
  readonly begin: () => void;
}

export interface PresenceOptions {
  readonly store: Store;
  readonly now: () => Instant;
  readonly announce: (topics: readonly Topic[]) => void;
  readonly policy: Policy;
  /** Closes the data and takes the key out of the memory; then locking means something for everybody. */
  readonly seal: Seal | null;
}

const MINUTE_MILLISECONDS = 60_000;
/** Who listens to a donor touches nothing for a long while. */
const MINUTES_IN_CALL = 60;

export function createPresence({ store, now, announce, policy, seal }: PresenceOptions): Presence {
  let last = { at: Date.parse(now()), isInCall: false };

  const lock = async (always: boolean): Promise<void> => {
    const person = await readCurrentPerson(store.reader);
    const hasPin = person !== null && (await findPin(store.reader, person.id)) !== null;
    const seals = seal?.isOn() === true;
    if (!always && !hasPin && !seals) return;
    if (person !== null) await store.write(signOut);
    if (seals) seal?.begin();
    else announce(TOPICS);
  };

  return {
    lock,
    touch: (isInCall) => void (last = { at: Date.parse(now()), isInCall }),
    lockIfIdle: async () => {
      // A clock that was set back does not leave the machine open until it has caught up.
      last = { ...last, at: Math.min(last.at, Date.parse(now())) };
      const idle = Date.parse(now()) - last.at;
      if (idle < MINUTE_MILLISECONDS) return;
      const chosen = (await readSetting(store.reader, LOCK)) ?? { minutes: DEFAULT_LOCK_MINUTES };
      const minutes = lockMinutesHere(policy, chosen.minutes);
      if (minutes === null) return;
      const limit = last.isInCall ? Math.max(minutes, MINUTES_IN_CALL) : minutes;
      if (idle >= limit * MINUTE_MILLISECONDS) await lock(false);
    },
  };
}

/** A workstation that starts asks whoever has a PIN to sign in again. */
export async function signOutWhoHasPin(store: Store): Promise<void> {
  const person = await readCurrentPerson(store.reader);
  if (person === null || (await findPin(store.reader, person.id)) === null) return;
  await store.write(signOut);
}
