/**
 * Decides about updates, in the backend: when to look, whether to fetch, whether the program may be replaced when it
 * closes. It knows no Electron and no network; orders go out, and what came of them comes in. It outlives the data,
 * which a passphrase may open and shut.
 */
import type { Instant } from '../../domain/calendar/day.ts';
import type { Sentence } from '../../domain/language.ts';
import { kindOfError, type HostLog } from '../launch/host-log.ts';
import { isTimeToCheck, refuseToInstall, type Work } from './decide.ts';
import type { Channel, UpdateOrder, UpdateTold } from './messages.ts';
import { afterTold, type UpdateState } from './state.ts';
import { wayOfUpdating, type Way } from './way.ts';

/** What the open data knows and can do. */
export interface UpdateDesk {
  channel(): Promise<Channel>;
  work(): Promise<Omit<Work, 'isSealed'>>;
  /** A whole copy of the data, proved. */
  snapshot(): Promise<unknown>;
}

export interface UpdateKeeper {
  way(): Way;
  state(): UpdateState;
  /** Why the update cannot take over now; null when it can. */
  refusal(): Promise<Sentence | null>;
  /** Looks now. */
  check(): Promise<void>;
  /** Looks when it is time to. */
  lookIfTime(): Promise<void>;
  /** Ends the program, which installs the update and starts again. */
  restart(): void;
  /** Something came from the main process. */
  hear(told: UpdateTold): Promise<void>;
  /** The data was opened, or shut. */
  attach(desk: UpdateDesk | null): void;
  /** Told when the state has changed. @returns stops it */
  listen(listener: () => void): () => void;
}

export interface UpdateKeeperOptions {
  /** Until the main process has told how the program was installed. */
  readonly way: Way;
  /** What the administrator fixed. */
  readonly fixed?: 'stable' | 'beta' | 'off' | undefined;
  readonly now: () => Instant;
  readonly order: (order: UpdateOrder) => void;
  readonly log: HostLog;
}

export function createUpdateKeeper({ fixed, now, order, log, ...begin }: UpdateKeeperOptions): UpdateKeeper {
  const openedAt = now();
  let way = begin.way;
  const listeners = new Set<() => void>();
  let state: UpdateState = { kind: 'unknown' };
  let desk: UpdateDesk | null = null;
  let checkedAt: Instant | null = null;
  let failures = 0;

  const become = (next: UpdateState): void => {
    state = next;
    for (const listener of listeners) listener();
  };

  const refusal = async (): Promise<Sentence | null> => {
    const work = desk === null ? { isInCall: false, waiting: 0 } : await desk.work();
    return refuseToInstall({ ...work, isSealed: desk === null });
  };

  const check = async (): Promise<void> => {
    // What is on its way, or is there, is not asked for again.
    if (way !== 'itself' || desk === null || ['checking', 'downloading', 'ready'].includes(state.kind)) return;
    const channel = await desk.channel();
    checkedAt = now();
    become({ kind: 'checking' });
    order({ order: 'check', channel });
  };

  /** The last moment at which the data is still open. */
  const close = async (): Promise<void> => {
    try {
      if (way === 'itself' && state.kind === 'ready' && desk !== null && (await refusal()) === null) {
        await desk.snapshot();
        order({ order: 'install' });
        return;
      }
    } catch (error) {
      // Without a copy nothing is replaced. The next time the program closes it is tried again.
      log.error(kindOfError(error), 'update: no copy of the data, so not installed');
    }
    order({ order: 'leave' });
  };

  order({ order: 'tell' });
  return {
    way: () => way,
    state: () => state,
    refusal,
    check,
    lookIfTime: async () => {
      if (isTimeToCheck(now(), { openedAt, checkedAt, failures })) await check();
    },
    restart: () => order({ order: 'restart' }),
    attach: (next) => void (desk = next),
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async hear(told) {
      if (told.told === 'closing') return close();
      if (told.told === 'installation') {
        way = wayOfUpdating(told.installation, fixed);
        return become(state);
      }
      failures = told.told === 'failed' ? failures + 1 : 0;
      become(afterTold(told, now()));
      if (told.told === 'found') order({ order: 'download' });
      log.info({ told: told.told }, 'update');
    },
  };
}

/** Where nothing is updated by itself. */
export function createIdleKeeper(way: Exclude<Way, 'itself'>, now: () => Instant, log: HostLog): UpdateKeeper {
  return createUpdateKeeper({ way, now, order: () => undefined, log });
}
