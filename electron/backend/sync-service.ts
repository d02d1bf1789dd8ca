/** Runs the sync by itself: after changes, every few minutes, and again after a failure, one round at a time. */
import type { Instant } from '../../domain/calendar/day.ts';
import type { Sentence } from '../../domain/language.ts';
import type { CrashHook } from '../../db/crash-point.ts';
import type { Store } from '../../db/store.ts';
import { syncOnce, type SyncReport } from '../../sync/engine.ts';
import type { nextToSend } from '../../sync/push-order.ts';
import type { ApiBudget, Connector } from '../../sync/connector.ts';
import { SignInNeeded } from '../../sync/crm-failure.ts';
import type { WorkstationSelf } from '../../sync/workstations/check-in.ts';
import type { SliceSettings } from '../../sync/pull.ts';

export interface SyncServiceState {
  readonly state: 'idle' | 'running' | 'offline' | 'stopped' | 'unconnected';
  readonly problem: Sentence | null;
  readonly needsSignIn: boolean;
}

export interface SyncService {
  state(): SyncServiceState;
  /** What the CRM counts of a day's questions; null when it does not, or not yet. */
  budget(): ApiBudget | null;
  /** A change was recorded: sends it soon, together with what follows in the next moment. */
  changed(): void;
  /** Runs a round now, or waits for the one that runs and then runs another. Null without a CRM. */
  run(isUrgent: boolean): Promise<SyncReport | null>;
  /** A CRM was connected, or another one. */
  connect(connector: Connector | null): void;
  stop(): Promise<void>;
}

export interface SyncServiceOptions {
  readonly store: Store;
  readonly now: () => Instant;
  readonly random: () => number;
  readonly onChange: (report: SyncReport | null) => void;
  /** After what a round sent and read was kept, before anybody hears of it. */
  readonly afterRound?: () => Promise<void>;
  /** A bug in a round is reported here; the service goes on. */
  readonly onBug: (error: unknown) => void;
  /** Whose details this workstation holds; asked at the beginning of every round. */
  readonly slice: () => Promise<SliceSettings>;
  /** Off for the command line, which runs a round when it is asked to. */
  readonly isAutomatic: boolean;
  readonly at?: CrashHook | undefined;
  readonly planner?: typeof nextToSend | undefined;
  /** After a round in which the CRM said that this workstation is revoked. Told each time, and waited for. */
  readonly onRevoked?: ((report: SyncReport) => Promise<void>) | undefined;
  /** What this workstation tells the CRM of itself; absent for one that does not. */
  readonly self?: WorkstationSelf | undefined;
}

const SOON_MILLISECONDS = 800;
const EVERY_MILLISECONDS = 5 * 60_000;
const AFTER_FAILURE_MILLISECONDS = 20_000;

export function createSyncService(options: SyncServiceOptions): SyncService {
  let connector: Connector | null = null;
  let failure: SyncReport['failure'] = null;
  let putOff: SyncReport['putOff'] = null;
  let isRunning = false;
  let isStopping = false;
  /** Something was recorded since the last round began: its end may not put off the round that sends it. */
  let hasChanged = false;
  let timer: NodeJS.Timeout | null = null;
  /** The round that runs or ran last; the next one begins after it. */
  let latest: Promise<SyncReport | null> = Promise.resolve(null);
  /** A round that has not begun yet: whoever asks meanwhile shares it. */
  let next: { readonly isUrgent: boolean; readonly report: Promise<SyncReport | null> } | null = null;

  const schedule = (milliseconds: number): void => {
    if (!options.isAutomatic || isStopping || connector === null) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void service.run(false), milliseconds);
    timer.unref();
  };

  const runRound = async (isUrgent: boolean): Promise<SyncReport | null> => {
    if (connector === null || isStopping) return null;
    const asked = connector;
    isRunning = true;
    hasChanged = false;
    options.onChange(null);
    let report: SyncReport | null = null;
    try {
      const { store, now, random, at, planner, self } = options;
      const slice = await options.slice();
      report = await syncOnce({
        store,
        connector: asked,
        now,
        random,
        at,
        planner,
        self,
        isUrgent,
        slice,
        // A connection that was replaced meanwhile brings nothing more.
        shouldStop: () => isStopping || connector !== asked,
      });
      ({ failure, putOff } = report);
      await options.afterRound?.();
    } catch (error) {
      options.onBug(error);
    }
    isRunning = false;
    options.onChange(report);
    if (report?.isRevoked === true) await options.onRevoked?.(report);
    const after = report?.failure ? AFTER_FAILURE_MILLISECONDS : EVERY_MILLISECONDS;
    schedule(hasChanged ? SOON_MILLISECONDS : after);
    return report;
  };

  const service: SyncService = {
    state: () => {
      if (connector === null) return { state: 'unconnected', problem: null, needsSignIn: false };
      if (failure !== null) {
        const isOffline = failure.kind === 'unreachable' || failure.kind === 'busy';
        const needsSignIn = failure instanceof SignInNeeded;
        return { state: isOffline ? 'offline' : 'stopped', problem: failure.sentence, needsSignIn };
      }
      return { state: isRunning ? 'running' : 'idle', problem: putOff?.sentence ?? null, needsSignIn: false };
    },
    budget: () => connector?.budget?.() ?? null,
    changed: () => {
      hasChanged = true;
      schedule(SOON_MILLISECONDS);
    },
    run: (isUrgent) => {
      if (next !== null && (next.isUrgent || !isUrgent)) return next.report;
      const report = latest.then(() => {
        next = null;
        return runRound(isUrgent);
      });
      next = { isUrgent, report };
      latest = report;
      return report;
    },
    connect: (newConnector) => {
      connector = newConnector;
      failure = null;
      putOff = null;
      schedule(0);
    },
    stop: async () => {
      isStopping = true;
      if (timer !== null) clearTimeout(timer);
      await latest;
    },
  };
  return service;
}
